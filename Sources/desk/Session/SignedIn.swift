import APIClient
import Models
import TUI

/// The officer at the desk, and the store that keeps this officer's unfinished work.
struct SignedIn: Sendable {
    /// Counts logins of this run, so that an answer to a former officer's question is known as such.
    var serial = 0
    var me: Me
    /// Holds this officer's session and no other.
    var client: Client
    /// nil where the machine's store can't be opened; drafts are then kept in memory only.
    var store: ActStore?
    /// Carries acts out once. Without a store what is open lives as long as this officer stays.
    var acts: Acts
    /// Brings drafts here and at the server together; nil without a store.
    var sync: DraftSync?

    /// - Parameter acts: Those of the same officer's login before, which know what is open without a store.
    init(me: Me, client: Client, store: ActStore?, acts: Acts? = nil) {
        self.me = me
        self.client = client
        self.store = store
        self.acts = acts ?? Acts(client: client, store: store)
        sync = store.map {
            DraftSync(client: client, store: $0, pacing: .real.on(EffectPool.shared))
        }
    }

    /// How many acts were sent and have no known outcome.
    func countPending() -> Result<Int, StoreError> {
        Result { () throws(StoreError) in try acts.pending().count }
    }

    /// Whether the same person is at the desk.
    func isSameOfficer(as other: SignedIn) -> Bool { me.officer.id == other.me.officer.id }
}
