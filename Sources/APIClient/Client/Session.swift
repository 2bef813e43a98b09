/// A login that succeeded. The tokens stay inside `Client`.
public struct Session: Hashable, Sendable {
    /// Seals this officer's files at the desk.
    public var storeKey: StoreKey
    /// How long the token holds, from the login on.
    public var validFor: Duration

    public init(storeKey: StoreKey, validFor: Duration) {
        self.storeKey = storeKey
        self.validFor = validFor
    }
}
