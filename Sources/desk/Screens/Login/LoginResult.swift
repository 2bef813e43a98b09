/// What a login screen that was opened over another screen hands back.
enum LoginResult: Sendable, Equatable {
    /// The officer whose session had ended is back: what was under way goes on.
    case same
    /// Somebody else is at the desk now.
    case other
}
