/// Reads server-sent events (the "event stream" of the HTML standard) from bytes that are cut anywhere.
///
/// Pure: bytes in, events out. An event whose blank line has not come is no event; what is larger than
/// `largestEvent` is dropped to its end and counted, so that a server gone wild costs no memory.
struct EventStreamParser: Sendable {
    struct Event: Hashable, Sendable {
        /// `message` where the server named none.
        var name: String
        var data: String
    }

    enum Output: Hashable, Sendable {
        case event(Event)
        /// How far the stream has come, in the server's words; given with every change of it.
        case position(String)
        /// How long to wait before asking again, in milliseconds.
        case retry(Int)
        /// Nothing but a sign of life.
        case heartbeat
        /// An event was too large to keep.
        case oversized
    }

    /// Bytes of one event.
    static let largestEvent = 1 << 20

    private var line: [UInt8] = []
    private var size = 0
    private var isOversized = false
    private var lastWasReturn = false
    private var isAtStart = true
    private var name = ""
    private var data: [String] = []
    private var position: String?
    private var knownPosition: String?

    mutating func take(_ bytes: some Sequence<UInt8>) -> [Output] {
        var outputs: [Output] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n") where lastWasReturn:
                lastWasReturn = false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                lastWasReturn = byte == UInt8(ascii: "\r")
                endLine(&outputs)
            default:
                lastWasReturn = false
                size += 1
                if size > Self.largestEvent {
                    isOversized = true
                    line.removeAll()
                    data.removeAll()
                } else {
                    line.append(byte)
                }
            }
        }
        return outputs
    }

    private mutating func endLine(_ outputs: inout [Output]) {
        var bytes = line[...]
        line.removeAll(keepingCapacity: true)
        if isAtStart {
            isAtStart = false
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        }
        if bytes.isEmpty { return dispatch(&outputs) }
        guard !isOversized else { return }
        if bytes.first == UInt8(ascii: ":") { return outputs.append(.heartbeat) }
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        let field = String(decoding: bytes[..<(colon ?? bytes.endIndex)], as: UTF8.self)
        var rest = colon.map { bytes[bytes.index(after: $0)...] } ?? []
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        let value = String(decoding: rest, as: UTF8.self)
        switch field {
        case "event": name = value
        case "data": data.append(value)
        case "id": if !rest.contains(0) { position = value }
        case "retry":
            if !rest.isEmpty, rest.count <= 9, rest.allSatisfy({ (0x30...0x39).contains($0) }),
                let milliseconds = Int(value)
            {
                outputs.append(.retry(milliseconds))
            }
        default: break
        }
    }

    /// The blank line: what came before it is an event where it has data.
    private mutating func dispatch(_ outputs: inout [Output]) {
        if isOversized {
            outputs.append(.oversized)
        } else {
            if !data.isEmpty {
                outputs.append(
                    .event(Event(name: name.isEmpty ? "message" : name, data: data.joined(separator: "\n"))))
            }
            // After the event: who stops between the two gets it again, and doesn't miss it.
            if let position, position != knownPosition {
                knownPosition = position
                outputs.append(.position(position))
            }
        }
        size = 0
        isOversized = false
        name = ""
        data.removeAll(keepingCapacity: true)
    }
}
