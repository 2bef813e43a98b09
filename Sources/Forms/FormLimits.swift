/// How large a form's definition may be. All of them are far above what any paper form of the country asks for.
public enum FormLimits {
    /// Of the JSON text; as much as the API takes in one body.
    public static let bytes = 256 << 10
    public static let pages = 20
    public static let groups = 100
    /// Of all groups together.
    public static let fields = 500
    public static let rules = 200
    public static let options = 500
    /// Characters of a label, a title or a placeholder.
    public static let label = 255
    /// Characters of a help text or a message.
    public static let text = 2000
    /// Characters of an id.
    public static let id = 64
    /// Values that a spin box goes through (eForm SB-1: small ranges only).
    public static let spinBoxValues = 1000
    /// Values that are looked at to work all conditions and computed fields out, over all rounds and rows.
    public static let cost = 5_000_000
    /// States of all patterns together.
    public static let patternStates = 20_000
    /// More mistakes than these are not listed.
    public static let findings = 200
}
