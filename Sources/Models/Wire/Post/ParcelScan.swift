/// What a scanner read off a parcel: its tracking number, or the code of its dossier.
public struct ParcelScan: Codable, Hashable, Sendable {
    public var text: String

    public init(text: String) {
        self.text = text
    }
}
