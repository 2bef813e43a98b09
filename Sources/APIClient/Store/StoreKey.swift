import Crypto
import FoundationEssentials

/// The secret that seals one officer's files at this desk: 32 bytes that central gives at login. It lives in memory
/// and in the kernel's user keyring only (`OfficerKeyring`), never in a file.
public struct StoreKey: Sendable, Hashable {
    let secret: SymmetricKey

    public static let size = 32

    /// Nil where it is not 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        secret = SymmetricKey(data: bytes)
    }

    /// From base64url (RFC 4648 §5), with or without padding, as the token's answer writes it.
    public init?(base64url text: String) {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in text.utf8 {
            let digit: Int
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = Int(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = Int(byte) - 97 + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = Int(byte) - 48 + 52
            case UInt8(ascii: "-"), UInt8(ascii: "+"): digit = 62
            case UInt8(ascii: "_"), UInt8(ascii: "/"): digit = 63
            case UInt8(ascii: "="): continue
            default: return nil
            }
            bits = (bits << 6 | digit) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        self.init(bytes)
    }

    /// Tells keys apart without giving anything of them away: stands in every sealed file, so that a file of
    /// another key is known from a damaged one.
    var fingerprint: [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("desk store key".utf8), using: secret).prefix(8))
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        secret.withUnsafeBytes(body)
    }

    public static func == (left: StoreKey, right: StoreKey) -> Bool {
        left.secret == right.secret
    }

    public func hash(into hasher: inout Hasher) {
        for byte in fingerprint { hasher.combine(byte) }
    }
}

extension StoreKey: CustomStringConvertible {
    /// Never the secret, whatever it is put into.
    public var description: String { "StoreKey" }
}
