import ArgumentParser
import Forms
import Foundation
import GRDB
import Models

/// `central import`: publishes a form, a procedure, a script of the hotline or a process from a file, also while a central serves the same
/// database. A process becomes a draft, and is activated where that is asked for.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Công bố tờ khai, quy trình, thủ tục hoặc kịch bản tổng đài từ tệp JSON, kể cả khi hệ thống đang chạy.",
        discussion: """
            Định dạng tờ khai: docs/forms.md, quy trình: docs/processes.md. Công bố tờ khai và quy trình trước, rồi \
            đến thủ tục dùng chúng. Quy trình nhập vào là bản nháp; --activate công bố luôn.
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case form, procedure, process, script
    }

    @Argument(help: "form, procedure, process hoặc script.")
    var kind: Kind

    @Argument(help: "Tệp JSON.")
    var file: String

    @ArgumentParser.Option(help: "Tệp cơ sở dữ liệu.")
    var database: String

    @ArgumentParser.Option(help: "Tệp cấu hình có các khóa bí mật; cơ sở dữ liệu tập huấn không cần.")
    var config: String?

    @ArgumentParser.Option(
        help: "Quy trình: công bố từ ngày này (YYYY-MM-DD), sau khi kiểm tra cả phân quyền.")
    var activate: String?

    func run() async throws {
        do {
            if kind == .process { try await importProcess() } else { try await publish() }
        } catch let refusal as Refusal {
            FileHandle.standardError.write(Data(("central: " + refusal.message + "\n").utf8))
            throw ExitCode(refusal.reason.rawValue)
        } catch let error as ProblemError {
            for fault in error.errors { print("\(file): \(fault.pointer) \(fault.code): \(fault.message)") }
            if error.errors.isEmpty {
                print("\(file): " + (error.detail ?? ProblemCatalogue.detail(error.kind)))
            }
            throw ExitCode(1)
        }
    }

    /// What a file holds, and the database opened for it.
    private func open() throws -> (text: [UInt8], store: Store) {
        guard FileManager.default.fileExists(atPath: database) else {
            throw Refusal(.data, "Không có tệp \(database).")
        }
        guard let data = FileManager.default.contents(atPath: file), data.count <= FormLimits.bytes else {
            throw Refusal(.data, "Không đọc được \(file), hoặc tệp dài quá \(FormLimits.bytes) byte.")
        }
        umask(0o077)
        return (Array(data), try Store(path: database))
    }

    private func importProcess() async throws {
        let (text, store) = try open()
        let key = try AuditKey.load(store, configuration: config)
        let now = WallClock.system.now()
        let day = try activate.map { text in
            guard let day = LocalDate(iso: text) else {
                throw Refusal(.usage, "--activate phải là một ngày YYYY-MM-DD.")
            }
            return day
        }
        let process = try RequestBody.decode(ProcessDefinition.self, from: text)
        let stored = try await store.write { database in
            var stored = try ProcessPublishing.begin(process, database, by: nil, at: now).stored.process
            var action = "catalogue.process_draft"
            if let day {
                action = "catalogue.process"
                stored = try ProcessPublishing.activate(
                    stored.id, version: stored.version, from: day, database, today: now.date
                ).process
            }
            let entry = Publishing.entry(
                action, stored.id, version: stored.version, by: nil, at: now, traceID: "")
            try AuditTable.append(database, entry, key: key)
            return stored
        }
        let state =
            stored.state == .draft
            ? "bản nháp" : "có hiệu lực từ ngày \(stored.effectiveFrom.display)"
        print("\(stored.id) bản \(stored.version): \(state).")
        try store.close()
    }

    private func publish() async throws {
        let (text, store) = try open()
        let key = try AuditKey.load(store, configuration: config)
        let (kind, now) = (kind, WallClock.system.now())
        let (id, version, outcome) = try await store.write { database in
            let (id, version, outcome) =
                switch kind {
                case .form: try Self.form(text, database, now.date)
                case .script: try Self.script(text, database, now.date)
                case .procedure, .process: try Self.procedure(text, database, now.date)
                }
            if outcome == .made {
                let entry = Publishing.entry(
                    "catalogue.\(kind.rawValue)", id, version: version, by: nil, at: now, traceID: "")
                try AuditTable.append(database, entry, key: key)
            }
            return (id, version, outcome)
        }
        print("\(id) bản \(version): \(outcome == .made ? "đã công bố" : "đã có từ trước, không đổi gì").")
        try store.close()
    }

    private static func form(_ text: [UInt8], _ database: Database, _ day: LocalDate) throws
        -> (String, Int, Publishing.Outcome)
    {
        let faults = try Publishing.faults(ofForm: text, database)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let form = try RequestBody.decode(FormDefinition.self, from: text)
        return (form.id, form.version, try Publishing.publish(form, database, on: day))
    }

    private static func procedure(_ text: [UInt8], _ database: Database, _ day: LocalDate) throws
        -> (String, Int, Publishing.Outcome)
    {
        let procedure = try RequestBody.decode(Procedure.self, from: text)
        let faults = try Publishing.faults(of: procedure, database, on: day)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return (procedure.code, procedure.version, try Publishing.publish(procedure, database, on: day))
    }

    private static func script(_ text: [UInt8], _ database: Database, _ day: LocalDate) throws
        -> (String, Int, Publishing.Outcome)
    {
        let script = try RequestBody.decode(HotlineScript.self, from: text)
        let procedure = try script.procedure.flatMap { code in
            try CatalogueTable.procedure(database, code: code, on: day)
        }.map { try LenientJSON.decode(Procedure.self, from: Array($0.utf8)) }
        let faults = ScriptLint.check(script, procedure: procedure)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return (script.id, script.version, try ScriptPublishing.publish(script, database, on: day))
    }
}
