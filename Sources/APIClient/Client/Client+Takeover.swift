import Synchronization

extension Client {
    /// Goes on with the session of another client, which then has none: the same officer has logged in again,
    /// and what waits for this client goes on under the new session. Never for another officer.
    public func takeSession(of other: Client) {
        let session = other.tokens.withLock { tokens in
            let session = tokens
            tokens = Tokens()
            return session
        }
        tokens.withLock { tokens in
            tokens.access = session.access
            tokens.refresh = session.refresh
        }
    }
}
