/// A colour of the terminal's palette. The palette is never redefined, and direct colour is not used: Debian's
/// terminal descriptions have none, and a palette colour follows the user's own setting.
public enum Colour: Hashable, Sendable {
    /// What the terminal uses where nothing is asked for.
    case standard
    /// 0–7 the basic colours, 8–15 the bright ones, 16–231 the 6×6×6 cube, 232–255 greys.
    case palette(UInt8)
}
