import Forms
import GRDB
import Models

/// Calls a unit otherwise from a day on, in the caller's transaction. Until then, and on every paper of before, it is called as
/// it was.
struct UnitRenaming {
    let database: Database
    let grant: Grant
    let call: Call
    let central: Central
    private var today: LocalDate { call.today }

    func rename(_ unit: UnitRecord, _ request: UnitRename) throws -> UnitRecord {
        var input = OfficerInput(
            database, scope: grant.scope, officer: grant.officer, today: today, seal: central.seal)
        let name = input.text(request.name, "/name")
        let reason = input.reason(request.reason)
        let from = request.effectiveFrom ?? today
        if from < today { input.add("/effective_from", "in_past", "Ngày đầu phải từ hôm nay.") }
        if !name.isEmpty, name == unit.name { input.add("/name", "same", "Đơn vị đang có tên này.") }
        if let next = unit.nextFrom {
            input.add(
                "/effective_from", "renamed",
                "Đã có tên mới từ ngày \(next.display): \(unit.nextName ?? "").")
        } else if from <= unit.effectiveFrom {
            input.add(
                "/effective_from", "renamed",
                "Tên này có từ ngày \(unit.effectiveFrom.display), tên mới phải sau ngày đó.")
        }
        try input.refuse()
        try UnitTable.rename(database, unit, to: name, from: from)
        try AuditTable.append(
            database,
            AuditEntry(
                at: call.now, officer: grant.officer.id, person: grant.officer.person, unit: unit.code,
                action: "unit.rename", subject: unit.code,
                detail: ["from": unit.name, "to": name, "effective_from": from.iso, "reason": reason],
                traceID: call.traceID), key: central.auditKey)
        guard let renamed = try UnitTable.find(database, unit.code, scope: grant.scope, on: today) else {
            throw ProblemError(.notFound)
        }
        return renamed
    }
}
