import Forms
import Models

/// Every question of the scripts in force with its answer, folded once, so that a search costs no more than the
/// comparing: it is asked while somebody speaks.
struct ScriptIndex: Sendable {
    private struct Entry: Sendable {
        var answer: ScriptAnswer
        /// Folded words of question, procedure and what callers call it.
        var names: [String]
        /// Folded words of the answer.
        var body: Set<String>
        /// The question itself, folded.
        var question: String
        /// The telling words of the question: of two questions the one that asks for no more is meant.
        var asked: [String]
        /// What callers call it, folded, a phrase each.
        var phrases: [String]
    }

    private let entries: [Entry]

    init(_ items: [(answer: ScriptAnswer, words: [String])]) {
        entries = items.map { item in
            let names = [item.answer.question, item.answer.procedure?.name ?? ""] + item.words
            return Entry(
                answer: item.answer,
                names: Array(Set(names.flatMap { TextFold.words($0).map(String.init) })),
                body: Set(TextFold.words(item.answer.answer).map(String.init)),
                question: TextFold.fold(item.answer.question),
                asked: TextFold.words(item.answer.question).map(String.init)
                    .filter { !Self.fillers.contains($0) },
                phrases: item.words.map { TextFold.words($0).joined(separator: " ") })
        }
    }

    /// Words that stand in most sentences and tell little: they count where they match, and are not missed.
    private static let fillers: Set<String> = [
        "a", "ai", "anh", "ban", "bi", "cac", "can", "cap", "cho", "chi", "co", "con", "cua", "da", "dang",
        "de", "di",
        "do", "duoc", "em", "gi", "hay", "hoi", "khi", "khong", "ky", "la", "lam", "mot", "muon", "nao",
        "nay", "neu",
        "nhu", "o", "oi", "phai", "sao", "se", "thi", "thu", "toi", "tu", "tuc", "va", "ve", "voi", "xin",
        "minh",
    ]

    /// What is suggested before anything is said (eForm SE-1): one question of each procedure and then the next of each,
    /// so that a short list has many of them.
    ///
    /// - Parameter asked: The procedures that callers ask about, the most asked first; the others follow as they stand.
    func suggestions(asked: [String], limit: Int) -> [ScriptAnswer] {
        let ranks = Dictionary(asked.enumerated().map { ($1, $0) }) { first, _ in first }
        var turns: [String: Int] = [:]
        let placed = entries.enumerated().map { index, entry in
            let turn = turns[entry.answer.script, default: 0]
            turns[entry.answer.script] = turn + 1
            let rank = entry.answer.procedure.flatMap { ranks[$0.code] } ?? asked.count
            return (turn: turn, rank: rank, index: index)
        }
        return placed.sorted { ($0.turn, $0.rank, $0.index) < ($1.turn, $1.rank, $1.index) }
            .prefix(limit).map { entries[$0.index].answer }
    }

    /// The best answers first: all words of the query in the question or its procedure before some in the answer. Where
    /// nothing has them all, what has most of them.
    ///
    /// - Parameter procedure: Only its questions.
    func search(_ query: String, procedure: String? = nil, limit: Int) -> [ScriptAnswer] {
        let words = TextFold.words(query).map(String.init)
        let entries = entries.filter { procedure == nil || $0.answer.procedure?.code == procedure }
        guard !words.isEmpty else { return entries.prefix(limit).map(\.answer) }
        let whole = words.joined(separator: " ")
        let telling = words.filter { !Self.fillers.contains($0) }
        var scored: [(score: Int, missing: Int, index: Int)] = []
        for (index, entry) in entries.enumerated() {
            var (score, missing) = (0, 0)
            for word in words {
                let isTelling = !Self.fillers.contains(word)
                if entry.names.contains(word) {
                    score += isTelling ? 6 : 1
                } else if entry.names.contains(where: { $0.hasPrefix(word) }) {
                    score += isTelling ? 4 : 0
                } else if entry.body.contains(word) {
                    score += isTelling ? 1 : 0
                } else if isTelling {
                    missing += 1
                }
            }
            guard score > 0, telling.isEmpty || missing * 2 < telling.count else { continue }
            if entry.question.contains(whole) { score += 5 }
            // What callers call it, said as a whole.
            score += entry.phrases.contains(whole) ? 8 : 0
            score += entry.phrases.contains { whole.contains($0) && $0.contains(" ") } ? 4 : 0
            score -= entry.asked.count { word in !words.contains { word.hasPrefix($0) } }
            scored.append((score, missing, index))
        }
        // What has every word leaves no room for what has only some.
        let least = scored.map(\.missing).min() ?? 0
        return scored.filter { $0.missing == least }
            .sorted { ($0.score, $1.index) > ($1.score, $0.index) }
            .prefix(limit).map { entries[$0.index].answer }
    }
}
