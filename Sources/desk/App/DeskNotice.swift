/// What screens tell the chrome.
enum DeskNotice: Sendable {
    /// The officer leaves: once every screen but home has been closed, home logs out.
    case logOut
    /// Somebody has begun to log in: now it matters whether the server answers.
    case loginBegun
    /// The screens were asked to close. Where one objected, the officer stays.
    case closingEnded
}
