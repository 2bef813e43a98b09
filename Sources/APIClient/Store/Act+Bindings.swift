import Models

// What administrators do with many bindings at once, and with units.

extension Act where Answer == BindingsChange {
    /// Saves a plan as it was looked at.
    ///
    /// - Parameter basis: What its preview gave; where any row is another by now the act is refused with 412, row by row.
    public static func change(bindings plan: BindingsPlan, basis: String) -> Self {
        Self("changeBindings", "/v1/binding-changes", plan, ifMatch: basis)
    }

    /// Puts back what held before a change.
    public static func undo(bindings change: ID) -> Self {
        Self("undoBindingChange", "/v1/binding-changes/\(change):undo")
    }
}

extension Act where Answer == UnitRecord {
    /// Calls a unit otherwise from a day on.
    public static func rename(unit code: String, _ request: UnitRename) -> Self {
        Self("renameUnit", Target("/v1/units/\(code):rename"), request)
    }
}
