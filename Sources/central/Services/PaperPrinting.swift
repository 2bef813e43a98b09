import Forms
import GRDB
import Models

/// Takes a print of forms 01 to 06 into a dossier's journal: an act of its own, whose number says which are reprints.
///
/// The paper's conditions are asked in the transaction that writes it down, so that no act in between makes a paper of
/// something that is over.
struct PaperPrinting: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    private struct Prepared: Sendable {
        var request: PrintRequest
        /// By which a new appointment is checked.
        var calendar: WorkCalendar
    }

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    func perform() async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let (id, unit) = (stored.dossier.id, stored.dossier.unit.code)
        return try await central.effectOnce.perform(call) {
            let prepared = Prepared(
                request: try call.decode(),
                calendar: try await central.catalogue.calendar(unit, on: call.today))
            _ = try await central.store.read { try check($0, id, prepared) }
            return prepared
        } effect: { database, prepared in
            try record(database, prepared.request, of: try check(database, id, prepared))
        }
    }

    /// The dossier as it is, where what is asked for can be printed of it.
    private func check(_ database: Database, _ id: ID, _ prepared: Prepared) throws -> StoredDossier {
        let found = try DossierTable.find(database, id: id, scope: grant.scope, seal: central.seal)
        guard let stored = found else { throw ProblemError(.notFound) }
        let request = prepared.request
        let prints = try PrintTable.list(database, dossier: id)
        let papers = try DossierReading.papers(
            database, of: stored, prints, at: call.now, seal: central.seal)
        var faults: [InputFault] = []
        if let paper = papers.first(where: { $0.form.rawValue == request.form }) {
            if let obstacle = paper.obstacle {
                faults.append(.init("/form", "wrong_form", obstacle.message))
            } else if let fault = promised(request.dueAt, on: paper, prints, prepared.calendar) {
                faults.append(fault)
            }
        } else {
            faults.append(
                .init(
                    "/form", "unknown_form", "Mẫu phải từ 01 đến 06.",
                    hint: "Mẫu 07 là sổ của một đơn vị: /v1/registers."))
        }
        if !(1...20).contains(request.copies) {
            faults.append(.init("/copies", "out_of_range", "Số bản in phải từ 1 đến 20."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return stored
    }

    /// What is wrong with the new appointment of an apology: needed where no extension says it, and then given once.
    private func promised(
        _ dueAt: Instant?, on paper: PaperChoice, _ prints: [PrintRecord], _ calendar: WorkCalendar
    ) -> InputFault? {
        guard paper.missed != nil else {
            guard dueAt != nil else { return nil }
            return .init("/due_at", "not_here", "Giấy này không nêu ngày hẹn mới ngoài ngày đã gia hạn.")
        }
        guard let dueAt else { return .init("/due_at", "required", "Cần ngày hẹn trả mới.") }
        let earlier = prints.last { $0.form == paper.form.rawValue && $0.dueAt != nil }?.dueAt
        if let earlier {
            guard earlier != dueAt else { return nil }
            return .init(
                "/due_at", "promised_before", "Đã xin lỗi và hẹn lại một lần, đến \(earlier.display).",
                hint: "Chỉ in lại được giấy đã hẹn ngày đó.")
        }
        if dueAt <= call.now { return .init("/due_at", "in_past", "Ngày hẹn phải ở sau lúc này.") }
        return AppointmentFault.of(dueAt, calendar)
    }

    private func record(_ database: Database, _ request: PrintRequest, of stored: StoredDossier) throws
        -> Reply
    {
        let (id, officer) = (stored.dossier.id, grant.officer)
        var record = try PrintTable.record(database, request, dossier: id, by: officer, at: call.now)
        try ChangeTable.append(database, ChangeEntry(stored, "print", at: call.now))
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
            action: "dossier.print", subject: id,
            detail: ["form": record.form, "copy": String(record.copyNumber)], traceID: call.traceID)
        try AuditTable.append(database, entry, key: central.auditKey)
        if record.form == SlipForm.appointment.rawValue {
            record.amendment = try SlipDocument.amendment(
                DossierTable.events(database, of: id, seal: central.seal),
                prints: PrintTable.list(database, dossier: id))
        }
        return try .json(record, status: 201)
    }
}
