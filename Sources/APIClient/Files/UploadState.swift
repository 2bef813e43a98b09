/// How far the server says an upload has come, checked against what can be: a server that miscounts must not make a
/// client send rubbish, or without end.
struct UploadState: Hashable, Sendable {
    /// Bytes that the server has.
    var offset: Int
    /// Whether it has taken all of them for the file.
    var isComplete: Bool

    /// From the head of an answer.
    ///
    /// - Parameter range: What the offset can be.
    init(_ response: Response, size: Int, offsets range: ClosedRange<Int>) throws(APIError) {
        func count(_ name: String) throws(APIError) -> Int {
            let text = response.headers.first(name) ?? ""
            guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(text)
            else { throw Self.garbage(name, text.isEmpty ? "missing" : text) }
            return number
        }
        offset = try count("Upload-Offset")
        guard range.contains(offset) else { throw Self.garbage("Upload-Offset", "\(offset)") }
        let length = try count("Upload-Length")
        guard length == size else { throw Self.garbage("Upload-Length", "\(length)") }
        // RFC 9651 §3.3.6: a boolean of a structured field.
        switch response.headers.first("Upload-Complete") {
        case "?1": isComplete = true
        case "?0": isComplete = false
        case let other: throw Self.garbage("Upload-Complete", other ?? "missing")
        }
        guard isComplete == (offset == size) else { throw Self.garbage("Upload-Complete", "at \(offset)") }
    }

    static func garbage(_ name: String, _ text: String) -> APIError {
        .garbage(.shape(pointer: name, text))
    }
}
