import Testing

@testable import APIClient

/// Answers that are cut, drip, flood, or are none.
@Suite(.timeLimit(.minutes(10)))
struct BrokenAnswerTests {
    private let quick = Limits(connect: 5_000, total: 1_000, stall: 0)

    private func failure(
        _ request: Request = Request(.get, "/"), from script: @escaping TestServer.Script
    ) async throws -> TransportError? {
        let server = try TestServer(onSocket: script)
        let transport = CurlTransport(address: server.address)
        do {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    private static let broken: [(String, TransportError)] = [
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n", .cut),
        ("HTTP/1.1 100 Continue\r\n\r\n", .cut),
        ("HTTP/1.1 abc OK\r\n\r\n", .malformed),
        ("HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n{}", .malformed),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n{}", .cut),
        ("", .cut),
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":", .cut),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n", .cut),
        ("HTTP/1.1 200 OK\r\nContent-Le", .cut),
        ("SSH-2.0-OpenSSH_9.2\r\n", .malformed),
        ("<html>\r\n<p>hello</p>\r\n", .malformed),
        ("\u{0}\u{1}\u{2}\u{3}\r\n\r\n", .malformed),
    ]

    @Test(arguments: broken) func aBrokenAnswerIsNone(bytes: String, expected: TransportError) async throws {
        let error = try await failure { connection in
            _ = connection.readRequest()
            connection.write(bytes)
            connection.cut()
        }
        #expect(error == expected)
    }

    @Test func anAnnouncedHugeBodyIsNotFetched() async throws {
        let request = Request(.get, "/", limits: Limits(body: 1_000))
        let error = try await failure(request) { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n")
            connection.waitForHangUp()
        }
        #expect(error == .tooLarge)
    }

    @Test func aHugeBodyWithoutAnnouncementEndsAtTheCap() async throws {
        let request = Request(.get, "/", limits: Limits(body: 100_000))
        let error = try await failure(request) { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            let piece = "1000\r\n" + String(repeating: "a", count: 4096) + "\r\n"
            while connection.write(piece) {}
        }
        #expect(error == .tooLarge)
    }

    @Test func aBodyOfExactlyTheCapArrives() async throws {
        let server = try TestServer(onSocket: { connection in
            _ = connection.readRequest()
            connection.answer(String(repeating: "a", count: 5_000))
        })
        let response = try await CurlTransport(address: server.address)
            .send(Request(.get, "/", limits: Limits(body: 5_000)))
        #expect(response.body.count == 5_000)
    }

    @Test func aHeadWithoutEndEndsAtTheCap() async throws {
        let error = try await failure { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\n")
            while connection.write("X-A: " + String(repeating: "b", count: 500) + "\r\n") {}
        }
        #expect(error == .tooLarge)
    }

    @Test func aLineWithoutEndEndsToo() async throws {
        let error = try await failure { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nX-A: ")
            while connection.write(String(repeating: "b", count: 4_096)) {}
        }
        #expect(error == .tooLarge)
    }

    @Test func aDripThatNeverEndsTimesOut() async throws {
        let error = try await failure(Request(.get, "/", limits: quick)) { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            connection.waitForHangUp()
        }
        #expect(error == .timedOut)
    }

    @Test func aServerThatOnlyAcceptsTimesOut() async throws {
        let error = try await failure(Request(.get, "/", limits: quick)) { $0.waitForHangUp() }
        #expect(error == .timedOut)
    }

    @Test func aStallEndsBeforeTheTotalTime() async throws {
        let request = Request(.get, "/", limits: Limits(total: 50_000, stall: 1))
        let error = try await failure(request) { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            connection.waitForHangUp()
        }
        #expect(error == .timedOut)
    }

    @Test func aPeerThatHangsUpInTheMiddleOfABodyDoesNotKillTheProgram() async throws {
        let request = Request(.post, "/", body: [UInt8](repeating: 65, count: 8 << 20))
        let error = try await failure(request) { $0.cut() }
        #expect(error == .cut || error == .refused)
    }

    @Test func nobodyListens() async throws {
        let folder = try TemporaryFolder()
        let nowhere = CurlTransport(address: try ServerAddress(socket: folder.path + "/none"))
        await #expect(throws: TransportError.refused) { _ = try await nowhere.send(Request(.get, "/")) }
        let server = try TestServer(onLoopback: { $0.cut() })
        server.stop()
        let closed = CurlTransport(address: try ServerAddress(parsing: "http://127.0.0.1:1"))
        await #expect(throws: TransportError.refused) { _ = try await closed.send(Request(.get, "/")) }
    }

    @Test func anUnknownHostIsSaidToBeUnknown() async throws {
        let transport = CurlTransport(address: try ServerAddress(parsing: "https://khong-co.invalid"))
        await #expect(throws: TransportError.unresolved) { _ = try await transport.send(Request(.get, "/")) }
    }
}
