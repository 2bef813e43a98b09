import APIClient
import Forms

/// What this desk could not do with the officer's own files, where that keeps nobody from going on: told once in a session,
/// with the reason.
struct StoreTroubles: Sendable {
    enum Kind: CaseIterable, Sendable {
        /// What F9 and the look-up repeat.
        case memory
        /// What is over and lies in the officer's files still: it is met again, and tried again.
        case leftovers
    }

    private var open: [Kind: StoreError] = [:]
    private var told: Set<Kind> = []

    mutating func note(_ kind: Kind, _ error: StoreError) {
        if !told.contains(kind) { open[kind] = error }
    }

    /// What is to be told and was not yet.
    mutating func take() -> [Phrase] {
        let words = Kind.allCases.compactMap { kind in
            open[kind].map {
                kind == .memory ? Strings.Home.notRemembered($0.reason) : Strings.Home.notTidied($0.reason)
            }
        }
        told.formUnion(open.keys)
        open = [:]
        return words
    }
}
