import Forms

extension DeclarationDocument {
    /// The paper of a form with the answers given so far.
    ///
    /// What is hidden is not on it, unless its condition waits for an answer that is not there yet: then it
    /// stands on the paper to be filled in by hand. Passwords are never printed.
    ///
    /// - Parameters:
    ///   - wrong: what was typed and is no answer yet, at its field; it is printed and marked.
    ///   - unit: the authority that takes the dossier in: “UBND phường Hoàn Kiếm”.
    ///   - place: before the date above the signatures; nil: to be written by hand.
    ///   - date: of signing; nil: to be written by hand.
    ///   - code: the dossier's; nil while it is none.
    ///   - lookupURL: where the dossier is looked up; goes into the QR.
    ///   - names: the names of reference items; without one its code is printed.
    public init(
        form: FormDefinition, answers: Answers, wrong: [FieldPath: String] = [:], today: LocalDate,
        unit: String? = nil, place: String? = nil, date: LocalDate? = nil, code: String? = nil,
        lookupURL: String? = nil, training: Bool = false,
        names: @escaping AnswerText.ReferenceNames = { _, _ in nil }
    ) {
        let paper = form.paper
        let setting = Setting(form: form, answers: answers, wrong: wrong, today: today, names: names)
        self.init(
            number: paper?.number, title: (paper?.title ?? form.title).vi, opening: paper?.opening?.vi,
            blocks: setting.blocks(), pledge: paper?.pledge?.vi, code: code, lookupURL: lookupURL,
            training: training)
        if let addressee = paper?.addressee {
            let known = addressee.receivingUnit ? SlipText.cleaned(unit) : nil
            self.addressee = DeclarationAddressee(known ?? addressee.text.vi, isOpen: known == nil)
        }
        let signatures = paper?.signatures ?? []
        let written = Self.placeAndDate(place, date)
        self.signatures = (signatures.isEmpty ? [Self.plainSignature] : signatures).map { signature in
            SlipSignature(
                title: signature.title.vi, hint: signature.hint?.vi ?? "",
                name: signature.name.flatMap { setting.signer($0) }, date: signature.dated ? written : nil)
        }
    }

    private static let plainSignature = PaperSignature(
        title: "NGƯỜI KHAI", hint: "(Ký, ghi rõ họ tên)", dated: true)

    private static func placeAndDate(_ place: String?, _ date: LocalDate?) -> String {
        (SlipText.cleaned(place) ?? "………………") + ", "
            + (date?.inWords ?? "ngày …… tháng …… năm ………")
    }
}

/// Turns a form and its answers into blocks.
private struct Setting {
    let form: FormDefinition
    let answers: Answers
    /// As the validator sees the answers: without hidden ones, with computed ones.
    let settled: Answers
    let wrong: [FieldPath: String]
    let today: LocalDate
    let names: AnswerText.ReferenceNames
    /// The fields and groups that no further answer brings to the paper.
    private let hidden: Set<String>

    /// A table has no more columns, and no longer titles in characters, or it could not be read.
    private static let mostColumns = 8
    private static let longestTitle = 60
    /// A name of more characters is no person's.
    private static let longestSigner = 80
    /// Rows beyond are none that a form can have.
    private static let mostRows = 200
    private static let mostBoxes = 12

    init(
        form: FormDefinition, answers: Answers, wrong: [FieldPath: String], today: LocalDate,
        names: @escaping AnswerText.ReferenceNames
    ) {
        self.form = form
        self.answers = answers
        self.wrong = wrong.filter { !$0.value.allSatisfy(\.isWhitespace) }
        self.today = today
        self.names = names
        settled = FormValidator(form, today: today).settled(answers)
        hidden = Self.hidden(form, settled, today)
    }

    func blocks() -> [DeclarationBlock] {
        var blocks: [DeclarationBlock] = []
        for page in form.pages where stands(page.visibleWhen) {
            for group in page.groups where stands(group.visibleWhen) {
                let paper = form.paper?.group(group.id)
                let heading = (paper?.heading ?? group.title).vi
                let body = group.repeats == nil ? fields(group) : rows(group, heading, paper)
                if !body.isEmpty { blocks += [.heading(heading)] + body }
            }
        }
        return blocks
    }

    func signer(_ id: String) -> String? {
        guard let field = form.field(id), wrong[FieldPath(id)] == nil,
            let name = SlipText.cleaned(AnswerText.of(value(id), field, names: names)),
            name.count <= Self.longestSigner
        else { return nil }
        return name
    }

    /// Whether the condition holds, or may hold once what it asks for is answered.
    private func stands(_ condition: Expression?, row: Answers? = nil) -> Bool {
        guard let condition else { return true }
        return condition.isTrue(settled, row: row, today: today)
            || condition.names.contains { name in
                !hidden.contains(Self.base(name)) && row?[name] == nil && !Self.isAnswered(name, settled)
            }
    }

    private static func isAnswered(_ name: String, _ answers: Answers) -> Bool {
        answers[base(name)] != nil
    }

    /// The group of `group.field`, or the name itself.
    private static func base(_ name: String) -> String {
        name.split(separator: ".").first.map(String.init) ?? name
    }

    /// What stays hidden whatever is answered from here on: its condition fails, and all that it asks for is
    /// answered or hidden for good itself. What hangs on itself is not among them.
    private static func hidden(
        _ form: FormDefinition, _ settled: Answers, _ today: LocalDate
    ) -> Set<String> {
        var failing: [String: [Set<String>]] = [:]
        for page in form.pages {
            for group in page.groups {
                let around = [page.visibleWhen, group.visibleWhen]
                let own = group.repeats == nil ? group.fields.map { ($0.id, [$0.visibleWhen]) } : []
                for (id, conditions) in own + [(group.id, [])] {
                    failing[id] = (around + conditions).compactMap(\.self)
                        .filter { !$0.isTrue(settled, today: today) }
                        .map { Set($0.names.filter { !isAnswered($0, settled) }.map(base)) }
                }
            }
        }
        var hidden: Set<String> = []
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (id, conditions) in failing where conditions.contains(where: hidden.isSuperset) {
                hidden.insert(id)
                failing[id] = nil
                isSettled = false
            }
        }
        return hidden
    }

    private func value(_ id: String) -> Answer? {
        settled[id] ?? answers[id]
    }

    private func fields(_ group: FormGroup) -> [DeclarationBlock] {
        group.fields.compactMap { field in
            block(field, value(field.id), FieldPath(field.id), row: nil)
        }
    }

    private func block(
        _ field: Field, _ answer: Answer?, _ path: FieldPath, row: Answers?
    ) -> DeclarationBlock? {
        switch field.kind {
        case .password: return nil
        case .note:
            let holds = field.visibleWhen?.isTrue(settled, row: row, today: today) ?? true
            return holds ? .note(field.label.vi) : nil
        default: break
        }
        guard stands(field.visibleWhen, row: row) else { return nil }
        var result = DeclarationField(label: field.label.vi, isShort: field.kind.isShort)
        switch (field.kind, answer) {
        case (.checkbox, _):
            result.label = ""
            result.options = [DeclarationOption(field.label.vi, isTicked: answer == .flag(true))]
        case (.radio(let options), _), (.checkboxes(let options), _):
            tick(options, answer, in: &result)
        case (.dropdown(.fixed(let options), multiple: true, _), _) where options.count <= Self.mostBoxes:
            tick(options, answer, in: &result)
        case (.textArea(let rule), _):
            result.blankLines = min(max(rule.minRows, 1), 3)
            result.value = text(answer, field)
        default: result.value = text(answer, field)
        }
        // A name that is to be written by hand needs more than half a line.
        if case .dropdown = field.kind, result.value == nil { result.isShort = false }
        if let wrong = wrong[path] {
            result.value = wrong
            result.isWrong = true
        }
        return .field(result)
    }

    private func tick(_ options: [Option], _ answer: Answer?, in field: inout DeclarationField) {
        let chosen: [String]
        switch answer {
        case .text(let value)?: chosen = [value]
        case .choices(let values)?: chosen = values
        default: chosen = []
        }
        field.options = options.map { DeclarationOption($0.label.vi, isTicked: chosen.contains($0.value)) }
        // What is no option was answered all the same.
        let others = chosen.filter { value in !options.contains { $0.value == value } }
        if !others.isEmpty { field.value = others.joined(separator: ", ") }
    }

    private func text(_ answer: Answer?, _ field: Field) -> String? {
        let text = AnswerText.of(answer, field, names: names)
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    private func rows(_ group: FormGroup, _ heading: String, _ paper: PaperGroup?) -> [DeclarationBlock] {
        let last = wrong.keys.compactMap { $0.group == group.id ? $0.row : nil }
            .filter { (0..<Self.mostRows).contains($0) }.max()
        let given = settled[group.id] == nil ? answers.rows(group.id) : settled.rows(group.id)
        let filled = max(given.count, (last ?? -1) + 1)
        let least = group.repeats?.min ?? 0
        func row(_ index: Int) -> Answers { given.indices.contains(index) ? given[index] : [:] }
        guard let columns = columns(group, paper) else {
            return (0..<max(filled, least, 1)).flatMap { index in
                [.heading("\(heading) (\(index + 1))")]
                    + group.fields.compactMap { field in
                        let path = FieldPath(field.id, group: group.id, row: index)
                        return block(field, row(index)[field.id], path, row: row(index))
                    }
            }
        }
        let count = filled > 0 ? max(filled, least) : paper?.blankRows ?? max(least, 3)
        return [
            .table(
                DeclarationTable(
                    columns: columns.map { field, title in
                        DeclarationColumn(title: title, characters: field.kind.usualCharacters)
                    },
                    rows: (0..<count).map { index in
                        columns.map { field, _ in
                            if let typed = wrong[FieldPath(field.id, group: group.id, row: index)] {
                                return DeclarationCell(typed, isWrong: true)
                            }
                            return DeclarationCell(text(row(index)[field.id], field) ?? "")
                        }
                    }))
        ]
    }

    /// Nil where the group is no table.
    private func columns(_ group: FormGroup, _ paper: PaperGroup?) -> [(field: Field, title: String)]? {
        if let columns = paper?.columns {
            return columns.compactMap { column in
                group.fields.first { $0.id == column.field }.map { field in
                    (field, (column.title ?? field.label).vi)
                }
            }
        }
        let fields = group.fields.filter { $0.kind != .note && $0.kind != .password }
        let fits = fields.allSatisfy { field in
            if case .textArea = field.kind { return false }
            return field.label.vi.count <= Self.longestTitle
        }
        guard fits, (1...Self.mostColumns).contains(fields.count) else { return nil }
        return fields.map { ($0, $0.label.vi) }
    }
}

extension FieldKind {
    /// Whether the answer takes less than half a line, as a rule.
    fileprivate var isShort: Bool {
        switch self {
        case .text(let rule):
            rule.maxLength <= 60 || [.identityNumber, .phone, .taxCode, .dossierCode].contains(rule.format)
        case .radio(let options):
            options.count == 2 && options.allSatisfy { $0.label.vi.count <= 8 }
        case .dropdown(_, let multiple, _): !multiple
        case .date, .time, .timeRange, .number, .money, .slider, .spinBox: true
        case .textArea, .checkbox, .checkboxes, .dateRange, .search, .files, .password, .note: false
        }
    }

    /// How many characters an answer has, as a rule; for the width of a column.
    fileprivate var usualCharacters: Int {
        switch self {
        case .text(let rule):
            switch rule.format {
            case .identityNumber, .taxCode: 13
            case .phone: 11
            case .personName: 22
            default: Swift.min(Swift.max(rule.fixedLength ?? rule.maxLength / 4, 4), 30)
            }
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _):
            Swift.min(options.map(\.label.vi.count).max() ?? 1, 24)
        case .date: 10
        case .dateRange: 23
        case .time, .slider, .spinBox, .checkbox: 6
        case .timeRange: 13
        case .number: 5
        case .money: 12
        case .textArea, .dropdown, .search, .files: 24
        case .password, .note: 1
        }
    }
}
