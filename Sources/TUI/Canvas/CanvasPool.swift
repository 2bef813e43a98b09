/// The last two frames, whose memory the next ones use again.
///
/// The terminal keeps the last frame to compare with, so a frame's memory is free again one frame later.
struct CanvasPool {
    private var older: Canvas?
    private var newer: Canvas?

    /// A blank canvas of that size.
    mutating func take(_ size: Size) -> Canvas {
        guard var canvas = older, canvas.size == size else { return Canvas(size: size) }
        older = nil
        canvas.clear()
        return canvas
    }

    /// The last frame once more, to be drawn over; nil where there is none of that size.
    mutating func takeLast(_ size: Size) -> Canvas? {
        guard let newer, newer.size == size else { return nil }
        guard var canvas = older, canvas.size == size else { return newer }
        older = nil
        canvas.copy(newer)
        return canvas
    }

    /// Takes back what was not drawn on in the end.
    mutating func giveBack(_ canvas: Canvas) { older = canvas }

    /// Hands a finished frame in.
    mutating func keep(_ canvas: Canvas) {
        older = newer
        newer = canvas
    }
}
