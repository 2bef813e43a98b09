/// What a slip says to the result below it: the next person is at the desk.
struct NextPerson: Sendable {
    /// What the scanner read of that person's card; nil where a key was pressed.
    var scan: String?
}
