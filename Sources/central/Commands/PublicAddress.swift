import Forms
import Foundation

/// Under which address clients know this central: what it names itself by (issuer, token endpoint).
///
/// It is the operator's word, never a client's: who can choose the issuer by a Host header can send others' logins
/// elsewhere.
struct PublicAddress: Hashable, Sendable {
    /// Without a slash at its end.
    let text: String

    /// Nil for what is no https address without query and fragment; plain http is for this machine alone.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
        else { return nil }
        let port = parts.port ?? 443
        guard (1...65_535).contains(port) else { return nil }
        let isHere = ListenAddress("\(host):\(port)")?.isLocal ?? false
        guard parts.scheme == "https" || (parts.scheme == "http" && isHere) else { return nil }
        self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// Where nothing is configured: where it listens; this machine's name where that is every address of it.
    init(listeningAt address: ListenAddress, isSecure: Bool) {
        let scheme = isSecure ? "https" : "http"
        switch address.place {
        case .unix: text = scheme + "://localhost"
        case .network(let host, let port):
            let isAny = ["0.0.0.0", "::"].contains(host)
            let name = isAny ? ProcessInfo.processInfo.hostName : host
            text = scheme + "://" + (name.contains(":") ? "[\(name)]" : name) + ":\(port)"
        }
    }

    /// From the configuration file, `[server] public_url`; nil where it says nothing.
    static func configured(at path: String) throws -> PublicAddress? {
        guard let file = try? String(contentsOfFile: path, encoding: .utf8),
            let table = try? TOMLValue.table(reading: file)
        else { throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).") }
        guard let value = table["server"]?.table?["public_url"] else { return nil }
        guard let address = value.text.flatMap(PublicAddress.init) else {
            throw Refusal(
                .configuration,
                "server.public_url trong \(path) phải là địa chỉ https://MÁY[:CỔNG][/ĐƯỜNG_DẪN].")
        }
        return address
    }
}
