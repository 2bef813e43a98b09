import Forms
import Synchronization

/// The choices of a list, prepared once for fast search: a list of thousands is folded at its first filter
/// and shared by all copies of the widget that shows it.
public final class PickItems: Sendable {
    public struct Item: Hashable, Sendable {
        public var value: String
        public var label: SafeText

        public init(value: String, label: SafeText) {
            self.value = value
            self.label = label
        }
    }

    public let items: [Item]
    /// Of the widest label, in columns.
    public let width: Int
    /// Whether these are all there are; if not, the rest is fetched when the end is reached (eForm DD-4).
    public let isComplete: Bool
    private let folded = Mutex<[[UInt8]]?>(nil)
    private let indexByValue: [String: Int]

    public init(_ items: [Item], isComplete: Bool = true) {
        self.items = items
        self.isComplete = isComplete
        width = items.reduce(0) { max($0, $1.label.width) }
        indexByValue = Dictionary(
            items.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public convenience init(_ options: [Option], language: Language, isComplete: Bool = true) {
        self.init(
            options.map { Item(value: $0.value, label: SafeText($0.label.text(language))) },
            isComplete: isComplete)
    }

    public func index(of value: String) -> Int? {
        indexByValue[value]
    }

    /// The items that hold every word of the query, accents and case aside: those that begin with it first,
    /// then those of which a word begins with it, then the rest; each in the list's own order.
    ///
    /// - Parameter candidates: The matches of a shorter query, among which alone there can be any.
    func matches(_ query: String, among candidates: [Int]? = nil) -> [Int] {
        let words = TextFold.words(query).map { Array($0.utf8) }
        guard let first = words.first else { return Array(items.indices) }
        return folded.withLock { cache in
            let texts = cache ?? items.map { Array(TextFold.fold($0.label.string).utf8) }
            cache = texts
            var ranked: [[Int]] = [[], [], []]
            for index in candidates ?? Array(items.indices) {
                let text = texts[index]
                guard let rank = Self.rank(text, words, first) else { continue }
                ranked[rank].append(index)
            }
            return ranked[0] + ranked[1] + ranked[2]
        }
    }

    private static func rank(_ text: [UInt8], _ words: [[UInt8]], _ first: [UInt8]) -> Int? {
        var atStart = true
        for word in words {
            switch find(word, in: text) {
            case nil: return nil
            case false?: atStart = false
            case true?: break
            }
        }
        if text.starts(with: first) { return atStart ? 0 : 2 }
        return atStart ? 1 : 2
    }

    /// nil where the part is nowhere; true where it begins a word.
    private static func find(_ part: [UInt8], in text: [UInt8]) -> Bool? {
        guard let head = part.first, part.count <= text.count else { return nil }
        var found: Bool?
        var previousIsWord = false
        for start in 0...(text.count - part.count) {
            let byte = text[start]
            if byte == head, text[start..<start + part.count].elementsEqual(part) {
                if !previousIsWord { return true }
                found = false
            }
            previousIsWord =
                byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return found
    }
}
