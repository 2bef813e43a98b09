import APIClient
import Forms
import Foundation
import Models
import Synchronization
import Testing

/// Files between the real client and the real server.
@Suite("Files", .serialized, .timeLimit(.minutes(5)))
struct FilesTests {
    /// The server that a test kills from within an upload, which waits for it: only one thread at a time is here.
    private final class Killable: @unchecked Sendable {
        private var central: CentralProcess
        private let folder: TemporaryFolder
        private(set) var deaths = 0

        init(_ folder: TemporaryFolder) throws {
            self.folder = folder
            central = try CentralProcess(in: folder)
        }

        var socket: String { central.socket }

        func killAndRestart() {
            deaths += 1
            central.kill()
            do {
                central = try CentralProcess(in: folder)
            } catch {
                Issue.record(error)
            }
        }
    }

    private static func pdf(_ size: Int) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var value: UInt64 = 3
        while bytes.count < size {
            value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes.append(UInt8(truncatingIfNeeded: value >> 33))
        }
        return bytes
    }

    private static func path(_ folder: TemporaryFolder, _ name: String) throws -> RawPath {
        try #require(RawPath(folder.file(name)))
    }

    @Test(
        "UP-1 central is killed in the middle of a file: the rest is sent, and the file comes back as it was")
    func killedInTheMiddle() async throws {
        let folder = try TemporaryFolder()
        let central = try Killable(folder)
        let client = Client(address: try ServerAddress(socket: central.socket))
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        let bytes = Self.pdf(5 << 19)
        try Data(bytes).write(to: URL(fileURLWithPath: folder.file("a.pdf")))
        let done = Mutex<[Int]>([])
        let file = try await Uploader(client: client, store: nil).upload(try Self.path(folder, "a.pdf")) {
            progress in
            guard progress.phase == .sending else { return }
            done.withLock { $0.append(progress.done) }
            if progress.done == 1 << 20, central.deaths == 0 { central.killAndRestart() }
        }
        #expect(central.deaths == 1 && file.size == bytes.count && file.type == "application/pdf")
        #expect(done.withLock { $0 }.last == bytes.count)

        let copy = try Self.path(folder, "b.pdf")
        // To know a hash is no permission.
        let refused = await #expect(throws: TransferError.self) {
            try await client.download(file.sha256, to: copy)
        }
        #expect(refused?.code == "not_found" && !FileManager.default.fileExists(atPath: copy.text))
        _ = try await client.putDraft(
            DraftPut(
                id: UUIDv7.make(), kind: "intake", title: "Nháp", content: .object([:]), files: [file.sha256]),
            revision: nil)
        #expect(try await client.download(file.sha256, to: copy) == bytes.count)
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy.text)) == Data(bytes))
        await #expect(throws: TransferError.file(.exists)) {
            try await client.download(file.sha256, to: copy)
        }
        let again = try await Uploader(client: client, store: nil).upload(try Self.path(folder, "a.pdf"))
        #expect(again == file)
    }

    @Test(
        "UP-1 AF-3 what the server refuses is said in its words, and a report of a wrong source value is taken"
    )
    func refusals() async throws {
        let folder = try TemporaryFolder()
        let central = try CentralProcess(in: folder)
        let client = Client(address: try ServerAddress(socket: central.socket))
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        try await client.reportMismatch(
            MismatchReport(
                identityNumber: "001185000123", field: "address", sourceValue: "Phường Cửa Nam",
                correctValue: "Phường Hoàn Kiếm"), key: UUIDv7.make())
        let unknown = await #expect(throws: TransferError.self) {
            try await client.download(String(repeating: "0", count: 64), to: try Self.path(folder, "c"))
        }
        #expect(unknown?.code == "not_found")
        let none = await #expect(throws: TransferError.self) {
            try await client.download("no hash", to: try Self.path(folder, "c"))
        }
        #expect(none?.code == "file_other_content", "what is no hash is not asked for")
    }
}
