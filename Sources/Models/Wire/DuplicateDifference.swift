/// Where an existing dossier and the one at hand differ.
public struct DuplicateDifference: Codable, Hashable, Sendable {
    public var label: String
    public var existing: String
    public var new: String

    public init(label: String, existing: String, new: String) {
        self.label = label
        self.existing = existing
        self.new = new
    }
}
