import APIClient
import Models

/// The officer at the desk, and the store that keeps this officer's unfinished work.
struct SignedIn: Sendable {
    /// Counts logins of this run, so that an answer to a former officer's question is known as such.
    var serial: Int
    var me: Me
    /// nil where the machine's store can't be opened; drafts are then kept in memory only.
    var store: ActStore?
    /// Carries acts out once; nil without a store.
    var acts: Acts?
    /// Brings drafts here and at the server together; nil without a store.
    var sync: DraftSync?

    /// Whether the same person is at the desk.
    func isSameOfficer(as other: SignedIn) -> Bool { me.officer.id == other.me.officer.id }
}
