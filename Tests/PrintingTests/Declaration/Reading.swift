import Testing

/// A text that is read from its beginning to its end.
struct Reading {
    private let text: [UInt8]
    private var position = 0

    /// - Parameter text: words with one blank between them.
    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    /// Goes on behind the next place where these words stand, scalar for scalar; where they do not follow any
    /// more, the test fails and the place stays.
    mutating func find(_ words: String, _ location: SourceLocation = #_sourceLocation) {
        let wanted = Array(words.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
        guard let range = text[position...].firstRange(of: wanted) else {
            let next = String(decoding: text[position...].prefix(80), as: UTF8.self)
            Issue.record("“\(words)” does not follow before “\(next)”", sourceLocation: location)
            return
        }
        position = range.upperBound
    }
}
