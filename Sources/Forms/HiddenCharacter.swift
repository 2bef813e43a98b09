/// Characters that nobody sees, or that change how others are read: the one list by which typing and pasting leave
/// them out, the screen marks them, and forms and the API refuse them.
public enum HiddenCharacter {
    /// C1, bidirectional controls, zero-width and filler characters, variation selectors, separators, tags, private
    /// use, noncharacters. The fillers count as letters to Unicode: a name could consist of them.
    public static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: true
        case 0xFFF0...0xFFFB, 0xE000...0xF8FF, 0xFDD0...0xFDEF: true
        case 0x1D173...0x1D17A, 0xE0000...0xE0FFF, 0xF0000...0x10FFFF: true
        default: isVariationSelector(scalar) || scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// Chooses another picture of the character before it, and has none of its own.
    public static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }
}
