/// The last two frames, whose memory the next ones use again.
///
/// The terminal keeps the last frame to compare with, so a frame's memory is free again one frame later.
struct CanvasPool {
    private var older: Canvas?
    private var newer: Canvas?
    /// The older one shows what the newer one does.
    private var isLevel = false

    /// The last frame.
    var last: Canvas? { newer }

    /// A blank canvas of that size.
    mutating func take(_ size: Size) -> Canvas {
        isLevel = false
        guard var canvas = older, canvas.size == size else { return Canvas(size: size) }
        older = nil
        canvas.clear()
        return canvas
    }

    /// The last frame once more, to be drawn over; nil where there is none of that size.
    mutating func takeLast(_ size: Size) -> Canvas? {
        guard let newer, newer.size == size else { return nil }
        level()
        isLevel = false
        guard let canvas = older, canvas.size == size else { return newer }
        older = nil
        return canvas
    }

    /// Takes back what was not drawn on in the end.
    mutating func giveBack(_ canvas: Canvas) {
        older = canvas
        isLevel = true
    }

    /// Copies the last frame now, once it is shown, so that ``takeLast(_:)`` has it at once when a key comes.
    mutating func level() {
        guard !isLevel, let newer, older?.size == newer.size else { return }
        older?.copy(newer)
        isLevel = true
    }

    /// Hands a finished frame in.
    mutating func keep(_ canvas: Canvas) {
        older = newer
        newer = canvas
        isLevel = false
    }
}
