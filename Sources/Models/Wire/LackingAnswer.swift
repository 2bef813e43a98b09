/// An entry of a dossier's declaration that its form requires and in which nothing stands.
public struct LackingAnswer: Codable, Hashable, Sendable {
    /// Into the dossier: "/answers/nyc_ho_ten".
    public var pointer: String
    /// What the form calls it, in Vietnamese.
    public var label: String

    public init(pointer: String, label: String) {
        self.pointer = pointer
        self.label = label
    }
}
