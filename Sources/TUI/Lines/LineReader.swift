import Forms
import Glibc

/// Cuts the bytes of a file descriptor into lines.
///
/// Text comes out in NFC without control characters: what a terminal could be made to do by it, it can't be made
/// to do later.
struct LineReader {
    private let descriptor: Int32
    private let longest: Int
    private var buffer: [UInt8] = []
    private var isAtEnd = false

    init(descriptor: Int32 = STDIN_FILENO, longest: Int) {
        self.descriptor = descriptor
        self.longest = longest
    }

    /// The next line; nil at the end of the input. A line that is too long is cut, its rest dropped.
    mutating func next() -> String? {
        var searched = 0
        var chunk = [UInt8](repeating: 0, count: 8192)
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { buffer.removeSubrange(...end) }
                return Self.text(buffer[..<min(end, longest)])
            }
            searched = buffer.count
            if isAtEnd {
                guard !buffer.isEmpty else { return nil }
                defer { buffer = [] }
                return Self.text(buffer.prefix(longest)[...])
            }
            if buffer.count > longest { buffer.removeSubrange(longest...) }
            searched = min(searched, buffer.count)
            let count = read(descriptor, &chunk, chunk.count)
            if count > 0 {
                buffer += chunk[..<count]
            } else if count == 0 || errno != EINTR {
                isAtEnd = true
            }
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar in
            switch scalar.value {
            case 0x09: Unicode.Scalar(0x20)
            case 0..<0x20, 0x7F: nil
            default: scalar
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Normalization.nfc(String(view))
    }
}
