import Forms

/// What is asked without a screen: by scripts and telephone systems.
enum Question: Sendable, Equatable {
    /// Lists what is found.
    case lookup(String, asJSON: Bool)
    /// Says in sentences how it stands with one dossier.
    case status(String)
}
