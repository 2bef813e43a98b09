import Forms
import Models

/// Works planned dossiers out: numbers, answers, papers, fees, the way through the process with its times.
///
/// Plans must come in the order of their being taken in, so that numbers run without gaps.
struct DossierWriter {
    let set: TrainingSet
    let now: Instant
    let timelines: [String: UnitTime]
    let places: PlaceMaker
    let answers: AnswerMaker
    let staff: Staff
    private let statuses: [Int: String]
    private let forms: [String: FormDefinition]
    private let processes: [String: ProcessDefinition]
    private var codes: [String: (counter: GeneratedRegister.CodeCounter, text: String)] = [:]
    private var books: [String: GeneratedRegister.BookCounter] = [:]

    /// Without the characters that look like others, as on the printed slips.
    private static let lookupAlphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    init(
        set: TrainingSet, now: Instant, timelines: [String: UnitTime], places: PlaceMaker,
        answers: AnswerMaker, staff: Staff
    ) {
        self.set = set
        self.now = now
        self.timelines = timelines
        self.places = places
        self.answers = answers
        self.staff = staff
        statuses = Dictionary(set.statuses.map { ($0.code, $0.name.vi) }, uniquingKeysWith: { $1 })
        forms = Dictionary(set.forms.map { ("\($0.id)@\($0.version)", $0) }, uniquingKeysWith: { $1 })
        processes = Dictionary(set.processes.map { ("\($0.id)@\($0.version)", $0) }, uniquingKeysWith: { $1 })
    }

    var codeCounters: [GeneratedRegister.CodeCounter] {
        codes.values.map(\.counter).sorted { ($0.unit, $0.day) < ($1.unit, $1.day) }
    }

    var bookCounters: [GeneratedRegister.BookCounter] {
        books.values.sorted { ($0.unit, $0.book) < ($1.unit, $1.book) }
    }

    /// Goes on from these numbers; nothing was given before.
    mutating func resume(code: GeneratedRegister.CodeCounter, book: GeneratedRegister.BookCounter) {
        codes[code.unit + code.day.iso] = (code, Self.stem(code.unit, code.day))
        books[book.unit + book.book] = book
    }

    /// The register that a day's dossiers are entered in.
    static func book(of day: LocalDate) -> String { "01/\(day.year)" }

    /// Nil only where the plan names what the set does not hold.
    mutating func write(
        _ plan: DossierPlan, _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> GeneratedDossier? {
        let procedure = plan.procedure
        guard let time = timelines[plan.unit], let selected = plan.selected,
            let process = processes["\(procedure.process.id)@\(procedure.process.version)"],
            let form = forms["\(selected.formId)@\(selected.formVersion)"]
        else { return nil }
        let takenIn = time.line.instant(at: plan.position)
        let day = takenIn.date
        guard let agency = set.agency(plan.unit, on: day) else { return nil }

        let occasion = AnswerMaker.Occasion(
            caseCode: selected.code, unit: plan.unit, applicant: plan.applicant, day: day)
        let answers = answers.answers(form, occasion, &makers, &chance)
        let exemption = exemption(plan, selected, &chance)
        let request = FeeQuoteRequest(
            procedure: procedure.code, caseCode: selected.code, channel: plan.channel,
            quantities: Self.quantities(selected, answers), exemption: exemption)
        let rules = procedure.fees.filter { selected.fees.contains($0.code) }
        guard let quote = try? Fees.quote(rules: rules, request: request, on: day) else { return nil }

        let delivery = delivery(plan, &chance)
        let history = DossierHistory(
            plan: plan, selected: selected, process: process, delivery: delivery.method,
            isFree: quote.total == 0, time: time, staff: staff, reasons: set.dossiers.reasons, &chance)
        let submitter = submitter(plan, day, &makers, &chance)
        let number = register(plan.unit, day)
        let milliseconds = takenIn.seconds * 1000 + Int64(chance.below(1000))
        let fresh = UUIDv7.make(milliseconds: milliseconds, using: &chance)
        let dossier = Dossier(
            id: plan.id ?? fresh, code: code(plan.unit, day), revision: max(history.events.count, 1),
            lookupCode: plan.id.map(Self.lookupCode)
                ?? String((0..<4).map { _ in chance.pick(Self.lookupAlphabet) }),
            procedure: ProcedureRef(
                code: procedure.code, name: procedure.name, version: procedure.version),
            caseCode: selected.code, caseName: selected.name, channel: plan.channel, status: history.status,
            statusName: statuses[history.status] ?? "", step: history.step.code,
            stepName: history.step.name, unit: UnitRef(code: plan.unit, name: agency.name),
            applicant: plan.applicant, submitter: submitter,
            documents: documents(selected, history.missing, &chance), answers: answers, formId: form.id,
            formVersion: form.version, quote: quote, quantities: request.quantities,
            exemption: exemption, copies: 1, delivery: delivery,
            submittedAt: history.submittedAt, acceptedAt: history.acceptedAt, dueAt: history.due.dueAt,
            deadline: DossierDeadline(
                amount: selected.time.amount, unit: selected.time.unit,
                explanation: history.due.words(.vi), explanationEn: history.due.words(.en)),
            decision: history.decision, reason: history.reason,
            missing: history.missing.isEmpty ? nil : history.missing.map(\.name), registerBook: number.book,
            registerNumber: number.last, receivedBy: history.receivedBy, masked: false)
        return GeneratedDossier(
            dossier: dossier, process: procedure.process, events: events(history, plan.unit, process.id),
            pauses: history.pauses,
            holderUnit: staff.holder(unit: plan.unit, process: process.id, step: history.step.code),
            assignee: history.assignee, endedAt: history.endedAt)
    }

    /// The dossiers with fixed ids have fixed characters, too, so that the description's example holds on any day.
    private static func lookupCode(of id: ID) -> String {
        String(id.suffix(4).map { lookupAlphabet[$0.hexDigitValue ?? 0] })
    }

    /// The history with what the acts came with: what was asked for last, and which unit had it from then on.
    private func events(_ history: DossierHistory, _ unit: String, _ process: String) -> [DossierEvent] {
        var holder = unit
        return history.events.map { event in
            var event = event
            var detail = DossierEventDetail()
            if event.seq == history.events.count, !history.missing.isEmpty {
                detail.missing = history.missing.map(\.name)
            }
            let next = event.toStep.map { staff.holder(unit: unit, process: process, step: $0) } ?? holder
            if next != holder { detail.unit = next }
            holder = next
            event.detail = detail == DossierEventDetail() ? nil : detail
            return event
        }
    }

    // MARK: Numbers

    private mutating func code(_ unit: String, _ day: LocalDate) -> String {
        let key = unit + day.iso
        var entry =
            codes[key] ?? (GeneratedRegister.CodeCounter(unit: unit, day: day, last: 0), Self.stem(unit, day))
        entry.counter.last += 1
        codes[key] = entry
        return entry.text + PersonMaker.padded(entry.counter.last, 4)
    }

    /// `{unit}-{YYMMDD}-`
    static func stem(_ unit: String, _ day: LocalDate) -> String {
        unit + "-" + PersonMaker.padded(day.year % 100, 2) + PersonMaker.padded(day.month, 2)
            + PersonMaker.padded(day.day, 2) + "-"
    }

    private mutating func register(_ unit: String, _ day: LocalDate) -> GeneratedRegister.BookCounter {
        let book = Self.book(of: day)
        var counter =
            books[unit + book] ?? GeneratedRegister.BookCounter(unit: unit, book: book, last: 0)
        counter.last += 1
        books[unit + book] = counter
        return counter
    }

    // MARK: Parts

    /// What is asked for, as the form says: copies, pages, papers; one of everything else.
    static func quantities(_ selected: ProcedureCase, _ answers: Answers) -> [String: FeeQuantity] {
        func number(_ id: String, _ answers: Answers) -> Int {
            if case .number(let number)? = answers[id] { number } else { 1 }
        }
        var quantities: [String: FeeQuantity] = [:]
        for fee in selected.fees {
            switch fee {
            case "trich_luc": quantities[fee] = .count(number("so_ban", answers))
            case "chung_thuc_chu_ky": quantities[fee] = .count(number("so_van_ban", answers))
            case "chung_thuc_ban_sao":
                let pages = answers.rows("giay_to").flatMap { row in
                    Array(repeating: number("so_trang", row), count: number("so_ban", row))
                }
                quantities[fee] = .pages(pages)
            case "tam_tru_danh_sach": quantities[fee] = .count(answers.rows("thanh_vien").count + 1)
            default: quantities[fee] = .count(1)
            }
        }
        return quantities
    }

    private func exemption(
        _ plan: DossierPlan, _ selected: ProcedureCase, _ chance: inout SplitMix64
    ) -> String? {
        guard plan.id == nil, plan.fate != .payment else { return nil }
        let codes = plan.procedure.fees.filter { selected.fees.contains($0.code) }.flatMap(\.exemptions)
            .map(\.code)
        let age = plan.applicant.birthDate?.age(on: now.date)
        if let age, age >= 60, codes.contains("cao_tuoi") { return "cao_tuoi" }
        if let age, age < 16, codes.contains("tre_em") { return "tre_em" }
        let others = codes.filter { !["cao_tuoi", "tre_em", "mo_coi"].contains($0) }
        return !others.isEmpty && chance.chance(5) ? chance.pick(others) : nil
    }

    private func delivery(_ plan: DossierPlan, _ chance: inout SplitMix64) -> Delivery {
        let method: DeliveryMethod
        switch (plan.delivery, plan.channel, chance.below(100)) {
        case (let fixed?, _, _): method = fixed
        case (nil, 2, 0..<45): method = .online
        case (nil, 3, 0..<85), (nil, _, 45..<56): method = .post
        default: method = .desk
        }
        guard method == .post else { return Delivery(method: method) }
        let applicant = plan.applicant
        return Delivery(
            method: .post, address: applicant.address, phone: applicant.phone ?? "02438256666",
            recipient: applicant.representative ?? applicant.name)
    }

    /// Who hands in for a child or an organisation, and now and then for somebody else.
    private func submitter(
        _ plan: DossierPlan, _ day: LocalDate, _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> Submitter? {
        let applicant = plan.applicant
        let isChild = applicant.birthDate.map { $0.age(on: day) < 15 } ?? false
        guard isChild || applicant.kind == .organisation || (plan.id == nil && chance.chance(8)) else {
            return nil
        }
        let birth = day.adding(days: -chance.between(24 * 366, 48 * 365))
        let person = makers.person(
            bornOn: birth,
            family: isChild ? applicant.name.split(separator: " ").first.map(String.init) : nil,
            address: applicant.address ?? places.address(near: plan.unit, &chance), &chance)
        let relation =
            isChild
            ? "Cha, mẹ"
            : applicant.kind == .organisation
                ? "Người được giới thiệu" : chance.pick(set.dossiers.reasons.relations)
        return Submitter(
            name: person.name, identityNumber: person.identityNumber, phone: person.phone, relation: relation)
    }

    /// The papers as they lie there: the required ones but for those asked for, and some of the others.
    private func documents(
        _ selected: ProcedureCase, _ missing: [DocumentRequirement], _ chance: inout SplitMix64
    ) -> [SubmittedDocument] {
        selected.documents.compactMap { requirement in
            let isMissing = missing.contains { $0.code == requirement.code }
            guard !isMissing, requirement.required || chance.chance(25) else { return nil }
            let states: [DigitisedState] =
                requirement.digitise ? [.digitised, .digitised, .reused, .none, .reusedResult] : [.none]
            return SubmittedDocument(
                code: requirement.code, name: requirement.name,
                originals: requirement.isOnlyPresented ? 0 : requirement.originals,
                copies: requirement.copies, digitised: chance.pick(states),
                presented: requirement.isOnlyPresented ? true : nil)
        }
    }
}
