import Synchronization

/// Where a widget was last drawn.
///
/// A widget is a value and knows no screen; but a page is as long as what was in view, the line above is where
/// the text was wrapped, and a click means what stood there. Drawing leaves the place here. It is shared by
/// copies of a widget and never part of its value.
final class DrawnArea: Sendable {
    private let packed = Atomic<UInt64>(0)

    init() {}

    /// nil before the first drawing.
    var area: Rect? {
        let value = packed.load(ordering: .relaxed)
        guard value != 0 else { return nil }
        func part(_ shift: UInt64) -> Int { Int(value >> shift & 0xFFFF) }
        return Rect(column: part(48), row: part(32), columns: part(16), rows: part(0))
    }

    /// What stood there is drawn no more.
    func forget() { packed.store(0, ordering: .relaxed) }

    var size: Size? { area?.size }

    func record(_ area: Rect) {
        func part(_ number: Int) -> UInt64 { UInt64(max(0, min(number, 0xFFFF))) }
        let value =
            part(area.column) << 48 | part(area.row) << 32 | part(area.columns) << 16 | part(area.rows)
        packed.store(value, ordering: .relaxed)
    }
}
