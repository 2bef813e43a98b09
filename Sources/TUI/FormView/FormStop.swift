/// A place on a form that can have the focus.
///
/// Rows are named by a number that they keep while others come and go, so that the focus stays where it is.
enum FormStop: Hashable, Sendable {
    case field(EntryID)
    /// The button that shows or hides a password (eForm TF-4).
    case reveal(EntryID)
    case removeRow(group: Int, rowID: Int)
    case addRow(group: Int)
    case submit
}

/// A field of a form, by its place in the definition and the lasting number of its row.
struct EntryID: Hashable, Sendable {
    /// Among all groups of the form.
    var group: Int
    /// 0 in a group that does not repeat.
    var rowID: Int
    var field: Int
}

/// Where a field stands now. Rows have moved since, if any came or went.
struct EntryPlace: Hashable, Sendable {
    var group: Int
    var row: Int
    var field: Int
}
