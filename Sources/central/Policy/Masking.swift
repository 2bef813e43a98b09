import Forms
import Models

/// How persons are shown to those who needn't know them.
enum Masking {
    /// `001*******56`: the first three and the last two.
    static func identityNumber(_ text: String) -> String {
        keep(3, 2, of: text)
    }

    /// `09******12`.
    static func phone(_ text: String) -> String {
        keep(2, 2, of: text)
    }

    /// `N*** V*** A`: the first letter of every word.
    static func name(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.count > 1 ? String(word.prefix(1)) + "***" : String(word)
        }.joined(separator: " ")
    }

    /// The commune and the province alone: the last two parts.
    static func address(_ text: String) -> String {
        let parts = text.split(separator: ",").map { $0.trimmed }
        return parts.count <= 2 ? "***" : "***, " + parts.suffix(2).joined(separator: ", ")
    }

    /// `ng***@`.
    static func email(_ text: String) -> String {
        String(text.prefix { $0 != "@" }.prefix(2)) + "***@"
    }

    /// `0101******`: a tax code of a household or person may be an identity number.
    static func taxCode(_ text: String) -> String {
        text.filter(\.isNumber).count == 12 ? identityNumber(text) : text
    }

    private static func keep(_ head: Int, _ tail: Int, of text: String) -> String {
        let count = text.count
        guard count > head + tail else { return String(repeating: "*", count: count) }
        return text.prefix(head) + String(repeating: "*", count: count - head - tail) + text.suffix(tail)
    }
}
