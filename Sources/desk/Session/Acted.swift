/// What became of an act.
struct Acted<Value: Sendable>: Sendable {
    var value: Value
    /// An earlier try had arrived with other content: that is what was done, not what was changed since.
    var isOfEarlierContent = false
}

extension Acted: Equatable where Value: Equatable {}
