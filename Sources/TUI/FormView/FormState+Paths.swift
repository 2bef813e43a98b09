import Forms

extension FormState {
    /// The places of all fields that stand on the form now, in its order, those that are only shown among them.
    public var paths: [FieldPath] {
        allPlaces.filter { isShown($0) }.map { path(of: $0) }
    }

    /// The names of the options that were fetched, by their set and code.
    public var optionNames: [String: [String: String]] {
        var names: [String: [String: String]] = [:]
        for (request, list) in lists {
            for item in list.items { names[request.set, default: [:]][item.value] = item.label.string }
        }
        return names
    }
}
