/// How much of a person an answer shows.
enum Disclosure: Sendable, Hashable {
    case whole
    /// What a parcel needs: name, phone and address; no identity number, no answers of the form.
    case delivery
    case masked
}
