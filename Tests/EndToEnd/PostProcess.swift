import Foundation
import Glibc

/// The real `central simulate post` at an address of this machine.
final class PostProcess {
    let url: String
    private let child: Child

    /// Starts it and returns when it answers.
    ///
    /// - Parameters:
    ///   - pace: How long a parcel is at one state, in seconds.
    ///   - faults: What it does wrong, as its options.
    init(in folder: TemporaryFolder, pace: Int, faults: [String] = []) throws {
        let port = try Self.freePort()
        url = "http://127.0.0.1:\(port)"
        let log = folder.file("post.log")
        child = try Child(
            Binaries.central,
            ["simulate", "post", "--listen", "127.0.0.1:\(port)", "--pace", "\(pace)"] + faults, output: log,
            errors: log)
        let limit = Date().addingTimeInterval(60)
        while child.isRunning, Date() < limit {
            let probe = try run(
                "curl", ["--silent", "--output", "/dev/null", "--request", "POST", url + "/apiGetToken"])
            if probe.status == 0 { return }
        }
        let words = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        throw CentralProcess.CentralError(what: "the post was not ready; it said:\n\(words)")
    }

    /// A port that nobody listens at just now.
    private static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
            }
        }
        guard status == 0 else { throw CentralProcess.CentralError(what: "no free port") }
        return UInt16(bigEndian: address.sin_port)
    }

    deinit {
        if child.isRunning { kill(child.pid, SIGKILL) }
        child.wait()
    }
}
