/// Why a slip cannot be printed as it stands.
public struct SlipIssue: Hashable, Sendable {
    /// RFC 6901, into the slip's JSON.
    public var pointer: String
    /// In Vietnamese, for people; repeats nothing of the value.
    public var message: String

    public init(pointer: String, message: String) {
        self.pointer = pointer
        self.message = message
    }
}
