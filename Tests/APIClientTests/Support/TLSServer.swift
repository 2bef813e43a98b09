import Foundation

@testable import APIClient

/// `openssl s_server` with a certificate made for the test.
final class TLSServer {
    /// The authority that signed the certificate, as a PEM file.
    let authority: String
    let port: Int
    private let process = Process()
    private let temporary: TemporaryFolder

    /// - Parameters:
    ///   - names: For whom the certificate is, e.g. `DNS:localhost`.
    ///   - days: How long it holds from today; a negative number makes one whose time is over.
    ///   - options: More for `s_server`.
    init(names: String, days: Int = 2, options: [String] = []) throws {
        temporary = try TemporaryFolder()
        let folder = temporary.path
        let (key, request, extensions) = (folder + "/key", folder + "/request", folder + "/extensions")
        let certificate = folder + "/certificate"
        authority = folder + "/authority.pem"
        let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try TLSServer.openssl(
            ["req", "-x509"] + curve + ["-subj", "/CN=test authority", "-days", "2"]
                + ["-keyout", folder + "/authority.key", "-out", authority])
        try TLSServer.openssl(["req"] + curve + ["-subj", "/CN=test", "-keyout", key, "-out", request])
        try Data("subjectAltName=\(names)".utf8).write(to: URL(fileURLWithPath: extensions))
        try TLSServer.openssl(
            ["x509", "-req", "-in", request, "-CA", authority, "-CAkey", folder + "/authority.key"]
                + ["-CAcreateserial", "-days", "\(days)", "-extfile", extensions, "-out", certificate])

        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments =
            ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"] + options
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var text = ""
        var found: Int?
        while found == nil {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { throw CocoaError(.executableLoad) }
            text += String(decoding: piece, as: UTF8.self)
            for line in text.split(separator: "\n") where line.hasPrefix("ACCEPT ") && text.hasSuffix("\n") {
                found = line.split(separator: ":").last.flatMap { Int($0) }
            }
        }
        port = found ?? 0
    }

    deinit {
        // Not SIGTERM: a child inherits the signal mask of a thread that takes none.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private static func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    }
}
