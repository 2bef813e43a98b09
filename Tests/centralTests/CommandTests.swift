import ArgumentParser
import Foundation
import Glibc
import Synchronization
import Testing

@testable import central

@Suite("Starting central")
struct CommandTests {
    @Test(
        "Addresses",
        arguments: [
            ("unix:/run/central.sock", true, true), ("127.0.0.1:8080", true, true),
            ("127.9.9.9:80", true, true),
            ("localhost:0", true, true), ("[::1]:8080", true, true), ("0.0.0.0:8080", true, false),
            ("192.168.1.5:443", true, false), ("127.0.0.1.example.vn:80", true, false),
            ("unix:", false, false),
            ("8080", false, false), (":8080", false, false), ("host:70000", false, false),
            ("host:x", false, false),
        ])
    func addresses(text: String, isValid: Bool, isLocal: Bool) {
        let address = ListenAddress(text)
        #expect((address != nil) == isValid)
        #expect((address?.isLocal ?? false) == isLocal)
    }

    @Test(
        "What must not be started is refused with a reason",
        arguments: [
            (["--listen", "0.0.0.0:80", "--training"], 64), (["--listen", "10.0.0.1:80"], 64),
            (["--listen", "unix:/tmp/x.sock"], 78), (["--listen", "x", "--training"], 64),
            (["--listen", "unix:/tmp/x.sock", "--config", "/nonexistent"], 78),
        ] as [([String], Int32)])
    func refusals(arguments: [String], code: Int32) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let arguments = arguments.map { $0.replacing("/tmp/", with: folder.path + "/") }
        let command = try ServeCommand.parse(arguments + ["--database", folder.path + "/db.sqlite"])
        let refusal = await #expect(throws: Refusal.self) { try await command.serve() }
        #expect(refusal?.reason.rawValue == code)
    }

    @Test(
        "A secret that is missing, short or a placeholder is refused",
        arguments: [
            "", "[secrets]", "[secrets]\naudit_key = \"change-me\"",
            "[secrets]\naudit_key = \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"", "secrets = [",
        ])
    func secrets(text: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".toml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        #expect(throws: Refusal.self) { try CentralConfiguration(path: file.path) }
    }

    @Test("A configuration with two good keys is taken, from a file that nobody else may read")
    func configuration() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".toml")
        let (first, second) = (Data.random(32).base64EncodedString(), Data.random(32).base64EncodedString())
        func write(_ text: String, mode: Int) throws {
            try text.write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        }
        let good = "[secrets]\naudit_key = \"\(first)\"\ndata_key = \"\(second)\"\n"
        try write(good, mode: 0o600)
        _ = try CentralConfiguration(path: file.path)
        for (text, mode) in [
            (good, 0o644), (good, 0o640), (good.replacing(second, with: first), 0o600),
            ("[secrets]\naudit_key = \"\(first)\"\n", 0o600),
            (good.replacing(second, with: "change-me"), 0o600),
        ] {
            try write(text, mode: mode)
            #expect(throws: Refusal.self) { try CentralConfiguration(path: file.path) }
        }
    }

    @Test(
        "A public address is https, or this machine's own",
        arguments: [
            ("https://motcua.gov.vn", "https://motcua.gov.vn"),
            ("https://motcua.gov.vn:8443/mot-cua/", "https://motcua.gov.vn:8443/mot-cua"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost", "http://localhost"),
            ("http://motcua.gov.vn", nil), ("motcua.gov.vn", nil), ("https://", nil), ("", nil),
            ("https://a@motcua.gov.vn", nil), ("https://motcua.gov.vn?x=1", nil),
            ("https://motcua.gov.vn#x", nil), ("ftp://motcua.gov.vn", nil),
            ("https://motcua.gov.vn:70000", nil),
        ] as [(String, String?)])
    func publicAddress(text: String, expected: String?) {
        #expect(PublicAddress(text)?.text == expected)
    }

    @Test(
        "Without a configured one it is where central listens",
        arguments: [
            ("unix:/run/central.sock", false, "http://localhost"),
            ("127.0.0.1:8080", false, "http://127.0.0.1:8080"), ("[::1]:8080", false, "http://[::1]:8080"),
            ("10.0.0.1:443", true, "https://10.0.0.1:443"),
            ("0.0.0.0:443", true, "https://\(ProcessInfo.processInfo.hostName):443"),
        ])
    func defaultAddress(listen: String, isSecure: Bool, expected: String) throws {
        let address = try #require(ListenAddress(listen))
        #expect(PublicAddress(listeningAt: address, isSecure: isSecure).text == expected)
    }

    @Test("The configuration's public address is read; a wrong one is no start")
    func configuredAddress() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".toml")
        func read(_ text: String) throws -> String? {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return try PublicAddress.configured(at: file.path)?.text
        }
        #expect(try read("[server]\npublic_url = \"https://motcua.gov.vn\"") == "https://motcua.gov.vn")
        #expect(try read("[secrets]\naudit_key = \"x\"") == nil)
        for wrong in ["\"http://motcua.gov.vn\"", "\"\"", "8080"] {
            let refusal = #expect(throws: Refusal.self) { try read("[server]\npublic_url = \(wrong)") }
            #expect(refusal?.reason == .configuration)
        }
    }

    @Test("A socket that is held is never replaced, a stale one is removed")
    func socketLock() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".sock").path
        try Data().write(to: URL(filePath: path))
        let lock = try SocketLock(socket: path, patience: 0)
        #expect(!FileManager.default.fileExists(atPath: path))
        try Data().write(to: URL(filePath: path))
        let refusal = #expect(throws: Refusal.self) { try SocketLock(socket: path, patience: 40) }
        #expect(refusal?.reason == .temporary)
        #expect(FileManager.default.fileExists(atPath: path))
        lock.release(removing: [path])
        try SocketLock(socket: path, patience: 0).release(removing: [])
    }

    @Test("The lifeline ends when the last desk is gone")
    func lifeline() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".life").path
        let line = try Lifeline(path: path)
        let (ended, one, two) = (
            AsyncStream<Void>.makeStream(), try Self.connect(path), try Self.connect(path)
        )
        let isEnded = Mutex(false)
        line.watch {
            isEnded.withLock { $0 = true }
            ended.continuation.finish()
        }
        close(one)
        // A desk that comes while another is there keeps it alive after that one.
        let three = try Self.connect(path)
        close(two)
        #expect(!isEnded.withLock { $0 })
        close(three)
        for await _ in ended.stream {}
        #expect(isEnded.withLock { $0 })
    }

    @Test(
        "Failpoints",
        arguments: [
            ("after_commit", "after_commit", 1), ("after_commit:3", "after_commit", 3), ("nowhere", nil, 0),
            ("after_commit:0", nil, 0), ("after_commit:x", nil, 0), ("", nil, 0),
        ] as [(String, String?, Int)])
    func failpoints(text: String, place: String?, turn: Int) {
        let failpoint = Failpoint(text)
        #expect(failpoint?.place?.rawValue == place)
        guard let failpoint, let place = failpoint.place else { return }
        #expect(!failpoint.isDue(.beforeResponse))
        let due = (1...5).map { _ in failpoint.isDue(place) }
        #expect(due == (1...5).map { $0 == turn })
    }

    private static func connect(_ path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
        }
        #expect(result == 0)
        return descriptor
    }
}
