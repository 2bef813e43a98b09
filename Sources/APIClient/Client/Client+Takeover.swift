extension Client {
    /// Goes on with the session of another client, which then has none: the same officer has logged in again,
    /// under whatever spelling of the name, and what waits for this client goes on under the new session. Never for
    /// another officer.
    public func takeSession(of other: Client) {
        current.take(from: other.current)
    }
}
