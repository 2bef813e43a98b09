import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// A file gets to the server whole, whatever the line does.
@Suite(.timeLimit(.minutes(10))) struct UploaderTests {
    private let server = UploadServer()
    private let files: FileFixture
    private let place: StoreFixture

    init() throws {
        files = try FileFixture()
        place = try StoreFixture()
    }

    /// Time passes by itself here: every wait is over at once.
    private static let pacing = Pacing(
        now: { .zero }, sleep: { _ in try Task.checkCancellation() }, random: { $0 })

    private func uploader(_ store: ActStore?) async throws -> Uploader {
        Uploader(
            client: try await Fixture.client(server.transport, pacing: Self.pacing), store: store,
            pacing: Self.pacing)
    }

    @Test("UP-1 a file goes out in pieces of at most 1 MiB, and the answer is its row")
    func pieces() async throws {
        let bytes = FileFixture.pdf(2 << 20 | 12_345)
        let path = try files.write(bytes, "giấy khai sinh.pdf")
        let seen = Notes<UploadProgress>()
        let store = try place.open()
        let answer = try await uploader(store).upload(path) { seen.add($0) }
        #expect(
            answer
                == FileAnswer(
                    sha256: FileFixture.sha256(bytes), name: "giấy khai sinh.pdf", type: "application/pdf",
                    size: bytes.count))
        #expect(server.uploads.map(\.bytes) == [bytes])
        #expect(server.count(.patch) == 3 && server.sent == bytes.count)
        #expect(try store.uploads().isEmpty)
        let sending = seen.all.filter { $0.phase == .sending }
        #expect(sending.map(\.done) == [0, 1 << 20, 2 << 20, bytes.count])
        #expect(sending.allSatisfy { $0.total == bytes.count && $0.isKept })
        #expect(seen.all.filter { $0.phase == .reading }.last?.done == bytes.count)
    }

    @Test("UP-1 a line that breaks at any byte costs no byte and sends none twice")
    func cutAnywhere() async throws {
        let bytes = FileFixture.pdf(150_001)
        let path = try files.write(bytes, "a.pdf")
        for offset in stride(from: 0, through: bytes.count, by: 4_999) {
            let server = UploadServer()
            server.expect(.cut(after: offset))
            let client = try await Fixture.client(server.transport, pacing: Self.pacing)
            let answer = try await Uploader(client: client, store: try place.open(), pacing: Self.pacing)
                .upload(path)
            #expect(answer.size == bytes.count)
            #expect(server.uploads.map(\.bytes) == [bytes], "cut at \(offset)")
            // The first piece was on its way whole; of the rest every byte went once.
            #expect(server.sent == bytes.count + bytes.count - offset, "cut at \(offset)")
        }
    }

    @Test("UP-1 many cuts in one file, each a little further")
    func manyCuts() async throws {
        let bytes = FileFixture.pdf(900_000)
        for number in 1...12 { server.expect(.cut(after: number * 997)) }
        server.expect(.loseAnswer, .loseAnswer)
        _ = try await uploader(try place.open()).upload(try files.write(bytes, "a.pdf"))
        #expect(server.uploads.map(\.bytes) == [bytes])
    }

    @Test(
        "UP-1 Retry-After on the answer to a piece is waited out before the next one",
        arguments: [(429, 20), (503, 7), (423, 3)])
    func retryAfter(status: Int, seconds: Int) async throws {
        let waits = Notes<Duration>()
        let pacing = Pacing(
            now: { .zero }, sleep: { waits.add($0) }, random: { _ in .zero })
        let bytes = FileFixture.pdf(5_000)
        server.expect(.answer(.problem(status, "busy", headers: [Header("Retry-After", "\(seconds)")])))
        let client = try await Fixture.client(server.transport, pacing: pacing)
        _ = try await Uploader(client: client, store: nil, pacing: pacing).upload(
            try files.write(bytes, "a.pdf"))
        #expect(server.uploads.map(\.bytes) == [bytes])
        #expect(waits.all == [.seconds(seconds)])
    }

    @Test(
        "UP-1 a server that wants to be left alone for an hour is not waited for: its answer is the outcome")
    func retryMuchLater() async throws {
        let answer = Response.problem(429, "too_many", headers: [Header("Retry-After", "3600")])
        server.expect(.answer(answer))
        let store = try place.open()
        await #expect(throws: TransferError.api(Reply.error(of: answer))) {
            _ = try await uploader(store).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(server.count(.patch) == 1)
        #expect(try store.uploads().count == 1, "and the rest can be sent later")
    }

    @Test("UP-1 after desk was restarted the rest is sent, not the whole")
    func restart() async throws {
        let bytes = FileFixture.pdf(3 << 20)
        let path = try files.write(bytes, "a.pdf")
        // The first desk gets one piece through and dies with the second.
        let first = UploadServer.Mishap.cut(after: 700_000)
        let broken = UploadServer()
        broken.expect(first, .answer(.problem(401, "unauthorized")))
        let client = try await Fixture.client(broken.transport, pacing: Self.pacing)
        await #expect(throws: TransferError.api(.unauthorised)) {
            _ = try await Uploader(client: client, store: try place.open(), pacing: Self.pacing).upload(path)
        }
        let left = try #require(try place.open().uploads().first)
        #expect(left.offset == 700_000 && left.path == path && left.name == "a.pdf")
        let sent = broken.sent
        let again = try await Fixture.client(broken.transport, pacing: Self.pacing)
        _ = try await Uploader(client: again, store: try place.open(), pacing: Self.pacing).upload(path)
        #expect(broken.uploads.map(\.bytes) == [bytes])
        #expect(broken.count(.post) == 1)
        #expect(broken.sent - sent == bytes.count - 700_000)
        #expect(try place.open().uploads().isEmpty)
    }

    @Test("UP-1 an answer to the beginning that was lost with desk leads to the same upload")
    func lostBeginning() async throws {
        let path = try files.write(FileFixture.pdf(5_000), "a.pdf")
        let transport = server.transport
        transport.forget(.post, "/v1/uploads")
        transport.on(.post, "/v1/uploads", .fail(.malformed))
        await #expect(throws: TransferError.api(.garbage(.notHTTP))) {
            _ = try await uploader(try place.open()).upload(path)
        }
        let key = try #require(try place.open().uploads().first).key
        let second = UploadServer()
        let client = try await Fixture.client(second.transport, pacing: Self.pacing)
        _ = try await Uploader(client: client, store: try place.open(), pacing: Self.pacing).upload(path)
        #expect(second.uploads.map(\.key) == [key])
    }

    @Test("UP-1 where the answer to the last piece is lost, the server is asked and nothing is sent again")
    func lostEnd() async throws {
        let bytes = FileFixture.pdf(5_000)
        server.expect(.loseAnswer)
        let answer = try await uploader(nil).upload(try files.write(bytes, "a.pdf"))
        #expect(answer.sha256 == FileFixture.sha256(bytes) && server.sent == bytes.count)
    }

    @Test("UP-1 an upload that was complete before desk died is not sent again")
    func completeBefore() async throws {
        let bytes = FileFixture.pdf(5_000)
        let path = try files.write(bytes, "a.pdf")
        let store = try place.open()
        server.expect(.loseAnswer)
        // The line is gone with the answer, and desk with it.
        server.transport.forget(.head, "/v1/uploads/*")
        server.transport.on(
            .head, "/v1/uploads/*", .answer(UploadServer.state(0, of: 5_000)), .fail(.malformed))
        await #expect(throws: TransferError.self) { _ = try await uploader(store).upload(path) }
        server.transport.forget(.head, "/v1/uploads/*")
        server.transport.on(
            .head, "/v1/uploads/*", .answer(UploadServer.state(5_000, of: 5_000, status: 200)))
        let renamed = try files.write(bytes, "b.pdf")
        let answer = try await uploader(store).upload(renamed)
        #expect(answer.name == "b.pdf" && server.sent == bytes.count && server.count(.post) == 1)
    }

    @Test(
        "a beginning that belongs to something else is not gone on with",
        arguments: [
            #""size":4999,"sha256":"SHA""#, #""size":5000,"sha256":"00""#,
            #""size":5000,"sha256":"SHA","x":1"#,
        ])
    func otherBeginning(members: String) async throws {
        let bytes = FileFixture.pdf(5_000)
        let members = members.split(separator: "SHA", omittingEmptySubsequences: false)
            .joined(separator: FileFixture.sha256(bytes))
        server.transport.forget(.post, "/v1/uploads")
        let id = members.hasSuffix("1") ? String(repeating: "x", count: 65) : StoreFixture.id(1)
        server.transport.on(
            .post, "/v1/uploads",
            .answer(
                json:
                    #"{"id":"\#(id)","offset":0,"complete":false,"expires_at":"2027-01-01T00:00:00+07:00",\#(members)}"#,
                status: 201))
        let error = await #expect(throws: TransferError.self) {
            _ = try await uploader(nil).upload(try files.write(bytes, "a.pdf"))
        }
        #expect(error?.code == "garbage_shape" && server.count(.patch) == 0 && server.count(.head) == 0)
    }

    @Test("UP-1 an upload that the server has forgotten begins anew, under another key")
    func forgotten() async throws {
        let bytes = FileFixture.pdf(5_000)
        let path = try files.write(bytes, "a.pdf")
        server.expect(.answer(.problem(410, "upload_expired")))
        _ = try await uploader(try place.open()).upload(path)
        #expect(Set(server.uploads.map(\.key)).count == 2)
        #expect(server.uploads.last?.bytes == bytes)
    }

    @Test("UP-1 a server that loses every upload is not begun with for ever")
    func alwaysForgotten() async throws {
        server.expect(
            .answer(.problem(404, "x")), .answer(.problem(404, "x")), .answer(.problem(404, "x")),
            .answer(.problem(404, "x")))
        await #expect(throws: TransferError.self) {
            _ = try await uploader(nil).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(server.count(.post) == 3)
    }

    @Test("UP-1 a line that stays dead ends it, and the upload stays for later")
    func deadLine() async throws {
        server.transport.forget(.patch, "/v1/uploads/*")
        server.transport.on(.patch, "/v1/uploads/*", .fail(.cut))
        let store = try place.open()
        let seen = Notes<UploadProgress>()
        await #expect(throws: TransferError.api(.unreachable(.cut))) {
            _ = try await uploader(store).upload(try files.write(FileFixture.pdf(5_000), "a.pdf")) {
                seen.add($0)
            }
        }
        #expect(server.count(.patch) == UploadRun.mostFailures)
        #expect(seen.all.contains { $0.phase == .waiting })
        #expect(try store.uploads().count == 1)
    }

    @Test("UP-1 what the server refuses is not sent again, and is not kept")
    func refused() async throws {
        server.expect(.answer(.problem(422, "file_type_refused")))
        let store = try place.open()
        let error = await #expect(throws: TransferError.self) {
            _ = try await uploader(store).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(error?.code == "file_type_refused" && server.count(.patch) == 1)
        #expect(try store.uploads().isEmpty)
    }

    @Test("UP-1 cancelling ends it and keeps the upload")
    func cancelled() async throws {
        let transport = server.transport
        transport.forget(.patch, "/v1/uploads/*")
        transport.on(.patch, "/v1/uploads/*", .held("piece", .fail(.cut)))
        let store = try place.open()
        let path = try files.write(FileFixture.pdf(5_000), "a.pdf")
        let uploader = try await uploader(store)
        let task = Task { try await uploader.upload(path) }
        await transport.waitForRequests(4)
        // Its own content is busy meanwhile, from wherever it comes.
        await #expect(throws: TransferError.busy) { _ = try await uploader.upload(path) }
        task.cancel()
        #expect(await task.result.failure as? TransferError == .api(.cancelled))
        #expect(try store.uploads().count == 1)
        let early = Task { () async throws -> FileAnswer in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await uploader.upload(path)
        }
        #expect(await early.result.failure as? TransferError == .api(.cancelled))
    }

    @Test("UP-1 a store that is full keeps no file from the server, and says so")
    func fullStore() async throws {
        var calls = FileCalls()
        calls.create = { _, _ in -ENOSPC }
        let seen = Notes<UploadProgress>()
        let bytes = FileFixture.pdf(5_000)
        _ = try await uploader(try place.open(calls: calls)).upload(try files.write(bytes, "a.pdf")) {
            seen.add($0)
        }
        #expect(server.uploads.map(\.bytes) == [bytes])
        #expect(seen.all.allSatisfy { !$0.isKept })
    }

    @Test("UP-1 an upload that nobody took up again goes from the store with its time")
    func expired() async throws {
        server.transport.forget(.post, "/v1/uploads")
        server.transport.on(.post, "/v1/uploads", .fail(.malformed))
        _ = try? await uploader(try place.open()).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        #expect(place.names.count { $0.hasPrefix("upload-") } == 1)
        place.clock.advance(seconds: StoredUpload.life + 1)
        #expect(try place.open().uploads().isEmpty)
        #expect(place.names.count { $0.hasPrefix("upload-") } == 0)
    }

    @Test("a name that is no UTF-8 is opened as it is and kept as people can read it")
    func rawName() async throws {
        let bytes = FileFixture.pdf(100)
        let path = try files.write(bytes, [0xFF, 0x0A, 0x1B] + Array("e\u{301}.pdf".utf8))
        #expect(try await uploader(nil).upload(path).name == "\u{FFFD}__\u{E9}.pdf")
        #expect(server.uploads.map(\.bytes) == [bytes])
    }

    static let rubbish: [(String, Response)] = {
        func answer(_ offset: String, length: String = "5000", complete: String = "?0") -> Response {
            Response(
                status: 204,
                headers: [
                    Header("Upload-Offset", offset), Header("Upload-Length", length),
                    Header("Upload-Complete", complete),
                ])
        }
        return [
            ("negative", answer("-1")), ("beyond the end", answer("5001")), ("no number", answer("five")),
            ("a fraction", answer("0.5")), ("huge", answer("99999999999999999999")), ("nothing", answer("")),
            ("another size", answer("9", length: "7")), ("no size", answer("9", length: "")),
            ("complete half way", answer("9", complete: "?1")), ("whole and not complete", answer("5000")),
            ("complete in other words", answer("5000", complete: "true")),
            ("no word of it", answer("9", complete: "")),
            ("no head at all", Response(status: 204)),
            ("a page", Response(status: 200, headers: [Header("Content-Type", "text/html")], body: [60])),
            ("a redirect", Response(status: 302, headers: [Header("Location", "/")])),
        ]
    }()

    @Test("a server that answers rubbish offsets is not believed", arguments: rubbish)
    func rubbishAnswers(name: String, response: Response) async throws {
        server.transport.forget(.patch, "/v1/uploads/*")
        server.transport.on(.patch, "/v1/uploads/*", .answer(response))
        let error = await #expect(throws: TransferError.self) {
            _ = try await uploader(nil).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(error?.code.hasPrefix("garbage_") == true, "\(name): \(error?.code ?? "")")
        #expect(server.count(.patch) == 1)
    }

    @Test(
        "a server whose offsets never move ends the upload",
        arguments: [409, 200, 503])
    func offsetsThatStay(status: Int) async throws {
        server.transport.forget(.patch, "/v1/uploads/*")
        let stuck = UploadServer.state(0, of: 5_000)
        server.transport.on(
            .patch, "/v1/uploads/*", .answer(status == 200 ? stuck : .problem(status, "upload_offset_wrong")))
        await #expect(throws: TransferError.self) {
            _ = try await uploader(nil).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(server.count(.patch) == UploadRun.mostFailures)
    }

    @Test(
        "a HEAD that says rubbish is not believed",
        arguments: [
            ("-1", "5000"), ("5001", "5000"), ("", "5000"), ("0x10", "5000"), ("0", "4999"), ("0", ""),
            ("1 2", "5000"),
            ("99999999999999999999", "5000"),
        ])
    func rubbishHead(offset: String, length: String) async throws {
        server.transport.forget(.head, "/v1/uploads/*")
        server.transport.on(
            .head, "/v1/uploads/*",
            .answer(
                Response(
                    status: 204, headers: [Header("Upload-Offset", offset), Header("Upload-Length", length)]))
        )
        let error = await #expect(throws: TransferError.self) {
            _ = try await uploader(nil).upload(try files.write(FileFixture.pdf(5_000), "a.pdf"))
        }
        #expect(error?.code == "garbage_shape" && server.count(.patch) == 0)
    }
}
