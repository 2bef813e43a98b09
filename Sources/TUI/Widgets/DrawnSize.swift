import Synchronization

/// The size at which a widget was last drawn.
///
/// A widget is a value and knows no screen; but a page is as long as what was in view, and the line above is
/// where the text was wrapped. Drawing leaves the size here. It is shared by copies of a widget and never
/// part of its value.
final class DrawnSize: Sendable {
    private let packed = Atomic<UInt64>(0)

    init() {}

    /// nil before the first drawing.
    var size: Size? {
        let value = packed.load(ordering: .relaxed)
        guard value != 0 else { return nil }
        return Size(columns: Int(value >> 32), rows: Int(value & 0xFFFF_FFFF))
    }

    func record(_ size: Size) {
        let columns = UInt64(clamping: min(size.columns, 1 << 20))
        let rows = UInt64(clamping: min(size.rows, 1 << 20))
        packed.store(columns << 32 | rows, ordering: .relaxed)
    }
}
