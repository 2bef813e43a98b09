/// What screens tell the chrome.
enum DeskNotice: Sendable {
    /// The officer leaves; the login comes.
    case logOut
}
