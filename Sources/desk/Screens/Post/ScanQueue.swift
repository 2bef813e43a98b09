import Forms
import Models

/// What was scanned and what came of each, in order. A scanner never waits: every scan is taken at once with a key of its
/// own, goes out when its turn comes, and stays until the server's answer is known.
struct ScanQueue: Sendable {
    enum Outcome: Sendable, Equatable {
        case waiting
        case sending
        /// It stands there; again where it had been scanned before.
        case done(ManifestItem, again: Bool)
        /// It was taken, on the manifest of this code and not on the one that is open.
        case elsewhere(ManifestItem, String)
        case refused(Phrase)
    }

    struct Line: Sendable {
        let key: Models.ID
        let text: String
        var outcome = Outcome.waiting
    }

    /// The oldest first.
    private(set) var lines: [Line] = []
    /// The first whose outcome is not known.
    private var front = 0

    /// How many wait for the server's word.
    var open: Int { lines.count - front }

    mutating func take(_ text: String, key: Models.ID) {
        lines.append(Line(key: key, text: text))
    }

    /// The next to go out; nil while one is on its way, and where nothing waits.
    mutating func next() -> Line? {
        guard front < lines.count, lines[front].outcome == .waiting else { return nil }
        lines[front].outcome = .sending
        return lines[front]
    }

    /// - Parameter outcome: `waiting` where nothing is known of it: it goes out again, under its key.
    mutating func settle(_ key: Models.ID, _ outcome: Outcome) {
        guard front < lines.count, lines[front].key == key else { return }
        lines[front].outcome = outcome
        switch outcome {
        case .done, .elsewhere, .refused: front += 1
        case .waiting, .sending: break
        }
    }
}
