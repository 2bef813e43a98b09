import ArgumentParser
import Forms
import Foundation
import GRDB
import Models

/// `central lint-process`: names every mistake in a process, with its place.
struct LintProcessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-process",
        abstract: "Kiểm tra một quy trình: nêu mọi chỗ sai kèm vị trí. Định dạng: docs/processes.md.",
        discussion: """
            Kết thúc với mã 0 khi không có gì sai, 1 khi có chỗ sai, 66 khi không đọc được tệp. Có --database thì \
            kiểm tra cả thời hạn của thủ tục và phân quyền như khi công bố.
            """)

    @Argument(help: "Tệp JSON của quy trình.")
    var file: String

    @ArgumentParser.Option(help: "Cơ sở dữ liệu để đối chiếu thủ tục, trạng thái và phân quyền.")
    var database: String?

    @ArgumentParser.Option(
        help: "Thư mục có dữ liệu tập huấn, nơi lấy trạng thái quốc gia khi không có --database.")
    var data: String?

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: file), bytes.count <= FormLimits.bytes else {
            FileHandle.standardError.write(Data("central: Không đọc được \(file).\n".utf8))
            throw ExitCode(66)
        }
        let text = Array(bytes)
        let found: [FormFinding]
        do {
            found = ProcessLint.check(text: text, try surroundings(text))
        } catch let refusal as Refusal {
            FileHandle.standardError.write(Data(("central: " + refusal.message + "\n").utf8))
            throw ExitCode(refusal.reason.rawValue)
        }
        for finding in found {
            print("\(file):" + (finding.line.map { "\($0): " } ?? " ") + finding.description)
        }
        guard found.isEmpty else {
            print("\(file): \(found.count) chỗ sai.")
            throw ExitCode(1)
        }
        print("\(file): không có gì sai.")
    }

    private func surroundings(_ text: [UInt8]) throws -> ProcessSurroundings {
        let today = WallClock.system.now().date
        if let database {
            // A text that can't be decoded is a finding of the linter's own.
            let process = try? StrictJSON.decode(ProcessDefinition.self, from: text)
            let store = try ReadOnlyStore(path: database)
            if let process {
                return try store.read {
                    try ProcessPublishing.surroundings(process, $0, on: max(today, process.effectiveFrom))
                }
            }
        }
        var reader = DataReader(directory: try Resources(folder: data).trainingData.path)
        guard let statuses = reader.file("statuses.json", DataList<NationalStatus>.self) else {
            throw Refusal(.data, "Không đọc được trạng thái quốc gia.")
        }
        return ProcessSurroundings(
            statuses: Dictionary(statuses.items.map { ($0.code, $0) }, uniquingKeysWith: { $1 }),
            roles: Set(Role.allCases.map(\.rawValue)))
    }
}
