/// What the officer, or the terminal, did.
public enum Input: Hashable, Sendable {
    /// Anything but plain text.
    case key(Key)
    /// Typed text: NFC, printable only, never empty.
    case text(String)
    /// A bracketed paste: NFC, line breaks as "\n", tabs kept, all other controls and hidden characters removed. Runs no
    /// binding.
    case paste(String)
    /// So many characters that nobody sees (`HiddenCharacter`) were left out of the paste just before. The program
    /// says so.
    case pasteCleaned(Int)
    /// The paste just before was longer than the limit, and the rest of it is gone. The program says so.
    case pasteCut
    /// A scanner's burst of known shape, without its line end.
    case scan(String)
    case resize(Size)
    case mouse(Mouse)
    /// The terminal's window has got or lost the focus.
    case focus(Bool)
    /// The terminal is gone.
    case hangup
    /// The minute that the chrome shows has turned, or the moment has come that a screen waits for
    /// (``Screen/deadline``).
    case tick
}
