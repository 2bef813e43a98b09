import Forms

/// Characters that came faster than anyone types: a scanner's, or a paste's without brackets.
///
/// The first character of a burst is shown at once, as any typed one; the ones after it are held until it is
/// clear what they are. So typing is never late, and a scan never runs keys, fills fields or starts look-ups
/// on its way.
struct Burst: Sendable {
    /// All of it.
    var text: String.UnicodeScalarView
    var count: Int
    /// How many of them have been passed on as typed text.
    var shown: Int
    var last: Int64

    /// A scan is not longer than this; the largest are the cards' codes, below 300 characters.
    static let limit = 1024
    /// How long after a scan its line end may come, in milliseconds.
    static let tail: Int64 = 100

    var heldCount: Int { count - shown }

    /// The longest pause inside of the burst. Nobody types three characters within 15 ms of each other, so
    /// after that a slow line may have more.
    var patience: Int64 { count >= 3 ? 40 : 15 }
}

extension InputParser {
    enum RunEnd { case endOfRead, lineEnd, key }

    /// Passes on, or holds, the printable text collected so far.
    ///
    /// - Returns: true where a line end was the end of a scan and is used up.
    @discardableResult
    mutating func endRun(_ end: RunEnd) -> Bool {
        if var burst {
            burst.text.append(contentsOf: run)
            burst.count += runCount
            if runCount > 0 { burst.last = last }
            self.burst = burst
            clearRun()
            if end == .endOfRead {
                if burst.count > Burst.limit { endBurst(swallowing: nil) }
                return false
            }
            return endBurst(swallowing: end == .lineEnd ? last : nil) && end == .lineEnd
        }
        if runCount == 0 {
            // The line end of a scan that a pause has ended before.
            guard end == .lineEnd, last <= scanTail else { return false }
            // CR and LF come together; a later one is a key again.
            scanTail = last
            return true
        }
        scanTail = .min
        let canStart = run.first.map(Self.startsScan) ?? false
        guard canStart, runCount <= Burst.limit else {
            emitText(run)
            clearRun()
            return false
        }
        var begun = Burst(text: run, count: runCount, shown: 0, last: last)
        if end == .endOfRead && runCount == 1 {
            events.append(.mark)
            emitText(run)
            begun.shown = 1
        }
        burst = begun
        clearRun()
        if end == .endOfRead { return false }
        return endBurst(swallowing: end == .lineEnd ? last : nil) && end == .lineEnd
    }

    /// Decides what the burst was.
    ///
    /// - Parameter swallowing: up to when a line end belongs to it, should it be a scan.
    /// - Returns: true for a scan.
    @discardableResult
    mutating func endBurst(swallowing tail: Int64?) -> Bool {
        guard let burst else { return false }
        self.burst = nil
        if burst.heldCount == 0 { return false }
        let text = String(burst.text)
        if burst.count <= Burst.limit, scanShape(text) {
            if burst.shown > 0 { events.append(.takeBack) }
            events.append(.input(.scan(Normalization.nfc(text))))
            scanTail = tail ?? .min
            return true
        }
        emitText(String.UnicodeScalarView(burst.text.dropFirst(burst.shown)))
        return false
    }

    private mutating func clearRun() {
        run = String.UnicodeScalarView()
        runCount = 0
    }

    private mutating func emitText(_ scalars: String.UnicodeScalarView) {
        guard !scalars.isEmpty else { return }
        let text = String(scalars)
        let needsNFC = scalars.contains { $0.value >= 0x300 }
        events.append(.input(.text(needsNFC ? Normalization.nfc(text) : text)))
    }

    /// Cards, dossier codes and tracking numbers begin with a digit or a capital.
    private static func startsScan(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
    }
}
