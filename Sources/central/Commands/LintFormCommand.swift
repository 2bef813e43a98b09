import ArgumentParser
import Forms
import Foundation

/// `central lint-form`: names every mistake in a form's definition, with its place.
struct LintFormCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint-form",
        abstract: "Kiểm tra định nghĩa một tờ khai: nêu mọi chỗ sai kèm vị trí. Định dạng: docs/forms.md.",
        discussion: "Kết thúc với mã 0 khi không có gì sai, 1 khi có chỗ sai, 66 khi không đọc được tệp.")

    @Argument(help: "Tệp JSON của tờ khai; - để đọc từ đầu vào chuẩn.")
    var file: String

    @ArgumentParser.Option(
        help: "Các danh mục được phép dùng, cách nhau bằng dấu phẩy; mặc định là các danh mục quốc gia.")
    var references: String?

    func run() throws {
        // One byte more than allowed is enough to see that a file is too long.
        guard let bytes = read(most: FormLimits.bytes + 1) else {
            FileHandle.standardError.write(Data("central: Không đọc được \(name).\n".utf8))
            throw ExitCode(66)
        }
        let sets = references.map { Set($0.split(separator: ",").map { $0.trimmed }) } ?? Self.nationalSets
        let found = FormDefinition.lint(bytes, references: sets)
        for finding in found { print(line(finding)) }
        guard found.isEmpty else {
            print("\(name): \(found.count) chỗ sai.")
            throw ExitCode(1)
        }
        print("\(name): không có gì sai.")
    }

    /// The reference sets that every central has.
    static let nationalSets: Set<String> = [
        "provinces", "communes", "agencies", "banks", "ethnic_groups", "fields",
    ]

    private var name: String { file == "-" ? "(stdin)" : file }

    private func line(_ finding: FormFinding) -> String {
        let place = [finding.line, finding.column].compactMap { $0.map(String.init) }.joined(separator: ":")
        return "\(name):\(place.isEmpty ? "" : place + ":") \(finding)"
    }

    private func read(most: Int) -> Data? {
        let handle = file == "-" ? .standardInput : FileHandle(forReadingAtPath: file)
        guard let handle else { return nil }
        var data = Data()
        do {
            while data.count < most, let part = try handle.read(upToCount: most - data.count), !part.isEmpty {
                data.append(part)
            }
        } catch {
            return nil
        }
        return data
    }
}
