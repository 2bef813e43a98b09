import Models

extension Problem {
    /// The same act under the same key is being carried out at this moment.
    public var isInProgress: Bool { code == "request_in_progress" }

    /// The key was used for another content: the act that it stands for has been done, or is being done, but not
    /// like this.
    public var isKeyReused: Bool { code == "idempotency_key_reused" }

    /// Somebody else changed the thing meanwhile.
    public var isStale: Bool { status == 412 }
}
