import Synchronization

/// A part of the screen as it was drawn last, put again while what it shows is the same: a key in a field formats
/// nothing of the frame around the field.
///
/// The subject is all that the drawing depends on, besides the size of its area and what never changes as long as
/// this object is in use. What is missing in it can't be seen to change, so the one who draws takes it from there.
/// Never part of the value of a screen. Copies of a screen share it, and each knows by the subject whether what is
/// there is its own.
public final class KeptDrawing<Subject: Equatable & Sendable>: Sendable {
    private struct Kept {
        var subject: Subject
        var size: Size
        var rows: [[Cell]]
    }

    private let last = Mutex<Kept?>(nil)

    public init() {}

    /// Puts the area as it was drawn before, or has it drawn and keeps it.
    ///
    /// - Parameters:
    ///   - area: Blank before, or covered whole by the drawing.
    ///   - draw: Draws the subject into that area: text and lines, no pictures and no cursor.
    public func put(
        _ subject: Subject, into canvas: inout Canvas, area: Rect, draw: (inout Canvas) -> Void
    ) {
        let known = last.withLock { last -> [[Cell]]? in
            guard let last, last.size == area.size, last.subject == subject else { return nil }
            return last.rows
        }
        if let known {
            for (line, row) in known.enumerated() {
                canvas.put(strip: row, at: area.origin.offset(rows: line))
            }
            return
        }
        draw(&canvas)
        let rows = (0..<area.rows).map { canvas.strip(area.line($0)) }
        // Of an area that is clipped only a part is there to be kept.
        guard rows.allSatisfy({ $0.count == area.columns }) else { return }
        last.withLock { $0 = Kept(subject: subject, size: area.size, rows: rows) }
    }
}
