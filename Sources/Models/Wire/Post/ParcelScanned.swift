/// What a scan came to.
public struct ParcelScanned: Codable, Hashable, Sendable {
    public var item: ManifestItem
    /// It had been scanned before; nothing was changed.
    public var again: Bool
    public var manifest: ManifestRef
    /// How many parcels stand on the manifest, and how many of them the post has scanned.
    public var count: Int
    public var accepted: Int

    public init(item: ManifestItem, again: Bool, manifest: ManifestRef, count: Int, accepted: Int) {
        self.item = item
        self.again = again
        self.manifest = manifest
        self.count = count
        self.accepted = accepted
    }
}
