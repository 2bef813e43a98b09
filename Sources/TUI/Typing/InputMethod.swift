/// How keys become Vietnamese letters.
public enum InputMethod: String, CaseIterable, Hashable, Sendable {
    /// Typed text is taken as it comes: the terminal has a method of its own, or none is wanted.
    case off
    /// Letters are marks: `tieengs` → tiếng.
    case telex
    /// Digits are marks: `tie6ng1` → tiếng.
    case vni
    /// Signs are marks: `tie^'ng` → tiếng (RFC 1456).
    case viqr

    /// The one that the switch key turns to.
    public var next: InputMethod {
        switch self {
        case .off: .telex
        case .telex: .vni
        case .vni: .viqr
        case .viqr: .off
        }
    }

    /// The sign for the status line; constant width costs nothing there, and "EN" is what people know for off.
    public var sign: SafeText {
        switch self {
        case .off: "EN"
        case .telex: "Telex"
        case .vni: "VNI"
        case .viqr: "VIQR"
        }
    }
}
