extension Effect {
    /// The same effect with a message of any type, as the stage keeps them.
    func erased() -> Effect<any Sendable> { map { $0 } }
}
