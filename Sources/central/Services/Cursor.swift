import Foundation

/// Where a list goes on: opaque to clients, a few texts to central.
enum Cursor {
    static func encode(_ parts: [String]) -> String {
        Data(parts.joined(separator: separator).utf8).base64URL
    }

    /// The same, unreadable to clients, and good for one place only.
    static func seal(_ parts: [String], at place: String, _ seal: DataSeal) throws -> String {
        try seal.seal(Data(parts.joined(separator: separator).utf8), at: place).base64URL
    }

    /// Nil for a text that central never gave, or not for this place.
    static func open(_ text: String, parts count: Int, at place: String, _ seal: DataSeal) -> [String]? {
        guard text.utf8.count <= longestSealed, let data = Data(base64URL: text),
            let plain = try? seal.open(data, at: place)
        else { return nil }
        return split(plain, count)
    }

    private static let separator = "\u{1F}"
    /// Of the longest name that a dossier may have.
    private static let longestSealed = 2_048

    private static func split(_ data: Data, _ count: Int) -> [String]? {
        guard let text = String(validating: data, as: UTF8.self) else { return nil }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        return parts.count == count ? parts : nil
    }

    /// Nil for a text that central never gave.
    static func decode(_ text: String, parts count: Int) -> [String]? {
        guard text.utf8.count <= 512, let data = Data(base64URL: text) else { return nil }
        return split(data, count)
    }
}

extension Call {
    /// The parts of `?cursor=`; nil where the list begins.
    func cursor(parts count: Int) throws -> [String]? {
        guard let text = query["cursor"] else { return nil }
        guard let parts = Cursor.decode(text, parts: count) else {
            throw ProblemError.invalidCursor
        }
        return parts
    }

    /// `?cursor=` of one whole number.
    func numberCursor() throws -> Int? {
        guard let part = try cursor(parts: 1)?.first else { return nil }
        guard let number = Int(part) else {
            throw ProblemError.invalidCursor
        }
        return number
    }
}

extension ProblemError {
    static let invalidCursor = ProblemError(
        .invalidParameter, errors: [.init("/query/cursor", "invalid_cursor", "Con trỏ trang không hợp lệ.")])
}
