import Models

extension Problem {
    /// The same act under the same key is being carried out at this moment.
    public var isInProgress: Bool { code == "request_in_progress" }

    /// The key was used for another content: the act that it stands for has been done, or is being done, but not
    /// like this.
    public var isKeyReused: Bool { code == "idempotency_key_reused" }

    /// The dossier that an act made which was done under this key with another content; nil where it is not told.
    public var doneDossier: ID? {
        guard isKeyReused, let done, done.hasPrefix(Self.dossiers) else { return nil }
        let id = String(done.dropFirst(Self.dossiers.count))
        // Goes into a path; whatever it is, it has to be an id.
        return UUIDv7.isValid(id) ? id : nil
    }

    private static let dossiers = "/v1/dossiers/"

    /// Somebody else changed the thing meanwhile.
    public var isStale: Bool { status == 412 }
}
