import ArgumentParser
import Forms
import Foundation
import GRDB
import Models

/// `central import`: publishes a form or a procedure from a file, also while a central serves the same database.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Công bố tờ khai hoặc thủ tục từ tệp JSON, kể cả khi hệ thống đang chạy.",
        discussion:
            "Định dạng tờ khai: docs/forms.md. Công bố tờ khai trước, rồi đến thủ tục dùng tờ khai đó.")

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case form, procedure
    }

    @Argument(help: "form hoặc procedure.")
    var kind: Kind

    @Argument(help: "Tệp JSON.")
    var file: String

    @ArgumentParser.Option(help: "Tệp cơ sở dữ liệu.")
    var database: String

    @ArgumentParser.Option(help: "Tệp cấu hình có các khóa bí mật; cơ sở dữ liệu tập huấn không cần.")
    var config: String?

    func run() async throws {
        do {
            try await publish()
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

    private func publish() async throws {
        guard FileManager.default.fileExists(atPath: database) else {
            throw Refusal(.data, "Không có tệp \(database).")
        }
        guard let data = FileManager.default.contents(atPath: file), data.count <= FormLimits.bytes else {
            throw Refusal(.data, "Không đọc được \(file), hoặc tệp dài quá \(FormLimits.bytes) byte.")
        }
        umask(0o077)
        let store = try Store(path: database)
        let key = try AuditKey.load(store, configuration: config)
        let (text, kind, now) = (Array(data), kind, WallClock.system.now())
        let (id, version, outcome) = try await store.write { database in
            let (id, version, outcome) =
                kind == .form
                ? try Self.form(text, database, now.date) : try Self.procedure(text, database, now.date)
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
        let faults = try Publishing.faults(of: procedure, database)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        return (procedure.code, procedure.version, try Publishing.publish(procedure, database, on: day))
    }
}
