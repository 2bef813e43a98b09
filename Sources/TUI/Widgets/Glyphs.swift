/// The signs that widgets are drawn with, and what stands for them where only ASCII can be shown.
///
/// Canvas lines and borders are transliterated by the terminal; these are not, because what replaces them
/// depends on what they mean.
public struct Glyphs: Sendable {
    public var more: (left: SafeText, right: SafeText)
    public var open: SafeText
    public var scroll: (track: Unicode.Scalar, thumb: Unicode.Scalar)
    public var radio: (off: SafeText, on: SafeText)
    public var check: (off: SafeText, on: SafeText)
    /// Before a value that was filled in.
    public var filled: SafeText
    /// Before an error and before a warning: these tell them apart without colour.
    public var error: SafeText
    public var warning: SafeText
    public var success: SafeText
    /// Before what the system could not do, where an error is nothing that was typed.
    public var failure: SafeText
    public var secret: Character
    /// From one eighth of a cell's height to all of it.
    public var bars: [SafeText]
    public var bar: Unicode.Scalar
    public var spinner: [SafeText]
    public var previous: SafeText
    public var next: SafeText
    /// What steps a number up and down.
    public var step: (up: SafeText, down: SafeText)
    /// The scale of a slider and what stands on it.
    public var scale: Scale

    /// The parts of a slider's scale, lying and upright.
    public struct Scale: Sendable {
        public var knob: SafeText
        public var across: (start: SafeText, line: Unicode.Scalar, tick: SafeText, end: SafeText)
        public var upright: (top: SafeText, line: Unicode.Scalar, tick: SafeText, bottom: SafeText)
    }

    public static let unicode = Glyphs(
        more: ("‹", "›"), open: "▼", scroll: ("│", "█"), radio: ("( )", "(•)"), check: ("[ ]", "[x]"),
        filled: "▪", error: "!", warning: "▲", success: "✓", failure: "✗", secret: "•",
        bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], bar: "█",
        spinner: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"], previous: "◂", next: "▸",
        step: ("▲", "▼"),
        scale: Scale(knob: "●", across: ("├", "─", "┼", "┤"), upright: ("┬", "│", "┼", "┴")))

    public static let ascii = Glyphs(
        more: ("<", ">"), open: "v", scroll: ("|", "#"), radio: ("( )", "(*)"), check: ("[ ]", "[x]"),
        filled: "*", error: "!", warning: "^", success: "+", failure: "x", secret: "*",
        bars: ["_", "_", ".", ":", "-", "=", "*", "#"], bar: "#", spinner: ["|", "/", "-", "\\"],
        previous: "<", next: ">", step: ("^", "v"),
        scale: Scale(knob: "O", across: ("[", "-", "+", "]"), upright: ("+", "|", "+", "+")))

    /// The signs for what the terminal of a screen can show.
    public static func of(_ context: ScreenContext) -> Glyphs {
        context.ascii ? .ascii : .unicode
    }
}
