import Forms
import GRDB
import HTTPTypes
import Models

/// Correcting a dossier after its slip was given out: by those who receive at its unit, with a reason, and so that nothing
/// of the old is lost.
///
/// It is no step of a process: step and holder stay, but for another procedure, which begins where the dossier stands. The
/// revision makes its effect happen once; a key that comes with it gives the stored answer besides.
struct Amending: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    func perform() async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let reply: Reply
        if call.headers[.idempotencyKey] != nil {
            reply = try await central.effectOnce.perform(call) {
                try await prepare(stored)
            } effect: { database, prepared in
                try record(database, prepared)
            }
        } else {
            let prepared = try await prepare(stored)
            reply = try await central.store.write { try record($0, prepared) }
        }
        for unit in Set([stored.dossier.unit.code, stored.holderUnit]) {
            central.inboxCounter.noteAct(in: unit)
        }
        return reply
    }

    // MARK: Checks

    private func prepare(_ stored: StoredDossier) async throws -> PreparedAmendment {
        try await checkRight(stored)
        let request: DossierAmendment = try call.decode()
        var check = try AmendmentCheck(request, of: stored.dossier, call, central)
        let reason = try await check.run()
        guard check.faults.isEmpty, let procedure = check.procedure else {
            throw ProblemError.input(check.faults)
        }
        let seal = central.seal
        let history = try await central.store.read {
            try DossierTable.history($0, of: stored.dossier.id, seal: seal)
        }
        let last = history.last
        try Precondition.check(
            call, revision: stored.dossier.revision, changedBy: last.map { $0.officer?.name ?? "Hệ thống" },
            changedAt: last?.at)

        var after = stored
        after.dossier = check.after
        if check.changesProcedure { after.process = procedure.process }
        let ground = try await RoutingGround(of: after, central, on: call.today)
        var obstacles = Self.obstacles(stored, ground.graph)
        if obstacles.isEmpty, check.changesProcedure {
            let old = try await RoutingGround(of: stored, central, on: call.today)
            obstacles = Self.obstacles(old.graph, ground.graph, history)
        }
        guard obstacles.isEmpty else {
            throw ProblemError(.actionNotAllowed, detail: obstacles.first?.message, errors: obstacles)
        }
        var event = RoutingEvent(
            seq: (last?.seq ?? 0) + 1, at: last.map { max($0.at, call.now) } ?? call.now,
            action: ProcessAction.amend.rawValue, officer: grant.officer.reference,
            person: grant.officer.person, status: stored.dossier.status, note: reason)
        try settle(&after, from: stored, &event, request, history, ground)
        let changes = try changes(from: stored, to: after)
        guard !changes.isEmpty else {
            throw ProblemError.input([
                .init("", "nothing_changed", "Không có gì khác với nội dung đang có.")
            ])
        }
        event.detail.changes = changes
        after.dossier.revision += 1
        return PreparedAmendment(
            before: stored, after: after, event: event, files: check.files, ground: ground,
            warnings: check.warnings)
    }

    /// Reception of the unit that took it in, and nobody else.
    private func checkRight(_ stored: StoredDossier) async throws {
        let officer = grant.officer
        let mayAmend = officer.assignments.contains {
            $0.role == .reception && $0.unit == stored.dossier.unit.code
        }
        guard !mayAmend else { return }
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "policy.refuse", subject: stored.dossier.id, outcome: .refused,
            detail: ["route": call.route.id], traceID: call.traceID)
        try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
        throw ProblemError(
            .forbidden,
            detail: "Chỉ cán bộ tiếp nhận của \(stored.dossier.unit.name) sửa được hồ sơ này.")
    }

    /// Why a dossier as it stands can't be amended.
    ///
    /// What came with form 02 can be completed, paper by paper, until the supplement is recorded.
    private static func obstacles(_ stored: StoredDossier, _ graph: ProcessGraph) -> [InputFault] {
        if !stored.isOpen {
            return [
                .init(
                    "", "ended", "Hồ sơ đã kết thúc ở bước “\(stored.dossier.stepName)”.",
                    hint: "Chỉ còn xem được.")
            ]
        }
        if stored.dossier.acceptedAt == nil, graph.step(stored.dossier.step)?.kind != .waitCitizen {
            return [
                .init(
                    "", "not_accepted", "Hồ sơ chưa được tiếp nhận nên chưa có phiếu nào để sửa.",
                    hint: "Sửa khi tiếp nhận.")
            ]
        }
        return []
    }

    /// Why a dossier can't go over to another procedure's process.
    private static func obstacles(_ old: ProcessGraph, _ new: ProcessGraph, _ history: [RoutingEvent])
        -> [InputFault]
    {
        let holding = RoutingEvent.effective(history)
        let receipt = holding.lastIndex { $0.verb == .receive }
        let since = receipt.map { holding[($0 + 1)...] } ?? holding[...]
        if let done = since.first(where: { ![.amend, nil].contains($0.verb) }) {
            return [
                .init(
                    "/procedure", "already_begun",
                    "Từ khi tiếp nhận đã có việc “\(done.verb?.name ?? done.action)” lúc \(done.at.display), nên không đổi thủ tục được nữa.",
                    hint: "Rút hồ sơ và tiếp nhận lại theo thủ tục đúng.")
            ]
        }
        let leads = [old, new].map { graph in
            graph.transition(from: graph.process.entry, .receive).flatMap { graph.step($0.to) }
        }
        guard old.process.entry == new.process.entry, let from = leads[0], let to = leads[1],
            from.code == to.code, from.status == to.status, from.clock == to.clock
        else {
            return [
                .init(
                    "/procedure", "other_entry",
                    "Quy trình của thủ tục này bắt đầu khác với quy trình của hồ sơ.",
                    hint: "Rút hồ sơ và tiếp nhận lại theo thủ tục đúng.")
            ]
        }
        return []
    }

    // MARK: Clock and step

    /// The clock after the amendment, as the history with its event gives it.
    private func settle(
        _ after: inout StoredDossier, from before: StoredDossier, _ event: inout RoutingEvent,
        _ request: DossierAmendment, _ history: [RoutingEvent], _ ground: RoutingGround
    ) throws {
        let (old, submittedAt) = (before.dossier, before.dossier.submittedAt)
        let term = ServiceTime(amount: after.dossier.deadline.amount, unit: after.dossier.deadline.unit)
        if term != ServiceTime(amount: old.deadline.amount, unit: old.deadline.unit) {
            event.detail.term = term
        }
        if let appointment = request.dueAt {
            var lawful = RoutingState.replay(history + [event], ground.graph, submittedAt: submittedAt)
            lawful.corrections = []
            // What stands there already may stay: a calendar may have changed since it was given.
            if appointment != old.dueAt, let fault = AppointmentFault.of(appointment, ground.calendar) {
                throw ProblemError.input([fault])
            }
            let isStanding = lawful.pauses.last.map { $0.to == nil } ?? false
            try check(
                appointment, latest: isStanding ? nil : lawful.due(term, ground.calendar).dueAt, at: event.at)
            if appointment != old.dueAt || event.detail.term != nil { event.detail.appointment = appointment }
        }
        let state = RoutingState.replay(history + [event], ground.graph, submittedAt: submittedAt)
        if event.detail.term != nil || event.detail.appointment != nil {
            let due = state.due(term, ground.calendar)
            after.dossier.dueAt = due.dueAt
            after.dossier.deadline.explanation = due.words(.vi)
            after.dossier.deadline.explanationEn = due.words(.en)
            (event.detail.previousDueAt, event.detail.dueAt) = (old.dueAt, due.dueAt)
        }
        guard after.process != before.process else { return }
        guard let step = ground.graph.step(state.step), let status = ground.statuses[step.status] else {
            throw StoreError.unreadable("step \(state.step) of \(ground.graph.process.id)")
        }
        (after.dossier.stepName, after.dossier.statusName) = (step.name, status.name.text(.vi))
        after.assignee = nil
        after.expiresAt = state.expiry(ground.graph, ground.calendar)
    }

    /// An appointment may be put right within the law's time; what goes beyond is an extension, with its apology.
    private func check(_ appointment: Instant, latest: Instant?, at now: Instant) throws {
        guard let latest else {
            throw ProblemError.input([
                .init("/due_at", "no_appointment", "Đồng hồ đang dừng nên chưa có ngày hẹn để sửa.")
            ])
        }
        if appointment > latest {
            throw ProblemError.input([
                .init(
                    "/due_at", "after_term",
                    "Ngày hẹn không được muộn hơn thời hạn theo quy định (\(latest.display)).",
                    hint: "Muốn hẹn muộn hơn phải gia hạn, kèm phiếu xin lỗi (mẫu 04).")
            ])
        }
        if appointment <= now {
            throw ProblemError.input([.init("/due_at", "in_past", "Ngày hẹn phải ở sau lúc này.")])
        }
    }

    /// Every place that is another afterwards: from these and the dossier as it is follows what it was.
    private func changes(from before: StoredDossier, to after: StoredDossier) throws -> [AmendedField] {
        var changes = AmendedField.changes(
            from: try StrictJSON.value(of: before.dossier), to: try StrictJSON.value(of: after.dossier))
        if before.process != after.process {
            changes += AmendedField.changes(
                from: try StrictJSON.value(of: before.process), to: try StrictJSON.value(of: after.process),
                at: "/process")
        }
        return changes
    }

    // MARK: The transaction

    private func record(_ database: Database, _ prepared: PreparedAmendment) throws -> Reply {
        let (before, after, event, now) = (prepared.before, prepared.after, prepared.event, call.now)
        let (id, officer) = (after.dossier.id, grant.officer)
        if let lease = try ClaimTable.find(database, dossier: id), lease.until > now,
            lease.officer.id != officer.id
        {
            throw ProblemError(
                .claimed,
                detail:
                    "\(lease.officer.name) đang xử lý hồ sơ này từ \(lease.since.display), giữ đến \(lease.until.clock).",
                changedBy: lease.officer.name, changedAt: lease.since)
        }
        try prepared.ground.checkCalendar(database, of: before.dossier.unit.code)
        try checkMoney(database, from: before.dossier, to: after.dossier)
        try DossierTable.amend(database, after, before: before, seal: central.seal)
        try DossierTable.append(database, event.shown, to: id, person: event.person, seal: central.seal)
        try ClaimTable.delete(database, dossier: id)
        if let files = prepared.files { try FileTable.refer(database, .dossier, id, to: files) }
        if after.dossier.applicant != before.dossier.applicant {
            try Intake.recordPerson(database, after.dossier.applicant, now)
        }
        // What waits for its supplement owes nothing yet.
        if after.dossier.quote != before.dossier.quote, after.dossier.acceptedAt != nil {
            let ground = MoneyGround(stored: after, routing: prepared.ground)
            try Bookkeeping(call, central, officer: officer).charge(
                database, try ground.debtor(database, seal: central.seal))
        }
        let parts = Set(
            (event.detail.changes ?? []).compactMap {
                $0.pointer.split(separator: "/").first.map(String.init)
            })
        try AuditTable.append(
            database,
            AuditEntry(
                at: event.at, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "dossier.amend", subject: id,
                detail: ["code": after.dossier.code, "parts": parts.sorted().joined(separator: " ")],
                traceID: call.traceID), key: central.auditKey)
        try Outbox(seal: central.seal).tellIfLate(
            database, before: before.dossier, after: after.dossier, wasStanding: false,
            isRunning: prepared.ground.graph.step(after.dossier.step)?.clock == .run, now: event.at)
        try ChangeTable.append(database, ChangeEntry(after, event.action, at: event.at))
        var dossier = try after.told(database, on: call.today).disclosed(try call.disclosure(of: after))
        dossier.warnings = prepared.warnings.isEmpty ? nil : prepared.warnings
        return try .json(dossier, headers: ["etag": "\"\(dossier.revision)\""])
    }

    /// A fee for which money was taken stands on a receipt: it changes only by a refund and a new payment, which somebody
    /// else books. While a payment is on its way nothing of what it is for may change.
    private func checkMoney(_ database: Database, from before: Dossier, to after: Dossier) throws {
        func amounts(_ dossier: Dossier) -> [String: Int] {
            Dictionary(dossier.quote.lines.map { ($0.feeCode, $0.amount) }, uniquingKeysWith: +)
        }
        let (old, new) = (amounts(before), amounts(after))
        let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        guard !changed.isEmpty else { return }
        let paid = try PaymentTable.keptByFee(database, of: before.id)
        let names = Dictionary(
            (after.quote.lines + before.quote.lines).map { ($0.feeCode, $0.name) }
        ) { first, _ in first }
        var faults = changed.filter { paid[$0, default: 0] > 0 }.map { code in
            InputFault(
                "/quantities/\(code)", "already_paid",
                "\(names[code] ?? code): đã thu \(Money(paid[code] ?? 0).display) nên không sửa được.",
                hint: "Nhờ thu ngân hoàn khoản đã thu trước, rồi sửa và thu lại.")
        }
        if faults.isEmpty, try PaymentTable.pendingID(database, of: before.id) != nil {
            faults = [
                .init(
                    "/quantities", "payment_pending",
                    "Một khoản thu của hồ sơ đang chờ kết quả nên chưa sửa phí được.",
                    hint: "Chờ có kết quả hoặc bỏ khoản thu đó rồi sửa.")
            ]
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
    }
}
