import Forms
import GRDB
import Models

/// Puts forms and procedures in as data while central runs.
///
/// A version that is published never changes: the same content again is no second act, other content under the same
/// number is refused. A new one takes the next number.
enum Publishing {
    enum Outcome: Sendable {
        case made
        /// It was there already, just so.
        case same
    }

    // MARK: Forms

    /// What is wrong with a form's text, with pointers and lines; the reference sets are those of the database.
    static func faults(ofForm text: [UInt8], _ database: Database) throws -> [InputFault] {
        let references = try CatalogueTable.referenceSets(database)
        return FormDefinition.lint(text, references: references).map { finding in
            InputFault(
                finding.pointer, finding.code, finding.message, hint: finding.line.map { "Dòng \($0)." })
        }
    }

    static func publish(_ form: FormDefinition, _ database: Database, on day: LocalDate) throws -> Outcome {
        let document = try StrictJSON.encode(form)
        if let known = try CatalogueTable.document(database, .form, code: form.id, version: form.version) {
            let same = try LenientJSON.decode(FormDefinition.self, from: Array(known.utf8)) == form
            guard same else { throw ProblemError.input([.versionTaken]) }
            return .same
        }
        let latest = try CatalogueTable.latestVersion(database, .form, code: form.id)
        guard form.version == latest + 1 else { throw ProblemError.input([.notNext(latest)]) }
        try CatalogueTable.insert(
            database, .form, code: form.id, version: form.version, from: day, to: nil, document: document)
        try CatalogueTable.raiseRevision(database)
        return .made
    }

    // MARK: Procedures

    static func faults(of procedure: Procedure, _ database: Database, on day: LocalDate) throws
        -> [InputFault]
    {
        // Looked up beforehand: the linter itself can't fail.
        var forms: [String: Set<Int>] = [:]
        for item in procedure.cases.prefix(200) {
            forms[item.formId] = try CatalogueTable.versions(database, .form, code: item.formId)
        }
        for template in procedure.cases.prefix(200).flatMap(\.documents).compactMap(\.template) {
            forms[template] = try CatalogueTable.versions(database, .form, code: template)
        }
        let field = try CatalogueTable.referenceName(database, set: "fields", code: procedure.field.code)
        let process = try CatalogueTable.document(
            database, .process, code: procedure.process.id, version: procedure.process.version)
        let known = forms
        var lint = ProcedureLint(
            hasForm: { known[$0]?.contains($1) ?? false },
            hasTemplate: { !(known[$0]?.isEmpty ?? true) }, fieldName: { _ in field },
            hasProcess: { _ in process != nil })
        var faults = lint.check(procedure).map { InputFault($0.pointer, $0.code, $0.message) }
        if procedure.bundle != nil { faults += try self.faults(ofBundle: procedure, database, on: day) }
        return faults
    }

    private static func faults(ofBundle bundle: Procedure, _ database: Database, on day: LocalDate) throws
        -> [InputFault]
    {
        var procedures: [String: Procedure] = [:]
        var forms: [String: FormDefinition] = [:]
        for member in (bundle.bundle ?? []).prefix(BundleLint.members.upperBound) {
            guard
                let text = try CatalogueTable.procedure(database, code: member.procedure, on: day)
            else { continue }
            let procedure = try LenientJSON.decode(Procedure.self, from: Array(text.utf8))
            procedures[procedure.code] = procedure
            for item in procedure.cases where item.code == member.caseCode {
                let form = try CatalogueTable.document(
                    database, .form, code: item.formId, version: item.formVersion)
                guard let form else { continue }
                forms["\(item.formId)@\(item.formVersion)"] = try LenientJSON.decode(
                    FormDefinition.self, from: Array(form.utf8))
            }
        }
        var lint = BundleLint(bundle)
        return lint.run(
            procedure: { procedures[$0] }, form: { forms["\($0)@\($1)"] },
            references: try CatalogueTable.referenceSets(database)
        ).map { InputFault($0.pointer, $0.code, $0.message) }
    }

    /// The version of a procedure that was published last; 0 where there is none.
    static func latest(_ code: String, _ database: Database) throws -> Int {
        try CatalogueTable.latestProcedureVersion(database, code: code)
    }

    static func isSame(_ procedure: Procedure, _ database: Database) throws -> Bool {
        guard
            let text = try CatalogueTable.procedure(
                database, code: procedure.code, version: procedure.version)
        else { return false }
        return try LenientJSON.decode(Procedure.self, from: Array(text.utf8)) == procedure
    }

    static func publish(_ procedure: Procedure, _ database: Database, on day: LocalDate) throws -> Outcome {
        if try isSame(procedure, database) { return .same }
        let latest = try latest(procedure.code, database)
        guard procedure.version > latest else { throw ProblemError.input([.versionTaken]) }
        guard procedure.version == latest + 1 else { throw ProblemError.input([.notNext(latest)]) }
        // The past is not rewritten: dossiers came in under the version of their day.
        if latest > 0, procedure.effectiveFrom < day {
            throw ProblemError.input([
                .init(
                    "/effective_from", "in_past", "Bản mới có hiệu lực sớm nhất từ hôm nay (\(day.display)).")
            ])
        }
        try CatalogueTable.insert(database, procedure, to: nil)
        try CatalogueTable.raiseRevision(database)
        return .made
    }

    static func entry(
        _ action: String, _ subject: String, version: Int, by officer: Officer?, at now: Instant,
        traceID: String
    ) -> AuditEntry {
        AuditEntry(
            at: now, officer: officer?.id, person: officer?.person, unit: officer?.unit, action: action,
            subject: subject, detail: ["version": String(version)], traceID: traceID)
    }
}

extension InputFault {
    fileprivate static let versionTaken = InputFault(
        "/version", "version_exists", "Bản này đã công bố với nội dung khác; bản đã công bố không đổi được.",
        hint: "Tăng số bản lên một.")

    fileprivate static func notNext(_ latest: Int) -> InputFault {
        InputFault("/version", "not_next", "Bản mới nhất là \(latest), bản tiếp theo phải là \(latest + 1).")
    }
}
