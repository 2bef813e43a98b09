import Forms
import Models

/// An item of a reference set with the days on which it holds.
struct DatedReference: Hashable, Sendable {
    var item: ReferenceItem
    var from: LocalDate
    var to: LocalDate?
}
