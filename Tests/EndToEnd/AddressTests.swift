import Foundation
import Glibc
import Testing

/// What the running server makes of where a request came from.
@Suite("Addresses", .serialized)
struct AddressTests {
    @Test("Guesses at slips over TCP → after 60 all from that address wait, for as long as the answer says")
    func guesses() throws {
        let folder = try TemporaryFolder()
        let port = try freePort()
        let log = folder.file("central.log")
        let central = try Child(
            Binaries.central,
            [
                "serve", "--listen", "127.0.0.1:\(port)", "--training", "--database",
                folder.file("central.sqlite"),
            ], output: log, errors: log)
        defer {
            Glibc.kill(central.pid, SIGKILL)
            central.wait()
        }
        let ready = try run(
            "curl",
            [
                "--silent", "--retry", "600", "--retry-connrefused", "--retry-delay", "1", "--retry-max-time",
                "120", "--output", "/dev/null", "--write-out", "%{http_code}",
                "http://127.0.0.1:\(port)/readyz",
            ])
        let said = try String(contentsOfFile: log, encoding: .utf8)
        try #require(ready.output == "200", "\(said)")
        let answers = try run(
            "curl",
            [
                "--silent", "--output", "/dev/null", "--write-out", "%{http_code} %header{retry-after}\n",
                "http://127.0.0.1:\(port)/v1/public/status/H26.1.5-261122-[1000-1060]?lookup_code=AAAA",
            ]
        ).output.split(separator: "\n")
        #expect(answers.count == 61)
        #expect(answers.prefix(60).allSatisfy { $0.hasPrefix("404") })
        // The hour runs from the first guess, and the real clock runs on while the others are made.
        let last = try #require(answers.last).split(separator: " ")
        let wait = try #require(last.last.flatMap { Int($0) })
        #expect(last.first == "429")
        #expect((3500...3600).contains(wait))
    }

    /// One that the system has just given out; nobody else asks for it in the moments until it is taken.
    private func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        try #require(status)
        return address.sin_port.bigEndian
    }
}
