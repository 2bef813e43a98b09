/// How the drafts at this desk stand to those at the server. A failure is quiet: nothing is lost by it, and the
/// status line has a sign for it.
public enum SyncState: Hashable, Sendable {
    /// The server has everything.
    case settled
    /// So many drafts and removals are sent soon.
    case waiting(Int)
    case sending
    /// The last try failed, with the code of its error; another one comes by itself.
    case failed(code: String, waiting: Int)
}
