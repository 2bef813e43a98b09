import Forms
import GRDB
import Models

/// A bundle ("liên thông") taken in: one intake, checked as one, made a dossier for each of its members in one
/// transaction. All of them come in, or none.
extension Intake {
    /// - Parameter check: Of the whole, without faults so far.
    func prepare(_ whole: IntakeCheck, _ bundle: BundleComposition) async throws -> [PreparedIntake] {
        var check = whole
        if check.intake.decision != .receive {
            check.fault(
                "/decision", "bundle_receive_only", "Bộ liên thông chỉ được tiếp nhận cả bộ.",
                hint: "Cần bổ sung hoặc từ chối thủ tục nào thì lập hồ sơ riêng của thủ tục đó.")
        }
        var intakes: [DossierIntake] = []
        var quotes: [FeeQuote] = []
        for index in bundle.parts.indices {
            let part = bundle.parts[index]
            var own = bundle.intake(of: index, from: check.intake)
            try await checkAnswers(&own, of: index, bundle, &check)
            var faults: [InputFault] = []
            let quote = FeeQuoting.quote(
                FeeQuoteRequest(
                    procedure: own.procedure, caseCode: own.caseCode, channel: own.channel,
                    quantities: own.quantities, exemption: own.exemption),
                procedure: part.procedure, on: call.today, &faults)
            check.add(faults.map { $0.named(part.procedure.name) })
            intakes.append(own)
            if let quote { quotes.append(quote) }
        }
        guard check.faults.isEmpty, quotes.count == intakes.count else {
            throw ProblemError.input(check.faults)
        }
        var prepared: [PreparedIntake] = []
        for (index, part) in bundle.parts.enumerated() {
            var own = try await place(
                intakes[index], part.procedure, part.selected, part.form, quotes[index])
            try await seat(&own, at: index, bundle, after: prepared.first)
            prepared.append(own)
        }
        prepared[0].warnings = check.warnings
        prepared[0].duplicates = prepared.flatMap(\.duplicates)
        return prepared
    }

    /// What the whole declaration found is not found again; what only the member's own form knows is told with its name.
    private func checkAnswers(
        _ own: inout DossierIntake, of index: Int, _ bundle: BundleComposition, _ check: inout IntakeCheck
    ) async throws {
        let part = bundle.parts[index]
        let reference = try await central.referenceCheck(part.form, own.answers, on: call.today)
        let validator = FormValidator(part.form, today: call.today, reference: reference)
        for error in validator.check(own.answers) where error.issue.severity == .error {
            // What is not asked for here comes with the first one's result.
            guard let path = bundle.path(error.path, of: index) else { continue }
            let isKnown = check.faults.contains { $0.pointer == path.pointer && $0.code == error.issue.code }
            guard !isKnown else { continue }
            check.add([
                InputFault(
                    path.pointer, error.issue.code, error.issue.message.text(.vi),
                    hint: error.issue.hint?.text(.vi)
                ).named(part.procedure.name)
            ])
        }
        own.answers = validator.settled(own.answers)
    }

    /// What waits for the first one's result has no due date yet: its clock stands from the beginning.
    private func seat(
        _ own: inout PreparedIntake, at index: Int, _ bundle: BundleComposition, after lead: PreparedIntake?
    ) async throws {
        let procedure = bundle.procedure
        var seat = BundleSeat(
            procedure: ProcedureRef(
                code: procedure.code, name: procedure.name, version: procedure.version),
            position: index + 1, count: bundle.parts.count, start: bundle.parts[index].member.start)
        if seat.start == .afterLead {
            let calendar = try await central.catalogue.calendar(own.unit.code, on: call.today)
            func due(_ accepted: Instant, _ pauses: [Pause]) -> DeadlineResult {
                Deadline.due(
                    calendar: calendar, acceptedAt: accepted, amount: own.deadline.amount,
                    unit: own.deadline.unit, pauses: pauses)
            }
            seat.expectedAt = lead?.dueAt.flatMap { due($0, []).dueAt }
            let waiting = due(call.now, [Pause(from: call.now, resume: .reset)])
            own.dueAt = waiting.dueAt
            (own.deadline.explanation, own.deadline.explanationEn) = (waiting.words(.vi), waiting.words(.en))
        }
        own.seat = seat
    }

    /// Writes all of them, linked, and gives the first one as the answer of the intake.
    func record(bundle prepared: [PreparedIntake], _ database: Database) throws -> Dossier {
        let id = UUIDv7.make()
        var dossiers: [Dossier] = []
        var members: [BundleTable.Member] = []
        for own in prepared {
            guard let seat = own.seat else {
                throw StoreError.unreadable("a bundle's dossier without a seat")
            }
            let link = DossierBundle(
                id: id, procedure: seat.procedure, position: seat.position, count: seat.count)
            let dossier = try record(database, own, link: link, lead: dossiers.first)
            dossiers.append(dossier)
            members.append(
                BundleTable.Member(
                    dossier: dossier.id, position: seat.position, start: seat.start,
                    expectedAt: seat.expectedAt, waits: seat.start == .afterLead))
        }
        guard let first = dossiers.first, let procedure = first.bundle?.procedure else {
            throw StoreError.unreadable("a bundle without dossiers")
        }
        try BundleTable.insert(database, id: id, procedure, members, at: call.now)
        try UseTable.record(
            database, unit: first.unit.code, officer: grant.officer.id, procedure: procedure.code,
            at: call.now)
        return try BundleReading.linked(first, database, scope: grant.scope, central)
    }

    /// A dossier that begins later says so in its history, from which its clock follows.
    func recordWait(for lead: Dossier, _ dossier: Dossier, _ database: Database) throws {
        try DossierTable.append(
            database,
            DossierEvent(
                seq: 2, at: call.now, action: RoutingEvent.awaitLead, status: dossier.status,
                note: "Chờ kết quả hồ sơ \(lead.code) (\(lead.procedure.name))."),
            to: dossier.id, seal: central.seal)
    }
}

extension InputFault {
    /// With the name of the member that it is about.
    func named(_ procedure: String) -> InputFault {
        var named = self
        named.message = "\(procedure): \(message)"
        return named
    }
}
