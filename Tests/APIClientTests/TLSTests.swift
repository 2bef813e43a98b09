import Testing

@testable import APIClient

/// Who the server is has to be proven, always.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct TLSTests {
    private func outcome(
        of server: TLSServer, host: String = "localhost", authorities: String?
    ) async throws -> Result<Int, TransportError> {
        let address = try ServerAddress(parsing: "https://\(host):\(server.port)")
        let transport = CurlTransport(address: address, authorities: authorities)
        do {
            return .success(try await transport.send(Request(.get, "/")).status)
        } catch {
            return .failure(error)
        }
    }

    @Test func theRightAuthorityIsAccepted() async throws {
        let server = try TLSServer(names: "DNS:localhost,IP:127.0.0.1")
        #expect(try await outcome(of: server, authorities: server.authority) == .success(200))
        #expect(
            try await outcome(of: server, host: "127.0.0.1", authorities: server.authority) == .success(200))
    }

    @Test func anotherAuthorityIsRefused() async throws {
        let server = try TLSServer(names: "DNS:localhost")
        let other = try TLSServer(names: "DNS:localhost")
        #expect(
            try await outcome(of: server, authorities: other.authority)
                == .failure(.untrusted(.unknownAuthority)))
    }

    @Test("ST-1 in transit: an authority that the system does not know is refused")
    func theSystemsAuthoritiesDoNotKnowOurs() async throws {
        let server = try TLSServer(names: "DNS:localhost")
        #expect(
            try await outcome(of: server, authorities: nil) == .failure(.untrusted(.unknownAuthority)))
    }

    @Test("ST-1 in transit: a certificate for another name is refused")
    func aCertificateForAnotherNameIsRefused() async throws {
        let server = try TLSServer(names: "DNS:motcua.example.vn")
        #expect(
            try await outcome(of: server, authorities: server.authority) == .failure(.untrusted(.otherName)))
        #expect(
            try await outcome(of: server, host: "127.0.0.1", authorities: server.authority)
                == .failure(.untrusted(.otherName)))
    }

    @Test("ST-1 in transit: a certificate whose time is over is refused")
    func aCertificateWhoseTimeIsOverIsRefused() async throws {
        let server = try TLSServer(names: "DNS:localhost", days: -1)
        #expect(
            try await outcome(of: server, authorities: server.authority) == .failure(.untrusted(.expired)))
    }

    @Test("ST-1 in transit: a protocol that is no longer safe is refused")
    func anOldProtocolIsRefused() async throws {
        let server = try TLSServer(
            names: "DNS:localhost", options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
        #expect(
            try await outcome(of: server, authorities: server.authority) == .failure(.untrusted(.handshake)))
    }

    @Test("ST-1 in transit: a server without TLS is no server")
    func aServerWithoutTLSIsNoServer() async throws {
        let server = try TestServer(onLoopback: { connection in
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            connection.waitForHangUp()
        })
        let text = server.address.text.replacing("http://", with: "https://")
        let transport = CurlTransport(address: try ServerAddress(parsing: text))
        await #expect(throws: TransportError.untrusted(.handshake)) {
            _ = try await transport.send(Request(.get, "/"))
        }
    }

    @Test func aMissingFileOfAuthoritiesIsSaidSo() async throws {
        let server = try TLSServer(names: "DNS:localhost")
        #expect(try await outcome(of: server, authorities: "/nowhere.pem") == .failure(.badAuthorities))
    }
}
