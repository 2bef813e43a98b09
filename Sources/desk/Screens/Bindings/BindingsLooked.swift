import Models

/// What would come of a plan, and on what it may be saved.
struct BindingsLooked: Sendable {
    var plan: BindingsPlan
    var preview: BindingsPreview
    var basis: String
    /// What was typed for it; dropped when it is saved.
    var draft: Models.ID
}
