/// What a check of the audit chain found.
enum AuditVerdict: Sendable, Equatable {
    /// Whole: so many entries, none changed, moved, added or missing.
    case whole(count: Int, headHash: String)
    case broken(seq: Int, Fault)

    enum Fault: String, Sendable {
        /// An entry is not what it was when it was written.
        case changed
        /// A number is missing or out of its order.
        case gap
        /// An entry doesn't follow from the one before it.
        case unlinked
        /// Entries at the end are missing, or there are more than the head knows.
        case truncated
        /// The head itself was not written with central's key.
        case forgedHead = "forged_head"
    }
}
