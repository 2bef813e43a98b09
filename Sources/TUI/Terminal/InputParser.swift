import Forms

/// Turns a terminal's bytes into input events. A pure value: it reads no descriptor and no clock.
///
/// Bytes may be cut anywhere between two reads: inside a character, a key's sequence, a paste. Every control
/// byte splits what is around it and keeps its place, because Vietnamese input methods send Backspace and the
/// new letters in one read. Sequences that nobody knows, and a terminal's replies, are swallowed whole and
/// never become typed text. What is kept while waiting for more is bounded.
public struct InputParser: Sendable {
    /// What the parser tells its caller.
    public enum Event: Hashable, Sendable {
        case input(Input)
        /// The text that follows may turn out to be the beginning of a scan; remember how things are.
        case mark
        /// It was: go back to how things were at the last mark.
        case takeBack
    }

    enum State: Sendable {
        case ground
        /// After ESC; `doubled` after two, as some terminals send Alt with a function key.
        case escape(doubled: Bool)
        case csi(doubled: Bool)
        case ss3(doubled: Bool)
        /// The three bytes of an old mouse report.
        case oldMouse(left: Int)
        /// A reply of the terminal (OSC, DCS, APC, PM, SOS), up to its end mark.
        case reply(introducer: UInt8, count: Int, sawEscape: Bool)
        case paste
    }

    /// How long a lone ESC waits for the rest of a sequence, in milliseconds.
    public var escapeDelay: Int64 = 50
    /// How long the rest of a sequence, once begun, may take.
    static let sequenceDelay: Int64 = 500
    /// Bytes of a sequence that are looked at; the rest is skipped.
    static let sequenceLimit = 64
    /// Bytes of a reply that are skipped at most.
    static let replyLimit = 4096

    var state = State.ground
    /// Parameters and intermediates of the sequence under way.
    var sequence: [UInt8] = []
    /// Time of the last byte.
    var last: Int64 = 0
    var decoder = UTF8Decoder()
    /// Alt was held for the character that is being decoded.
    var altCharacter = false
    /// Printable text since the last event of another kind, in this read.
    var run = String.UnicodeScalarView()
    var runCount = 0
    var burst: Burst?
    /// A line end up to this time belongs to a scan that has been recognised without it.
    var scanTail: Int64 = .min
    var pasted = PasteCollector()
    var events: [Event] = []
    let scanShape: @Sendable (String) -> Bool

    /// - Parameter scanShape: whether a burst of characters is a scan.
    public init(scanShape: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.scanShape = scanShape
    }

    /// Nothing has begun: the next byte is a key of its own, if it is one.
    var isAtRest: Bool {
        guard case .ground = state else { return false }
        return (burst?.heldCount ?? 0) == 0 && !altCharacter && decoder.isAtRest
    }

    /// Takes the bytes of one read.
    ///
    /// - Parameter now: milliseconds of a clock that is never set back.
    public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) -> [Event] {
        settle(at: now)
        last = now
        for byte in bytes { take(byte) }
        endRun(.endOfRead)
        defer { events = [] }
        return events
    }

    /// Decides what time has decided: a lone ESC, a sequence that has stalled, a burst that is over.
    public mutating func flush(at now: Int64) -> [Event] {
        settle(at: now)
        defer { events = [] }
        return events
    }

    /// When ``flush(at:)`` has something to decide; nil while nothing waits.
    public var deadline: Int64? {
        let waits: Int64? =
            switch state {
            case .ground: nil
            case .escape: last + escapeDelay
            case .csi, .ss3, .oldMouse, .reply: last + Self.sequenceDelay
            case .paste: last + PasteCollector.patience
            }
        let burst = self.burst.flatMap { $0.heldCount > 0 ? $0.last + $0.patience : nil }
        guard let waits else { return burst }
        return min(waits, burst ?? waits)
    }

    private mutating func settle(at now: Int64) {
        if let burst, now - burst.last >= burst.patience { endBurst(swallowing: now + Burst.tail) }
        guard let deadline, deadline <= now else { return }
        switch state {
        case .ground: break
        case .escape(let doubled):
            emit(Key(.escape))
            if doubled { emit(Key(.escape)) }
        case .csi where sequence.isEmpty: emit(Key(.character("["), .alt))
        case .ss3 where sequence.isEmpty: emit(Key(.character("o"), [.alt, .shift]))
        case .reply(let introducer, 0, _): emitAlt(Unicode.Scalar(introducer))
        case .csi, .ss3, .oldMouse, .reply: break
        case .paste: endPaste()
        }
        state = .ground
    }

    // MARK: Bytes

    mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape(let doubled): takeEscape(byte, doubled: doubled)
        case .csi(let doubled): takeCSI(byte, doubled: doubled)
        case .ss3(let doubled): takeSS3(byte, doubled: doubled)
        case .oldMouse(let left): state = left > 1 ? .oldMouse(left: left - 1) : .ground
        case .reply(let introducer, let count, let sawEscape):
            takeReply(byte, introducer, count: count, sawEscape: sawEscape)
        case .paste:
            if pasted.take(byte) {
                endPaste()
                state = .ground
            }
        }
    }

    private mutating func takeGround(_ byte: UInt8) {
        if byte < 0x20 || byte == 0x7F {
            decoder.reset()
            altCharacter = false
            takeControl(byte)
        } else if let scalar = decoder.take(byte) {
            takeScalar(scalar)
        }
    }

    private mutating func takeScalar(_ scalar: Unicode.Scalar) {
        let alt = altCharacter
        altCharacter = false
        if HiddenCharacter.contains(scalar) { return }
        if alt {
            endRun(.key)
            emitAlt(scalar)
        } else {
            run.append(scalar)
            runCount += 1
        }
    }

    private mutating func takeControl(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            endRun(.key)
            state = .escape(doubled: false)
        case 0x09, 0x0A, 0x0D:
            if endRun(.lineEnd) { return }
            emit(Self.key(control: byte))
        default:
            endRun(.key)
            emit(Self.key(control: byte))
        }
    }

    private mutating func takeEscape(_ byte: UInt8, doubled: Bool) {
        sequence.removeAll(keepingCapacity: true)
        switch byte {
        case 0x1B:
            if doubled { emit(Key(.escape)) }
            state = .escape(doubled: true)
        case UInt8(ascii: "["): state = .csi(doubled: doubled)
        case UInt8(ascii: "O"): state = .ss3(doubled: doubled)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            if doubled { emit(Key(.escape)) }
            state = .reply(introducer: byte, count: 0, sawEscape: false)
        default:
            if doubled { emit(Key(.escape)) }
            state = .ground
            if byte < 0x20 || byte == 0x7F {
                var key = Self.key(control: byte)
                key.modifiers.insert(.alt)
                emit(key)
            } else {
                altCharacter = true
                takeGround(byte)
            }
        }
    }

    private mutating func takeReply(_ byte: UInt8, _ introducer: UInt8, count: Int, sawEscape: Bool) {
        if sawEscape {
            state = .ground
            // ESC \ ends the reply; ESC and anything else is a sequence of its own.
            if byte != UInt8(ascii: "\\") { takeEscape(byte, doubled: false) }
        } else if byte == 0x1B {
            state = .reply(introducer: introducer, count: count, sawEscape: true)
        } else if byte == 0x07 || count >= Self.replyLimit {
            state = .ground
        } else if byte < 0x20 || byte == 0x7F {
            // No reply holds a control byte: somebody has pressed a key.
            state = .ground
            take(byte)
        } else {
            state = .reply(introducer: introducer, count: count + 1, sawEscape: false)
        }
    }

    private mutating func endPaste() {
        let (text, isCut, hidden) = pasted.finish()
        if !text.isEmpty { events.append(.input(.paste(text))) }
        if hidden > 0 { events.append(.input(.pasteCleaned(hidden))) }
        if isCut { events.append(.input(.pasteCut)) }
    }

    // MARK: Events

    mutating func emit(_ key: Key) {
        events.append(.input(.key(key)))
    }

    private mutating func emitAlt(_ scalar: Unicode.Scalar) {
        let character = Character(scalar)
        let lower = Character(scalar.properties.lowercaseMapping.first.map(String.init) ?? String(character))
        emit(Key(.character(lower), lower == character ? .alt : [.alt, .shift]))
    }

    static func key(control byte: UInt8) -> Key {
        switch byte {
        case 0x09: Key(.tab)
        case 0x0A, 0x0D: Key(.enter)
        case 0x08, 0x7F: Key(.backspace)
        case 0x1B: Key(.escape)
        case 0x00: Key(.character(" "), .control)
        case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        default: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        }
    }
}
