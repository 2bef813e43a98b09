import Glibc
import Testing

@testable import APIClient

/// The transport against a server of raw sockets.
@Suite(.timeLimit(.minutes(10)))
struct CurlTransportTests {
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

    // MARK: Requests

    @Test("ST-1 passed on unaltered: what is sent is written byte for byte as it was given")
    func aRequestOverAUnixSocketIsWrittenAsGiven() async throws {
        let seen = Notes<String>()
        let server = try TestServer(onSocket: { connection in
            seen.add(connection.readRequest() ?? "")
            connection.answer(#"{"a":1}"#, headers: "X-One: first\r\nx-TWO:  second \r\n")
        })
        let transport = CurlTransport(address: server.address)
        let response = try await transport.send(
            Request(
                .post, "/v1/fees:quote?q=a%20b",
                headers: [Header("Content-Type", "application/json"), Header("Authorization", "Bearer t")],
                body: Array("{}".utf8)))
        #expect(
            seen.all == [
                "POST /v1/fees:quote?q=a%20b HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer t\r\nContent-Length: 2\r\n\r\n{}"
            ])
        #expect(response.status == 200)
        #expect(response.body == Array(#"{"a":1}"#.utf8))
        #expect(response.headers.first("X-ONE") == "first")
        #expect(response.headers.first("X-Two") == "second ")
        #expect(response.elapsed > .zero)
    }

    @Test(arguments: Method.allCases) func everyMethodGoesOut(method: Method) async throws {
        let seen = Notes<String>()
        let server = try TestServer(onLoopback: { connection in
            seen.add(String((connection.readRequest() ?? "").prefix { $0 != " " }))
            connection.write("HTTP/1.1 204 No Content\r\n\r\n")
        })
        let transport = CurlTransport(address: server.address)
        let response = try await transport.send(Request(method, "/x"))
        #expect(response.status == 204)
        #expect(response.body.isEmpty)
        #expect(seen.all == [method.rawValue])
    }

    @Test func aLargeBodyGoesWithoutAskingFirst() async throws {
        let seen = Notes<Int>()
        let server = try TestServer(onSocket: { connection in
            let text = connection.readRequest() ?? ""
            #expect(!text.lowercased().contains("expect:"))
            seen.add(text.utf8.count)
            connection.answer("{}")
        })
        let body = [UInt8](repeating: UInt8(ascii: "a"), count: 256 << 10)
        _ = try await CurlTransport(address: server.address).send(Request(.post, "/", body: body))
        #expect(try #require(seen.all.first) > body.count)
    }

    @Test(
        arguments: [
            Request(.get, "/", headers: [Header("X", "a\r\nY: b")]),
            Request(.get, "/", headers: [Header("X", "a\u{0}b")]),
            Request(.get, "/", headers: [Header("X Y", "a")]),
            Request(.get, "/", headers: [Header("", "a")]),
            Request(.get, "x"),
            Request(.get, "/ \r\n"),
        ])
    func whatWouldBreakTheHeadIsNotSent(request: Request) async throws {
        let error = try await failure(request) { connection in
            Issue.record("connected")
            connection.cut()
        }
        #expect(error == .badRequest)
    }

    @Test func theBaseOfTheAddressStandsBeforeTheTarget() async throws {
        let seen = Notes<String>()
        let server = try TestServer(onLoopback: { connection in
            seen.add(String((connection.readRequest() ?? "").prefix { !$0.isNewline }))
            connection.answer("{}")
        })
        let address = try ServerAddress(parsing: server.address.text + "/mot-cua/")
        _ = try await CurlTransport(address: address).send(Request(.get, Target("/v1/a/\("..")/b").text))
        #expect(seen.all == ["GET /mot-cua/v1/a/%2E%2E/b HTTP/1.1"])
    }

    // MARK: Connections

    @Test func connectionsAreUsedAgain() async throws {
        let server = try TestServer(onSocket: { connection in
            while connection.readRequest() != nil { connection.answer("{}") }
        })
        let transport = CurlTransport(address: server.address)
        for _ in 1...5 { _ = try await transport.send(Request(.get, "/")) }
        #expect(server.connections == 1)
    }

    @Test func manyRequestsAtOnceGetTheirOwnAnswers() async throws {
        let server = try TestServer(onSocket: { connection in
            while let request = connection.readRequest() {
                connection.answer("\"" + request.split(separator: " ")[1] + "\"")
            }
        })
        let transport = CurlTransport(address: server.address)
        let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<100 {
                group.addTask {
                    let response = try await transport.send(Request(.get, "/\(number)"))
                    return (number, String(decoding: response.body, as: UTF8.self))
                }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        for number in 0..<100 { #expect(answers[number] == "\"/\(number)\"") }
        #expect(server.connections < 20)
    }

    @Test func aDeadKeptConnectionIsReplacedWhereRepeatingDoesNoHarm() async throws {
        let isCut = Signal()
        let server = try TestServer(onSocket: { connection in
            _ = connection.readRequest()
            connection.answer("\(connection.number)")
            if connection.number == 1 {
                connection.cut()
                isCut.set()
            }
        })
        let transport = CurlTransport(address: server.address)
        _ = try await transport.send(Request(.get, "/"))
        await isCut.wait()
        let second = try await transport.send(Request(.post, "/", body: [], isRepeatable: true))
        #expect(second.body == Array("2".utf8))
    }

    /// The kept connection dies exactly when the request arrives: libcurl alone would send it again.
    @Test func aPostWithoutAKeyIsSentOnce() async throws {
        let posts = Notes<Int>()
        let server = try TestServer(onSocket: { connection in
            while let request = connection.readRequest() {
                guard request.hasPrefix("GET") else {
                    posts.add(connection.number)
                    connection.cut()
                    return
                }
                connection.answer("{}")
            }
        })
        let transport = CurlTransport(address: server.address)
        _ = try await transport.send(Request(.get, "/"))
        await #expect(throws: TransportError.cut) {
            _ = try await transport.send(Request(.post, "/", body: Array("{}".utf8)))
        }
        #expect(posts.all == [2])
    }

    @Test func aRepeatablePostMayBeSentAgainByTheLibrary() async throws {
        let posts = Notes<Int>()
        let server = try TestServer(onSocket: { connection in
            while let request = connection.readRequest() {
                if request.hasPrefix("POST") {
                    posts.add(connection.number)
                    guard posts.all.count > 1 else { return connection.cut() }
                }
                connection.answer("{}")
            }
        })
        let transport = CurlTransport(address: server.address)
        _ = try await transport.send(Request(.get, "/"))
        let answer = try await transport.send(
            Request(.post, "/", body: Array("{}".utf8), isRepeatable: true))
        #expect(answer.status == 200)
        #expect(posts.all == [1, 2])
    }

    @Test func programsThatAreStartedDoNotInheritConnections() async throws {
        let server = try TestServer(onSocket: { connection in
            while connection.readRequest() != nil { connection.answer("{}") }
        })
        let transport = CurlTransport(address: server.address)
        _ = try await transport.send(Request(.get, "/"))
        let flags = (3..<65_536).filter { peer(of: $0) == server.path }.map { fcntl($0, F_GETFD) }
        #expect(flags == [FD_CLOEXEC])
        transport.close()
    }

    /// The path of the Unix socket that a descriptor is connected to.
    private func peer(of descriptor: Int32) -> String? {
        var name = sockaddr_un()
        var size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let failure = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &size) }
        }
        guard failure == 0, name.sun_family == sa_family_t(AF_UNIX), size > 2 else { return nil }
        return withUnsafeBytes(of: &name.sun_path) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    @Test func redirectsAreNotFollowed() async throws {
        let server = try TestServer(onSocket: { connection in
            while connection.readRequest() != nil {
                connection.answer("{}", status: "302 Found", headers: "Location: http://127.0.0.1:9/\r\n")
            }
        })
        let response = try await CurlTransport(address: server.address).send(Request(.get, "/"))
        #expect(response.status == 302)
        #expect(server.connections == 1)
    }

    @Test func onlyTheLastOfSeveralHeadsCounts() async throws {
        let server = try TestServer(onSocket: { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\nRetry-After: 9\r\n\r\n")
            connection.answer("{}")
        })
        let response = try await CurlTransport(address: server.address).send(Request(.get, "/"))
        #expect(response.status == 200)
        #expect(response.headers.first("Retry-After") == nil)
    }

    // MARK: Cancelling

    @Test func cancellingEndsTheWaitAndTheConnection() async throws {
        let arrived = Signal()
        let hungUp = Signal()
        let server = try TestServer(onSocket: { connection in
            _ = connection.readRequest()
            arrived.set()
            connection.waitForHangUp()
            hungUp.set()
        })
        let transport = CurlTransport(address: server.address)
        let task = Task { try await transport.send(Request(.get, "/")) }
        await arrived.wait()
        task.cancel()
        #expect(await task.result.failure as? TransportError == .cancelled)
        await hungUp.wait()
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let server = try TestServer(onSocket: { $0.cut() })
        let transport = CurlTransport(address: server.address)
        let go = Signal()
        let task = Task {
            await go.wait()
            return try await transport.send(Request(.get, "/"))
        }
        task.cancel()
        go.set()
        #expect(await task.result.failure as? TransportError == .cancelled)
        #expect(server.connections == 0)
    }

    @Test func cancellingManyAtAnyMomentLosesNone() async throws {
        let server = try TestServer(onSocket: { connection in
            while connection.readRequest() != nil { connection.answer("{}") }
        })
        let transport = CurlTransport(address: server.address)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                group.addTask {
                    let task = Task { try await transport.send(Request(.get, "/\(number)")) }
                    for _ in 0..<(number % 7) { await Task.yield() }
                    if number.isMultiple(of: 2) { task.cancel() }
                    _ = await task.result
                }
            }
        }
        let last = try await transport.send(Request(.get, "/"))
        #expect(last.status == 200)
    }

    @Test func closingEndsWhatIsUnderWay() async throws {
        let arrived = Signal()
        let server = try TestServer(onSocket: { connection in
            _ = connection.readRequest()
            arrived.set()
            connection.waitForHangUp()
        })
        let transport = CurlTransport(address: server.address)
        let task = Task { try await transport.send(Request(.get, "/")) }
        await arrived.wait()
        transport.close()
        #expect(await task.result.failure as? TransportError == .cancelled)
        await #expect(throws: TransportError.cancelled) { _ = try await transport.send(Request(.get, "/")) }
    }
}

extension Result {
    var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
