/// A login that the server has granted and that is nobody's at this desk yet: its tokens are used by no call but
/// `Client.me(of:)` until it is installed. So the person behind a form changes in one step, or not at all.
public struct PendingSession: Sendable {
    /// As it was typed at the login.
    public let user: String
    public let session: Session
    let access: String
    let refresh: String?
}

extension PendingSession: CustomStringConvertible, CustomReflectable {
    public var description: String { "PendingSession" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
