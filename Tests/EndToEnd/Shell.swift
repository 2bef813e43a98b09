import Foundation

/// What a command printed and how it ended.
struct ShellResult {
    var status: Int32
    var output: String
    var errors: String
}

/// Runs one program to its end. The arguments go to it as they are: no shell, no quoting.
@discardableResult
func run(_ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:])
    throws -> ShellResult
{
    let folder = try TemporaryFolder()
    var source = "/dev/null"
    if let input {
        source = folder.file("input")
        try input.write(toFile: source, atomically: false, encoding: .utf8)
    }
    let child = try Child(
        program, arguments, input: source, output: folder.file("output"), errors: folder.file("errors"),
        environment: environment)
    let status = child.wait()
    return ShellResult(
        status: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f),
        output: try text(of: folder.file("output")), errors: try text(of: folder.file("errors")))
}

private func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
}

/// A folder of a test's own that goes when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("desk-e2e-\(UUID().uuidString.prefix(8))", isDirectory: true)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = url.path
    }

    func file(_ name: String) -> String { path + "/" + name }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
