import Forms
import Foundation
import HTTPTypes

/// Servers in front of central whose word is taken for whom they speak: behind one, all clients have its address.
///
/// Nobody else's `X-Forwarded-For` is believed: who could choose his address would be held to no limit.
struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    init(_ addresses: Set<String> = []) { self.addresses = addresses }

    private static let forwarded = HTTPField.Name("X-Forwarded-For")

    /// Who sent a request: the peer, or for whom a trusted one speaks, which is what the last of them added.
    func client(peer: String?, _ headers: HTTPFields) -> String? {
        guard let peer, addresses.contains(peer), let name = Self.forwarded else { return peer }
        let hops = headers[values: name].flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
        return hops.last { !$0.isEmpty && !addresses.contains($0) } ?? peer
    }

    /// From the configuration file, `[server] trusted_proxies`; none where it says nothing.
    static func configured(at path: String) throws -> TrustedProxies {
        guard let file = try? String(contentsOfFile: path, encoding: .utf8),
            let table = try? TOMLValue.table(reading: file)
        else { throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).") }
        guard let value = table["server"]?.table?["trusted_proxies"] else { return TrustedProxies() }
        guard let list = value.list, case let texts = list.compactMap(\.text), texts.count == list.count,
            texts.allSatisfy({ !$0.isEmpty })
        else {
            throw Refusal(
                .configuration, "server.trusted_proxies trong \(path) phải là danh sách địa chỉ IP.")
        }
        return TrustedProxies(Set(texts))
    }
}
