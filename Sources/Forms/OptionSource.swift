/// Where a dropdown's choices come from.
public enum OptionSource: Hashable, Sendable {
    case fixed([Option])
    /// A reference set by name ("provinces", "communes"); with a parent field, only the items below that
    /// field's answer.
    case reference(String, parentField: String?)
}
