/// Canvases of earlier frames, whose memory the next frame uses again.
///
/// The terminal keeps the last frame to compare with, so a frame's memory is free again one frame later.
struct CanvasPool {
    private static let limit = 6
    private var canvases: [Canvas] = []

    /// A blank canvas of that size.
    ///
    /// - Parameter shared: the last one kept of this size is still held by somebody; writing to it would copy.
    mutating func take(_ size: Size, shared: Bool = false) -> Canvas {
        let fitting = canvases.indices.filter { canvases[$0].size == size }
        guard let index = fitting.first, fitting.count > (shared ? 1 : 0) else { return Canvas(size: size) }
        var canvas = canvases.remove(at: index)
        canvas.clear()
        return canvas
    }

    /// Hands a canvas in; the oldest are used first, and forgotten where there are too many.
    mutating func keep(_ canvas: Canvas) {
        canvases.append(canvas)
        if canvases.count > Self.limit { canvases.removeFirst() }
    }
}
