import Crypto
import Forms
import GRDB
import Models

/// Saves a plan as one act, and takes such an act back, in the caller's transaction.
struct BindingSaving {
    let database: Database
    let officer: Officer
    let scope: Scope
    let auditKey: SymmetricKey
    let now: Instant
    let traceID: String
    private var today: LocalDate { now.date }

    init(_ database: Database, _ call: Call, _ central: Central) throws {
        let grant = try call.requireGrant()
        self.database = database
        officer = grant.officer
        scope = grant.scope
        auditKey = central.auditKey
        now = call.now
        traceID = call.traceID
    }

    // MARK: Saving

    /// - Parameter basis: What the plan was looked at on (`BindingPlanning.basis`); `*` for whatever holds now.
    func save(_ plan: BindingsPlan, on basis: String?) throws -> BindingsChange {
        guard let basis else { throw ProblemError(.revisionMissing) }
        var planning = BindingPlanning(database, scope: scope, today: today)
        let outcome = try planning.work(out: plan)
        try check(basis, outcome)
        guard outcome.refused.isEmpty else {
            throw ProblemError(
                .invalidInput, detail: "\(outcome.refused.count) chỗ không phân công được; chưa lưu gì.",
                errors: Array(outcome.refused.prefix(50)))
        }
        if !(plan.allowGaps ?? false) { try BindingChange.refuse(outcome.gaps) }
        guard !outcome.moves.isEmpty else {
            throw ProblemError.input([.init("", "nothing", "Đang như vậy rồi, không có gì để đổi.")])
        }
        let id = UUIDv7.make()
        var rows: [BindingChangeTable.Touched] = []
        var places: [BindingChangeTable.Place] = []
        for place in outcome.changedPlaces {
            let revision = (outcome.revisions[place] ?? 0) + 1
            places.append(.init(unit: place.unit, process: place.process, revision: revision))
            for move in outcome.moves[place] ?? [] { rows.append(try carryOut(move, revision)) }
        }
        try BindingChangeTable.insert(
            database, id: id, summary: outcome.summary, steps: outcome.changedSteps, places: places,
            rows: rows, by: officer.id, at: now)
        try audit(
            "binding.change", id,
            [
                "template": plan.template.rawValue,
                "assignee": plan.officer ?? plan.assigneeUnit ?? plan.likeUnit ?? "",
                "rows": String(places.count),
                "steps": String(outcome.changedSteps), "gaps": String(outcome.gaps.count),
                "from": outcome.from.iso, "units": plan.units.prefix(20).joined(separator: ","),
            ])
        return try record(id)
    }

    private func carryOut(_ move: BindingPlanning.Move, _ revision: Int) throws -> BindingChangeTable.Touched
    {
        switch move {
        case .end(let stored, let last):
            try BindingTable.end(
                database, id: stored.id, on: last, revision: revision, by: officer.id, at: now)
            return .init(binding: stored.id, isNew: false, formerTo: stored.binding.to)
        case .add(let binding):
            let id = try BindingTable.insert(
                database, binding, revision: revision, by: officer.id, at: now)
            return .init(binding: id, isNew: true, formerTo: nil)
        }
    }

    /// Somebody else was faster: the rows that are others by now, by name.
    private func check(_ basis: String, _ outcome: BindingPlanning.Outcome) throws {
        let tags = basis.split(separator: ",").map { $0.trimmed }
        guard !tags.contains("*") else { return }
        // A weak tag, or one that no look gave, is not what holds now: it is there, so it is not missing.
        let moments = tags.compactMap(Self.moment(of:))
        guard let moment = moments.max() else {
            let current = BindingPlanning.basis(outcome, at: now)
            throw ProblemError(.revisionConflict, headers: ["etag": "\"\(current)\""])
        }
        let isSeen = moments.contains { moment in
            tags.contains("\"\(BindingPlanning.basis(outcome, at: Instant(seconds: moment)))\"")
        }
        guard !isSeen else { return }
        let current = BindingPlanning.basis(outcome, at: Instant(seconds: moment))
        var faults: [InputFault] = []
        var last: BindingTable.Revision?
        for place in outcome.places {
            let revision = try BindingTable.revision(database, unit: place.unit, process: place.process)
            guard let at = revision.changedAt, at.seconds >= moment else { continue }
            last = revision
            faults.append(changed(place.unit, place.process, revision))
        }
        throw ProblemError(
            .revisionConflict, errors: Array(faults.prefix(50)), headers: ["etag": "\"\(current)\""],
            changedBy: last?.changedBy, changedAt: last?.changedAt)
    }

    /// When the look was that gave a tag.
    private static func moment(of tag: String) -> Int64? {
        guard tag.hasPrefix("\""), tag.hasSuffix("\"") else { return nil }
        let parts = tag.dropFirst().dropLast().split(separator: ".")
        return parts.count == 2 ? Int64(parts[0]) : nil
    }

    private func changed(_ unit: String, _ process: String, _ revision: BindingTable.Revision) -> InputFault {
        InputFault(
            "/rows/\(unit)/\(process)", "changed",
            "\(unit), \(process): \(revision.changedBy ?? "người khác") đã đổi lúc \(revision.changedAt?.display ?? "")."
        )
    }

    // MARK: Taking back

    /// Puts back what held before a change; refused where anything of it has been changed since, or where one of those who
    /// would be bound again is at work no more.
    func undo(_ change: BindingsChange) throws -> BindingsChange {
        if let at = change.undoneAt {
            throw ProblemError(
                .actionNotAllowed,
                errors: [
                    .init("", "undone", "\(change.undoneBy?.name ?? "") đã hoàn tác lúc \(at.display).")
                ])
        }
        var faults: [InputFault] = []
        let places = try BindingChangeTable.places(database, of: change.id)
        for place in places {
            let revision = try BindingTable.revision(database, unit: place.unit, process: place.process)
            if revision.number != place.revision {
                faults.append(changed(place.unit, place.process, revision))
            }
        }
        guard faults.isEmpty else {
            throw ProblemError(.actionNotAllowed, errors: Array(faults.prefix(50)))
        }
        let revisions = Dictionary(
            uniqueKeysWithValues: places.map { ("\($0.unit) \($0.process)", $0.revision + 1) })
        for row in try BindingChangeTable.rows(database, of: change.id) {
            guard let stored = try BindingTable.stored(database, id: row.binding) else {
                throw StoreError.unreadable("binding_change_rows")
            }
            let revision = revisions["\(stored.binding.unit) \(stored.binding.process)"] ?? 1
            if let fault = try restore(row, stored, revision) { faults.append(fault) }
        }
        // Thrown within the transaction: nothing of it stays.
        guard faults.isEmpty else {
            throw ProblemError(.actionNotAllowed, errors: Array(faults.prefix(50)))
        }
        try BindingChangeTable.setUndone(database, id: change.id, by: officer.id, at: now)
        try audit("binding.undo", change.id, ["rows": String(places.count)])
        return try record(change.id)
    }

    /// - Returns: Why it can't be put back.
    private func restore(
        _ row: BindingChangeTable.Touched, _ stored: BindingTable.Stored, _ revision: Int
    ) throws -> InputFault? {
        let binding = stored.binding
        let yesterday = today.adding(days: -1)
        if row.isNew {
            // What it did until today stays known.
            let wanted = max(today, binding.from).adding(days: -1)
            let last = binding.to.map { min($0, wanted) } ?? wanted
            try BindingTable.end(
                database, id: stored.id, on: last, revision: revision, by: officer.id, at: now)
            return nil
        }
        // It would be over by now anyway.
        if let former = row.formerTo, former < today { return nil }
        if case .officer(let id) = binding.assignee,
            try OfficerTable.officer(database, id: id, on: max(today, binding.from)) == nil
        {
            let name = try String.fetchOne(
                database, sql: "SELECT name FROM officers WHERE id = ?", arguments: [id])
            return InputFault(
                "/rows/\(binding.unit)/\(binding.process)/\(binding.step)", "unknown_assignee",
                "\(binding.unit), \(binding.process): \(name ?? id) không còn làm việc, không giao lại được.")
        }
        if binding.to.map({ $0 >= yesterday }) ?? true {
            try BindingTable.end(
                database, id: stored.id, on: row.formerTo, revision: revision, by: officer.id, at: now)
        } else {
            var again = binding
            (again.from, again.to) = (max(today, binding.from), row.formerTo)
            try BindingTable.insert(database, again, revision: revision, by: officer.id, at: now)
        }
        return nil
    }

    // MARK: Rows

    private func record(_ id: ID) throws -> BindingsChange {
        guard let change = try BindingChangeTable.page(database, id: id, scope: scope, limit: 1).first else {
            throw ProblemError(.notFound)
        }
        return change
    }

    private func audit(_ action: String, _ subject: ID, _ detail: [String: String]) throws {
        try AuditTable.append(
            database,
            AuditEntry(
                at: now, officer: officer.id, person: officer.person, unit: officer.unit, action: action,
                subject: subject, detail: detail, traceID: traceID), key: auditKey)
    }
}
