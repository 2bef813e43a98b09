import Forms
import GRDB
import Models

/// Puts processes in as data: drafts that may be replaced, and versions that are active and never change again.
///
/// Activation publishes the procedure's next version with it, so that a dossier, which keeps the version of the
/// procedure that it came in under, keeps that of the process too.
enum ProcessPublishing {
    /// What the linter holds a process against, as it is on a day.
    static func surroundings(_ process: ProcessDefinition, _ database: Database, on day: LocalDate) throws
        -> ProcessSurroundings
    {
        var statuses: [Int: NationalStatus] = [:]
        for text in try CatalogueTable.documents(database, .status, on: day) {
            let status = try LenientJSON.decode(NationalStatus.self, from: Array(text.utf8))
            statuses[status.code] = status
        }
        let procedure = try CatalogueTable.procedure(database, code: process.procedure, on: day).map {
            try LenientJSON.decode(Procedure.self, from: Array($0.utf8))
        }
        let bindings = try BindingTable.bindings(database, process: process.id, on: day)
        let units = Set(bindings.map(\.unit))
            .union(try ProcessTable.unitsWithOpenDossiers(database, of: process.procedure))
        return ProcessSurroundings(
            statuses: statuses, roles: Set(Role.allCases.map(\.rawValue)), procedure: procedure,
            units: units.sorted(),
            staffed: try BindingTable.staffed(database, process: process.id, on: day), bindings: bindings)
    }

    static func findings(_ process: ProcessDefinition, _ database: Database, on day: LocalDate) throws
        -> [InputFault]
    {
        ProcessLint.check(process, try surroundings(process, database, on: day))
            .map { InputFault($0.pointer, $0.code, $0.message) }
    }

    // MARK: Drafts

    /// Keeps a new version as a draft. The same content as the newest version has is no second one.
    static func begin(
        _ content: ProcessDefinition, _ database: Database, by officer: Officer?, at now: Instant
    ) throws -> (stored: ProcessTable.Stored, outcome: Publishing.Outcome) {
        guard ProcessLint.isCode(content.id) else {
            throw ProblemError.input([.init("/id", "bad_id", "Mã gồm chữ thường không dấu, chữ số, gạch.")])
        }
        let versions = try ProcessTable.versions(database, id: content.id, on: now.date)
        var process = content
        process.state = .draft
        process.effectiveTo = nil
        if let last = versions.last {
            var known = last.process
            known.state = .draft
            known.effectiveTo = nil
            known.effectiveFrom = process.effectiveFrom
            process.version = known.version
            if known == process { return (last, .same) }
            if last.process.procedure != process.procedure {
                throw ProblemError.input([
                    .init(
                        "/procedure", "mismatch",
                        "Quy trình này của thủ tục \(last.process.procedure).")
                ])
            }
        }
        process.version = (versions.last?.process.version ?? 0) + 1
        let stored = ProcessTable.Stored(
            process: process, revision: 1, changedBy: officer?.name, changedAt: now)
        try ProcessTable.putDraft(database, stored)
        return (stored, .made)
    }

    /// Replaces a draft's content; its id, version and procedure stay.
    static func replace(
        _ current: ProcessTable.Stored, with content: ProcessDefinition, _ database: Database,
        by officer: Officer?, at now: Instant
    ) throws -> ProcessTable.Stored {
        guard current.process.state == .draft else { throw ProblemError.input([.immutable]) }
        var process = content
        process.state = .draft
        process.effectiveTo = nil
        var faults: [InputFault] = []
        if process.id != current.process.id || process.version != current.process.version {
            faults.append(.init("/id", "mismatch", "Mã và số bản phải trùng với địa chỉ."))
        }
        if process.procedure != current.process.procedure {
            faults.append(
                .init("/procedure", "mismatch", "Quy trình này của thủ tục \(current.process.procedure)."))
        }
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let stored = ProcessTable.Stored(
            process: process, revision: current.revision + 1, changedBy: officer?.name, changedAt: now)
        try ProcessTable.putDraft(database, stored)
        return stored
    }

    // MARK: Activation

    /// Makes a draft the version in force from a day on. One that is active from that day already is left as it is.
    static func activate(
        _ id: String, version: Int, from day: LocalDate?, _ database: Database, today: LocalDate
    ) throws -> (process: ProcessDefinition, outcome: Publishing.Outcome) {
        guard let current = try ProcessTable.find(database, id: id, version: version, on: today) else {
            throw ProblemError(.notFound)
        }
        var process = current.process
        guard process.state == .draft else {
            guard process.state == .active, day.map({ $0 == process.effectiveFrom }) ?? true else {
                throw ProblemError.input([.immutable])
            }
            return (process, .same)
        }
        let from = day ?? today
        guard from >= today else {
            throw ProblemError.input([
                .init(
                    "/effective_from", "in_past",
                    "Bản mới có hiệu lực sớm nhất từ hôm nay (\(today.display))."
                )
            ])
        }
        process.state = .active
        process.effectiveFrom = from
        let faults = try findings(process, database, on: from)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        if let newest = try ProcessTable.versions(database, id: id, on: today)
            .last(where: { $0.process.state != .draft })?.process, newest.version > version
        {
            throw ProblemError.input([
                .init(
                    "/version", "not_next",
                    "Bản \(newest.version) đã công bố; bản cũ hơn không công bố được nữa.")
            ])
        }
        try ProcessTable.publish(database, process)
        try publishProcedure(of: process, database)
        try CatalogueTable.raiseRevision(database)
        return (process, .made)
    }

    /// The next version of the procedure, the same but for its process, from the same day on. A process whose
    /// procedure isn't published yet waits for it.
    private static func publishProcedure(of process: ProcessDefinition, _ database: Database) throws {
        guard let text = try CatalogueTable.procedureVersions(database, code: process.procedure).first else {
            return
        }
        var procedure = try LenientJSON.decode(Procedure.self, from: Array(text.utf8))
        guard procedure.effectiveFrom <= process.effectiveFrom else {
            throw ProblemError.input([
                .init(
                    "/effective_from", "before_procedure",
                    "Thủ tục đã có bản mới từ ngày \(procedure.effectiveFrom.display); chọn từ ngày đó.")
            ])
        }
        procedure.version += 1
        procedure.process = ProcessRef(id: process.id, version: process.version)
        procedure.effectiveFrom = process.effectiveFrom
        try CatalogueTable.insert(database, procedure, to: nil)
    }
}

extension InputFault {
    fileprivate static let immutable = InputFault(
        "/version", "version_active",
        "Bản này đã công bố: hồ sơ đang đi theo nó, nên không đổi được nữa.", hint: "Lập một bản mới.")
}
