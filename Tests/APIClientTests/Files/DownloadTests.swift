import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// A download is there whole or not at all, and never in place of something else.
@Suite(.timeLimit(.minutes(10))) struct DownloadTests {
    private let transport = ScriptedTransport()
    private let files: FileFixture
    private let bytes = FileFixture.pdf(200_000)

    init() throws {
        files = try FileFixture()
    }

    private func answer(_ bytes: [UInt8]) -> ScriptedTransport.Step {
        .answer(Response(status: 200, headers: [Header("Content-Type", "application/pdf")], body: bytes))
    }

    @discardableResult
    private func download(
        _ path: RawPath, limit: Int = FileRule.largestBytes, calls: FileCalls = FileCalls()
    ) async throws -> Int {
        let client = try await Fixture.client(transport)
        return try await client.download(
            FileFixture.sha256(bytes), to: path, limit: limit, calls: calls)
    }

    @Test("UP-1 a download is for this user alone")
    func download() async throws {
        transport.on(.get, "/v1/files/*", answer(bytes))
        let path = try files.path("a.pdf")
        #expect(try await download(path) == bytes.count)
        #expect(files.read(path) == bytes && files.mode(path) == 0o600 && files.names == ["a.pdf"])
        #expect(transport.requests.last?.target == "/v1/files/\(FileFixture.sha256(bytes))")
    }

    @Test("UP-1 what has the name stays, a link that leads nowhere too, and nothing is asked for")
    func exists() async throws {
        transport.on(.get, "/v1/files/*", answer(bytes))
        let path = try files.write([1], "a.pdf")
        let dangling = try files.path("b.pdf")
        #expect(dangling.withCString { symlink("/nowhere", $0) } == 0)
        for path in [path, dangling] {
            await #expect(throws: TransferError.file(.exists)) { try await download(path) }
        }
        #expect(files.read(path) == [1] && transport.requests.count == 2)
    }

    @Test("UP-1 what gets the name while the bytes come stays")
    func existsLater() async throws {
        let path = try files.path("a.pdf")
        let (files, bytes) = (files, bytes)
        transport.on(
            .get, "/v1/files/*",
            .reply { _ in
                _ = try? files.write([1], "a.pdf")
                return Response(status: 200, body: bytes)
            })
        await #expect(throws: TransferError.file(.exists)) { try await download(path) }
        #expect(files.read(path) == [1] && files.names == ["a.pdf"])
    }

    @Test("UP-1 another content than the hash says is not kept")
    func otherContent() async throws {
        for wrong in [Array(bytes.dropLast()), bytes + [0], [], FileFixture.pdf(200_000, seed: 2)] {
            transport.forget(.get, "/v1/files/*")
            transport.on(.get, "/v1/files/*", answer(wrong))
            await #expect(throws: TransferError.file(.otherContent)) {
                try await download(try files.path("a"))
            }
        }
        #expect(files.names.isEmpty)
    }

    @Test("UP-1 an answer that says no is not taken for the file")
    func refused() async throws {
        transport.on(.get, "/v1/files/*", .problem(404, "not_found"))
        let error = await #expect(throws: TransferError.self) { try await download(try files.path("a")) }
        #expect(error?.code == "not_found" && files.names.isEmpty)
        transport.forget(.get, "/v1/files/*")
        transport.on(.get, "/v1/files/*", .answer(Response(status: 204)))
        await #expect(throws: TransferError.api(.garbage(.status(204)))) {
            try await download(try files.path("a"))
        }
    }

    @Test("UP-1 more than allowed is not kept")
    func tooLarge() async throws {
        transport.on(.get, "/v1/files/*", answer(bytes))
        await #expect(throws: TransferError.api(.tooLarge)) {
            try await download(try files.path("a"), limit: bytes.count - 1)
        }
        #expect(files.names.isEmpty)
        #expect(try await download(try files.path("a"), limit: bytes.count) == bytes.count)
    }

    @Test(
        "UP-1 places that take no file are named",
        arguments: [("none/a", FileFailure.vanished), ("file/a", .vanished), (".", .exists)])
    func places(name: String, expected: FileFailure) async throws {
        try files.write([1], "file")
        transport.on(.get, "/v1/files/*", answer(bytes))
        let path = try #require(RawPath(files.folder + "/" + name))
        await #expect(throws: TransferError.file(expected)) { try await download(path) }
        #expect(files.names == ["file"])
    }

    @Test("UP-1 a disk that fails at any write leaves nothing behind", arguments: [1, 2, 3])
    func failingDisk(call: Int) async throws {
        // Real libcurl hands over 16 KiB at a time; here a write takes less than it was given.
        transport.on(.get, "/v1/files/*", answer(bytes))
        let count = Notes<Int>()
        var calls = FileCalls()
        calls.write = { file, bytes in
            count.add(bytes.count)
            if count.all.count == call { return -Int(ENOSPC) }
            return Glibc.write(file, bytes.baseAddress, min(bytes.count, 70_000))
        }
        await #expect(throws: TransferError.file(.full)) {
            try await download(try files.path("a"), calls: calls)
        }
        #expect(files.names.isEmpty)
        calls = FileCalls()
        calls.sync = { _ in -EIO }
        await #expect(throws: TransferError.file(.failed(EIO))) {
            try await download(try files.path("a"), calls: calls)
        }
        #expect(files.names.isEmpty)
    }

    static let canMount: Bool = {
        guard geteuid() == 0, let place = try? TemporaryFolder() else { return false }
        guard mount("tmpfs", place.path, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount2(place.path, 2) == 0
    }()

    @Test("UP-1 a disk that is really full", .enabled(if: canMount, "needs the right to mount"))
    func fullDisk() async throws {
        transport.on(.get, "/v1/files/*", answer(bytes))
        #expect(mount("tmpfs", files.folder, "tmpfs", 0, "size=64k") == 0)
        defer { umount2(files.folder, 2) }
        await #expect(throws: TransferError.file(.full)) { try await download(try files.path("a")) }
        #expect(files.names.isEmpty)
    }

    // MARK: Over libcurl

    private func head(_ count: Int) -> String {
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: \(count)\r\n\r\n"
    }

    private func client(_ server: TestServer) async throws -> Client {
        let client = Client(address: server.address, transport: CurlTransport(address: server.address))
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        return client
    }

    private static let token =
        #"{"access_token":"t","token_type":"Bearer","expires_in":3600,"store_key":"\#(Fixture.storeKeyText)"}"#

    @Test("UP-1 a download that was cut half way begins again and is whole")
    func cutDownload() async throws {
        let text = String(repeating: "một dòng chữ\n", count: 20_000)
        let bytes = Array(text.utf8)
        let cut = Notes<Int>()
        let head = head(bytes.count)
        let server = try TestServer(onSocket: { connection in
            while let request = connection.readRequest() {
                if request.contains("/oauth/token") {
                    connection.answer(Self.token)
                    continue
                }
                connection.write(head)
                cut.add(1)
                if cut.all.count < 3 {
                    connection.write(String(text.prefix(30_000)))
                    connection.cut()
                    return
                }
                connection.write(text)
            }
        })
        let path = try files.path("a.txt")
        let count = try await client(server).download(FileFixture.sha256(bytes), to: path)
        #expect(count == bytes.count && files.read(path) == bytes && cut.all.count == 3)
        server.stop()
    }

    @Test("UP-1 an answer without an end is given up at the limit, and a cancelled one at once")
    func endless() async throws {
        let isRunning = Signal()
        let quiet = String(repeating: "b", count: 64)
        let server = try TestServer(onSocket: { connection in
            guard connection.readRequest() != nil else { return }
            connection.answer(Self.token)
            guard let request = connection.readRequest() else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            if request.contains("/v1/files/\(quiet) ") {
                connection.write("a")
                isRunning.set()
                connection.waitForHangUp()
                return
            }
            while connection.write(String(repeating: "x", count: 65_536)) {}
        })
        let (first, second) = (try await client(server), try await client(server))
        let path = try files.path("a.txt")
        await #expect(throws: TransferError.api(.tooLarge)) {
            try await first.download(String(repeating: "a", count: 64), to: path, limit: 1 << 20)
        }
        let task = Task { try await second.download(quiet, to: path) }
        await isRunning.wait()
        task.cancel()
        #expect(await task.result.failure as? TransferError == .api(.cancelled))
        #expect(files.names.isEmpty)
        server.stop()
    }

    @Test("UP-1 a piece goes over the wire as the contract has it")
    func pieceOnTheWire() async throws {
        let text = String(repeating: "đ", count: 1_000)
        let requests = Notes<String>()
        let sha = FileFixture.sha256(Array(text.utf8))
        let server = try TestServer(onSocket: { connection in
            while let request = connection.readRequest() {
                requests.add(request)
                switch request.prefix(while: { $0 != " " }) {
                case "HEAD":
                    connection.write(
                        "HTTP/1.1 200 OK\r\nUpload-Offset: 0\r\nUpload-Length: 2000\r\nUpload-Complete: ?0\r\n\r\n"
                    )
                case "PATCH":
                    connection.write(
                        "HTTP/1.1 204 No Content\r\nUpload-Offset: 2000\r\nUpload-Length: 2000\r\n"
                            + "Upload-Complete: ?1\r\n\r\n")
                default:
                    connection.answer(
                        request.contains("/oauth/token")
                            ? Self.token
                            : #"{"id":"u","sha256":"\#(sha)","offset":0,"size":2000,"complete":false,"#
                                + #""expires_at":"2027-01-01T00:00:00+07:00"}"#, status: "201 Created")
                }
            }
        })
        let path = try files.write(Array(text.utf8), "a.txt")
        let answer = try await Uploader(client: try await client(server), store: nil).upload(path)
        #expect(answer.sha256 == sha)
        let patch = try #require(requests.all.first { $0.hasPrefix("PATCH /v1/uploads/u HTTP/1.1\r\n") })
        #expect(patch.contains("\r\nUpload-Offset: 0\r\n") && patch.contains("\r\nContent-Length: 2000\r\n"))
        #expect(
            patch.contains("\r\nContent-Type: application/octet-stream\r\n") && patch.hasSuffix(text))
        server.stop()
    }
}
