import Forms
import Models

/// What an act asks: only what it needs, and a note where one can be of use.
enum ActForm {
    enum ID {
        static let note = "note"
        static let missing = "missing"
        static let item = "item"
        static let documents = "documents"
        static let results = "results"
        static let paper = "paper"
        static let name = "name"
        static let resultName = "result_name"
        static let resultNumber = "result_number"
        static let resultDate = "result_date"
        static let resultOriginals = "result_originals"
        static let originals = "originals"
        static let copies = "copies"
        static let dueDate = "due_date"
        static let dueTime = "due_time"
        static let recipient = "recipient"
        static let identity = "identity_number"
        static let relation = "relation"
        static let slipReturned = "slip_returned"
        static let amount = "amount"
        static let assignee = "assignee"
        static let incompleteReason = "incomplete_reason"
    }

    /// The choice of a paper that is not among those known.
    static let otherPaper = "-"
    /// What the server calls such a paper.
    static let otherCode = "KHAC"

    /// - Parameters:
    ///   - papers: Those that the dossier knows, to choose from when papers come.
    ///   - asked: What was asked for and has not come; chosen from first, and counted one by one.
    ///   - delivery: Where the result is handed over: it says what proves it.
    ///   - takers: Identity numbers of those who need no authorisation; nil where they are not known here.
    ///   - lacking: What the declaration lacks; the dossier goes on without it only for a reason.
    ///   - isDraft: Whether it hands on a result to be signed: how it is drafted is asked then, and may be left out.
    static func definition(
        _ verb: ProcessAction, needs: [ProcessNeed], assignees: [OfficerRef] = [],
        papers: [SubmittedDocument] = [], asked: [SubmittedDocument] = [], delivery: DeliveryMethod? = nil,
        takers: [String]? = nil, lacking: [LackingAnswer] = [], isDraft: Bool = false
    ) -> FormDefinition {
        let words = Strings.Act.name(verb)
        var groups: [FormGroup] = []
        if verb == .reassign { groups.append(assignee(assignees)) }
        if needs.contains(.missing) { groups.append(missing) }
        if needs.contains(.documents) { groups.append(documents(papers, asked)) }
        if !lacking.isEmpty { groups.append(incomplete(lacking)) }
        if needs.contains(.result) { groups.append(results) } else if isDraft { groups.append(draft) }
        if needs.contains(.newDueDate) { groups.append(newDue) }
        if needs.contains(.handoverProof) { groups.append(handover(delivery, takers)) }
        groups.append(
            FormGroup(
                id: "act", title: words,
                fields: (needs.contains(.payment) && verb == .requestPayment ? [amount] : []) + [
                    note(isRequired: needs.contains(.note))
                ]))
        return FormDefinition(
            id: "desk-act-" + verb.rawValue.replacing("_", with: "-"), version: 1, title: words,
            pages: [FormPage(id: "act", title: words, groups: groups)])
    }

    /// The form of an act on a dossier.
    static func definition(_ option: ActionOption, assignees: [OfficerRef], dossier: Dossier?)
        -> FormDefinition
    {
        let numbers = dossier.map { [$0.applicant.identityNumber, $0.submitter?.identityNumber] } ?? []
        return definition(
            option.action, needs: option.needs, assignees: assignees, papers: dossier?.documents ?? [],
            asked: option.asked ?? [], delivery: dossier?.delivery.method,
            takers: dossier?.masked == false ? numbers.compactMap(\.self) : nil,
            lacking: option.lacking ?? [], isDraft: isDraft(option))
    }

    /// Whether the server takes a draft of the result with the act.
    static func isDraft(_ option: ActionOption) -> Bool {
        [.forward, .approve].contains(option.action) && option.results != nil
    }

    /// What the form begins with: a row for each paper that was asked for, or for each result that is known by its
    /// draft or by the procedure.
    static func answers(_ option: ActionOption, dossier: Dossier?, today: LocalDate) -> Answers {
        var answers = answers(asked: option.asked ?? [], there: dossier?.documents ?? [])
        if option.needs.contains(.result) || isDraft(option), let results = option.results, !results.isEmpty {
            answers[ID.results] = .rows(results.map { row($0, isDraft: isDraft(option), today: today) })
        }
        return answers
    }

    private static func row(_ result: SubmittedDocument, isDraft: Bool, today: LocalDate) -> Answers {
        var row: Answers = [ID.resultName: .text(result.name ?? "")]
        guard !isDraft else { return row }
        if let number = result.number { row[ID.resultNumber] = .text(number) }
        row[ID.resultDate] = .text((result.issuedOn ?? today).iso)
        row[ID.resultOriginals] = .number(max(1, result.originals))
        return row
    }

    /// A row for each paper that was asked for; how many came is left to be said, but for what is recorded already.
    static func answers(asked: [SubmittedDocument], there: [SubmittedDocument] = []) -> Answers {
        guard !asked.isEmpty else { return Answers() }
        return [
            ID.documents: .rows(
                asked.map { paper -> Answers in
                    if let known = there.first(where: { $0.code == paper.code && $0.isThere }),
                        paper.code != otherCode
                    {
                        return [
                            ID.paper: .text(paper.code), ID.originals: .number(known.originals),
                            ID.copies: .number(known.copies),
                        ]
                    }
                    return paper.code == otherCode
                        ? [
                            ID.paper: .text(otherPaper), ID.name: .text(paper.name ?? ""),
                            ID.copies: .number(0),
                        ]
                        : [ID.paper: .text(paper.code), ID.copies: .number(0)]
                })
        ]
    }

    private static func note(isRequired: Bool) -> Field {
        Field(
            id: ID.note, label: Strings.Act.note,
            kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6, maxLength: 2000)),
            required: isRequired ? .always : .never, help: Strings.Act.noteHelp)
    }

    private static let amount = Field(
        id: ID.amount, label: Strings.Act.amount, kind: .money(NumberRule(min: 1)), required: .always,
        width: 16)

    private static func assignee(_ people: [OfficerRef]) -> FormGroup {
        let options = people.map { person in
            let position = person.position.map { ", " + $0 } ?? ""
            return Option(value: person.id, label: Phrase(vi: person.name + position))
        }
        return FormGroup(
            id: "to", title: Strings.Act.assignee,
            fields: [
                Field(
                    id: ID.assignee, label: Strings.Act.assignee,
                    kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                    required: .always, help: Strings.Act.assigneeHelp, width: 40)
            ])
    }

    private static let missing = FormGroup(
        id: ID.missing, title: Strings.Act.missing, help: Strings.Act.missingHelp,
        fields: [
            Field(
                id: ID.item, label: Strings.Act.missingItem, kind: .text(TextRule(maxLength: 255)),
                required: .always)
        ], repeats: Repeats(min: 1, max: 20))

    private static func documents(_ papers: [SubmittedDocument], _ asked: [SubmittedDocument]) -> FormGroup {
        let isAsked = !asked.isEmpty
        let asked = asked.filter { $0.code != otherCode }
        let others = papers.filter { paper in !asked.contains { $0.code == paper.code } }
        let known = PaperOption.options(asked + others)
        let other = Option(value: otherPaper, label: Strings.Act.otherPaper)
        return FormGroup(
            id: ID.documents, title: Strings.Act.came, help: isAsked ? Strings.Act.cameHelp : nil,
            fields: [
                Field(
                    id: ID.paper, label: Strings.Act.paper,
                    kind: .dropdown(.fixed(known + [other]), multiple: false, empty: Strings.Common.empty),
                    required: .always, width: 58),
                Field(
                    id: ID.name, label: Strings.Act.paperName, kind: .text(TextRule(maxLength: 255)),
                    required: .always, visibleWhen: ApplicantForm.condition("paper == '-'")),
                Field(
                    id: ID.originals, label: Strings.Act.originals,
                    kind: .number(NumberRule(min: 0, max: 99)),
                    required: .always, width: 4, initial: isAsked ? nil : .number(1)),
                Field(
                    id: ID.copies, label: Strings.Act.copies, kind: .number(NumberRule(min: 0, max: 99)),
                    required: .always, width: 4, initial: .number(0)),
            ], repeats: Repeats(min: 1, max: 20))
    }

    private static func incomplete(_ lacking: [LackingAnswer]) -> FormGroup {
        FormGroup(
            id: "incomplete", title: Strings.Act.lacking, help: Strings.Act.lackingHelp(lacking.map(\.label)),
            fields: [
                Field(
                    id: ID.incompleteReason, label: Strings.Act.incompleteReason,
                    kind: .textArea(TextAreaRule(minRows: 1, maxRows: 4, maxLength: 2000)), required: .always,
                    help: Strings.Act.incompleteReasonHelp)
            ])
    }

    private static let results = FormGroup(
        id: ID.results, title: Strings.Act.results,
        fields: [
            Field(
                id: ID.resultName, label: Strings.Act.resultName, kind: .text(TextRule(maxLength: 255)),
                required: .always, help: Strings.Act.resultHelp),
            Field(
                id: ID.resultNumber, label: Strings.Act.resultNumber, kind: .text(TextRule(maxLength: 50)),
                required: .always, help: Strings.Act.resultNumberHelp, width: 24),
            Field(
                id: ID.resultDate, label: Strings.Act.resultDate,
                kind: .date(DateRule(max: .today(offsetDays: 0))), required: .always),
            Field(
                id: ID.resultOriginals, label: Strings.Act.originals,
                kind: .number(NumberRule(min: 1, max: 99)),
                required: .always, width: 4, initial: .number(1)),
        ], repeats: Repeats(min: 1, max: 20))

    /// Its name alone: number and day come with the signature.
    private static let draft = FormGroup(
        id: ID.results, title: Strings.Act.draft, help: Strings.Act.draftHelp,
        fields: [
            Field(
                id: ID.resultName, label: Strings.Act.resultName, kind: .text(TextRule(maxLength: 255)),
                required: .always, help: Strings.Act.resultHelp)
        ], repeats: Repeats(max: 20))

    private static let newDue = FormGroup(
        id: "due", title: Strings.Act.newDue,
        fields: [
            Field(
                id: ID.dueDate, label: Strings.Act.dueDate,
                kind: .date(DateRule(min: .today(offsetDays: 0))), required: .always),
            Field(
                id: ID.dueTime, label: Strings.Act.dueTime, kind: .time(TimeRule()), required: .always,
                initial: .text("17:00")),
        ])

    private static func handover(_ delivery: DeliveryMethod?, _ takers: [String]?) -> FormGroup {
        // What goes by post is given out by the post's word; who comes for it all the same is served like any other.
        let isAtDesk = delivery == .desk || delivery == .post
        // At the desk number or slip is the proof; whoever is neither applicant nor submitter says why he takes it.
        let proof = ApplicantForm.condition("not \(ID.slipReturned)").map(Requirement.when)
        let isStranger = takers.flatMap { takers in
            let others = takers.filter { $0.utf8.allSatisfy { (48...57).contains($0) } }
                .map { " and \(ID.identity) != '\($0)'" }.joined()
            return ApplicantForm.condition("not empty(\(ID.identity))" + others).map(Requirement.when)
        }
        let fields = [
            Field(
                id: ID.recipient, label: Strings.Act.recipient,
                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always),
            Field(
                id: ID.identity, label: Strings.Act.identityNumber,
                kind: .text(TextRule(maxLength: 12, format: .identityNumber)),
                required: isAtDesk ? proof ?? .never : .never,
                help: isAtDesk ? Strings.Act.identityHelpAtDesk : Strings.Act.identityHelp, width: 14,
                sensitive: true),
            Field(
                id: ID.relation, label: Strings.Act.relation, kind: .text(TextRule(maxLength: 255)),
                required: isStranger ?? .never, help: Strings.Act.relationHelp),
            Field(id: ID.slipReturned, label: Strings.Act.slipReturned, kind: .checkbox),
        ]
        return FormGroup(id: "handover", title: Strings.Act.handover, fields: fields)
    }

    // MARK: - What was answered

    /// The act as it goes out.
    static func request(
        _ verb: ProcessAction, needs: [ProcessNeed], to step: String?, _ answers: Answers
    ) -> ActionRequest {
        var request = ActionRequest(action: verb, to: step, note: text(answers, ID.note))
        if verb == .reassign { request.assignee = text(answers, ID.assignee) }
        if needs.contains(.missing) {
            request.missing = answers.rows(ID.missing).compactMap { text($0, ID.item) }
        }
        if needs.contains(.documents) {
            // What has not come is no part of what came.
            request.documents = answers.rows(ID.documents).map(paper).filter { $0.originals + $0.copies > 0 }
        }
        let results = answers.rows(ID.results).enumerated().map(result)
        if needs.contains(.result) || !results.isEmpty { request.documents = results }
        if needs.contains(.newDueDate) { request.dueAt = due(answers) }
        if needs.contains(.handoverProof) {
            var isReturned: Bool?
            if case .flag(let flag)? = answers[ID.slipReturned] { isReturned = flag }
            request.handover = HandoverProof(
                recipient: text(answers, ID.recipient) ?? "", identityNumber: text(answers, ID.identity),
                relation: text(answers, ID.relation), slipReturned: isReturned)
        }
        if case .number(let amount)? = answers[ID.amount] { request.amount = amount }
        request.incompleteReason = text(answers, ID.incompleteReason)
        return request
    }

    private static func result(_ index: Int, _ row: Answers) -> SubmittedDocument {
        let number = text(row, ID.resultNumber)
        return SubmittedDocument(
            code: "KQ\(index + 1)", name: text(row, ID.resultName),
            originals: self.number(row, ID.resultOriginals), copies: 0, number: number,
            issuedOn: text(row, ID.resultDate).flatMap { LocalDate(iso: $0) })
    }

    private static func paper(_ row: Answers) -> SubmittedDocument {
        let choice = text(row, ID.paper) ?? otherPaper
        let paper = choice == otherPaper ? (otherCode, text(row, ID.name)) : PaperOption.read(choice)
        return SubmittedDocument(
            code: paper.0, name: paper.1,
            originals: number(row, ID.originals), copies: number(row, ID.copies))
    }

    private static func due(_ answers: Answers) -> Instant? {
        guard let date = text(answers, ID.dueDate).flatMap({ LocalDate(iso: $0) }) else { return nil }
        let time = text(answers, ID.dueTime).flatMap { LocalTime(iso: $0) }
        return Instant(date: date, hour: time?.hour ?? 17, minute: time?.minute ?? 0)
    }

    private static func text(_ answers: Answers, _ id: String) -> String? {
        answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func number(_ answers: Answers, _ id: String) -> Int {
        if case .number(let number)? = answers[id] { number } else { 0 }
    }

    /// The field of the form that a place in the request's body stands at; nil where it stands at none.
    ///
    /// - Parameter groups: Those of the form: papers and results go out at one place.
    static func path(of pointer: String, in groups: [String] = []) -> FieldPath? {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        let row = parts.count > 1 ? Int(parts[1]) : nil
        switch first {
        case "note": return FieldPath(ID.note)
        case "incomplete_reason", "answers": return FieldPath(ID.incompleteReason)
        case "assignee": return FieldPath(ID.assignee)
        case "amount": return FieldPath(ID.amount)
        case "due_at": return FieldPath(ID.dueDate)
        case "missing":
            return row.map { FieldPath(ID.item, group: ID.missing, row: $0) } ?? FieldPath(ID.missing)
        case "documents":
            let isResult = groups.contains(ID.results)
            guard let row else { return FieldPath(isResult ? ID.results : ID.documents) }
            let field =
                switch (isResult, parts.last) {
                case (true, "number"): ID.resultNumber
                case (true, "issued_on"): ID.resultDate
                case (true, "originals"): ID.resultOriginals
                case (true, _): ID.resultName
                case (false, "name"): ID.name
                case (false, _): ID.paper
                }
            return FieldPath(field, group: isResult ? ID.results : ID.documents, row: row)
        case "handover": return parts.count > 1 ? FieldPath(parts[1]) : FieldPath(ID.recipient)
        default: return nil
        }
    }
}
