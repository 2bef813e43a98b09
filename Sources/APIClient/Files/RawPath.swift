import Glibc

/// A path as the kernel knows it: bytes without a zero, in whatever encoding, or none.
///
/// A file's name need not be UTF-8, and one that came out of an old archive often is not. What is shown of it is
/// made readable; what is opened is what was found.
public struct RawPath: Hashable, Sendable {
    public let bytes: [UInt8]

    /// Nil where it is empty or holds a zero byte, which would end it early.
    public init?(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        guard !self.bytes.isEmpty, !self.bytes.contains(0) else { return nil }
    }

    public init?(_ text: String) {
        self.init(text.utf8)
    }

    private init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    public static let root = RawPath(trusted: [UInt8(ascii: "/")])

    /// For people: what is no UTF-8 becomes U+FFFD. Not cleaned: only `SafeText` may show it.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A text that holds every byte, for what keeps paths as texts: a byte that is no UTF-8 stands as one of the last
    /// 256 code points, which no name means. `init(reversible:)` takes it back.
    public var reversible: String {
        var scalars = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            let piece = rest.prefix(length)
            if let text = String(validating: piece, as: UTF8.self), let scalar = text.unicodeScalars.first,
                !Self.escapes.contains(scalar.value)
            {
                scalars.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                if let escape = Unicode.Scalar(Self.escapes.lowerBound + UInt32(first)) {
                    scalars.append(escape)
                }
                rest = rest.dropFirst()
            }
        }
        return String(scalars)
    }

    /// The path that a `reversible` text stands for; any other text is taken as it is.
    public init?(reversible text: String) {
        self.init(
            text.unicodeScalars.flatMap { scalar -> [UInt8] in
                Self.escapes.contains(scalar.value)
                    ? [UInt8(scalar.value & 0xFF)] : Array(String(scalar).utf8)
            })
    }

    private static let escapes: ClosedRange<UInt32> = 0x10FF00...0x10FFFF

    /// What stands behind the last slash; empty for a path that ends in one.
    public var name: [UInt8] {
        bytes.lastIndex(of: UInt8(ascii: "/")).map { Array(bytes[($0 + 1)...]) } ?? bytes
    }

    /// The folder that it lies in: `/` for what lies in the root, `.` for a bare name.
    public var folder: RawPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            return RawPath(trusted: [UInt8(ascii: ".")])
        }
        return slash == 0 ? .root : RawPath(trusted: Array(bytes[..<slash]))
    }

    /// The same path one step down. Nil where `name` is no name of a file: empty, with a slash or a zero byte.
    public func appending(_ name: some Sequence<UInt8>) -> RawPath? {
        let name = Array(name)
        guard !name.isEmpty, !name.contains(0), !name.contains(UInt8(ascii: "/")) else { return nil }
        let base = bytes.last == UInt8(ascii: "/") ? bytes : bytes + [UInt8(ascii: "/")]
        return RawPath(trusted: base + name)
    }

    /// Gives the path to a system call.
    public func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let ended = bytes.map { CChar(bitPattern: $0) } + [0]
        return ended.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
            return body(base)
        }
    }
}
