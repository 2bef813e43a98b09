import APIClient
import Synchronization
import TUI

/// A login that the server has granted and that nobody stands at the desk for yet.
///
/// Where it goes without having been taken, because the officer gave up, another answer failed or another screen
/// came, its session is revoked: nothing that could act in a person's name is left alive unseen.
final class LoginOffer: Sendable {
    private let client: Client
    let session: PendingSession
    private let isTaken = Mutex(false)

    init(client: Client, session: PendingSession) {
        self.client = client
        self.session = session
    }

    /// Makes it the session of the client; from now on it is ended by logging out.
    func install(at client: Client) {
        isTaken.withLock { $0 = true }
        client.install(session)
    }

    deinit {
        guard !isTaken.withLock(\.self) else { return }
        // On its own: whoever gave the login up is gone, and so may be the task that asked for it.
        Task(executorPreference: EffectPool.shared) { [client, session] in await client.discard(session) }
    }
}
