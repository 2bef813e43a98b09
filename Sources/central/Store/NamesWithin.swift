import Forms

/// Who else a dossier names: whom an organisation sent, and who handed the dossier in for somebody.
struct NamesWithin: Hashable, Sendable {
    var representative: String?
    var submitter: String?

    private struct Document: Decodable {
        struct Applicant: Decodable { var representative: String? }
        struct Submitter: Decodable { var name: String }

        var applicant: Applicant
        var submitter: Submitter?
    }

    /// As they stand in JSON: within a text a quotation mark has a backslash before it, so that these are keys alone.
    private static let keys = [#""representative":"#, #""submitter":"#].map { Array($0.utf8) }

    /// - Parameter document: A dossier as `StrictJSON` has written it.
    /// - Throws: Where it names somebody and is no dossier.
    init(_ document: [UInt8]) throws(StrictJSONError) {
        guard Self.keys.contains(where: { Self.holds(document, $0) }) else { return }
        let read = try LenientJSON.decode(Document.self, from: document)
        representative = read.applicant.representative
        submitter = read.submitter?.name
    }

    private static func holds(_ text: [UInt8], _ key: [UInt8]) -> Bool {
        guard text.count >= key.count, let last = key.last else { return false }
        return text.withUnsafeBufferPointer { text in
            var end = key.count - 1
            while end < text.count {
                // Each key ends in a colon, of which a text has few.
                if text[end] == last, text[(end - key.count + 1)...end].elementsEqual(key) { return true }
                end += 1
            }
            return false
        }
    }
}
