/// What screens tell the chrome.
enum DeskNotice: Sendable {
    /// The officer leaves: once every screen but home has been closed, home logs out.
    case logOut
    /// The screens were asked to close. Where one objected, the officer stays.
    case closingEnded
}
