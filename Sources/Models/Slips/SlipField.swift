/// A label and what stands behind it. Nothing behind it means a dotted line, to be filled by hand.
public struct SlipField: Hashable, Sendable {
    public var label: String
    public var value: String?
    /// Set in bold: the name, the appointment.
    public var isStrong: Bool

    public init(_ label: String, _ value: String?, isStrong: Bool = false) {
        self.label = label
        self.value = value
        self.isStrong = isStrong
    }
}
