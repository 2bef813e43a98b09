/// The kinds of file that a form can ask for. A file is what its first bytes say, never what its name says.
public enum FileType: String, Codable, Hashable, Sendable, CaseIterable {
    case pdf, jpeg, png, tiff, text

    /// As an answer and an HTTP header name it.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .tiff: "image/tiff"
        case .text: "text/plain"
        }
    }

    public init?(mediaType: String) {
        guard let type = Self.allCases.first(where: { $0.mediaType == mediaType }) else { return nil }
        self = type
    }

    /// As people name it: PDF, JPEG … and “văn bản thuần”.
    public var name: Phrase {
        switch self {
        case .text: Phrase("văn bản thuần (TXT)", en: "plain text (TXT)")
        default: Phrase(rawValue.uppercased())
        }
    }

    /// What a file's content says it is; nil for anything else, an empty file included.
    ///
    /// - Parameter content: The whole file; plain text is text only where all of it is UTF-8 without control
    ///   characters.
    public init?(content: some Collection<UInt8>) {
        let head = Array(content.prefix(8))
        func opens(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
        if opens([0x25, 0x50, 0x44, 0x46, 0x2D]) {
            self = .pdf
        } else if opens([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if opens([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if opens([0x49, 0x49, 0x2A, 0x00]) || opens([0x4D, 0x4D, 0x00, 0x2A]) {
            self = .tiff
        } else if !head.isEmpty, Self.isText(content) {
            self = .text
        } else {
            return nil
        }
    }

    private static func isText(_ content: some Collection<UInt8>) -> Bool {
        let hasControl = content.contains { byte in
            byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F
        }
        return !hasControl && String(validating: content, as: UTF8.self) != nil
    }
}
