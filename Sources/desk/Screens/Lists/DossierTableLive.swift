import Forms
import Models
import TUI

/// What others did to a list of dossiers since it was loaded.
///
/// Rows change in place; what came to the list is only counted, and what left it stays where it stood, with a sign:
/// no row, bar or selection moves until the officer loads the list anew.
struct DossierTableLive: Sendable, Equatable {
    enum Mark: Sendable, Equatable {
        /// Somebody did something to it; the row shows it.
        case changed
        /// It is no longer in this list, or not for this officer's eyes.
        case gone
    }

    private(set) var marks: [ID: Mark] = [:]
    /// Dossiers of this list that are not shown.
    private(set) var arrived: Set<ID> = []

    /// The list was loaded anew: what it shows is all there is.
    mutating func reset() {
        marks = [:]
        arrived = []
    }

    /// - Parameter slug: The inbox that the list shows; nil for one that only shows what it found, where nothing arrives.
    ///   With a filter on the list, what came counts all the same: whether the filter lets it through, the server
    ///   knows.
    mutating func apply(_ changes: [Change], to table: inout DossierTable, inbox slug: String?) {
        for change in changes where change.kind == "dossier" {
            let isListed = change.item != nil && (slug.map { change.inboxes?.contains($0) ?? true } ?? true)
            if table.contains(change.id) {
                if let item = change.item { table.update(item) }
                marks[change.id] = isListed ? .changed : .gone
            } else if isListed, slug != nil {
                arrived.insert(change.id)
            } else {
                arrived.remove(change.id)
            }
        }
    }

    /// What the officer is told beside the list; nil where nothing came.
    var sign: Phrase? { arrived.isEmpty ? nil : Strings.Queue.arrived(arrived.count) }
}
