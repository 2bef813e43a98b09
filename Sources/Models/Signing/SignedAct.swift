import Forms

/// What is signed when an officer decides on a dossier: which act, on which dossier, as it stood. Both sides make the
/// same bytes of it.
///
/// The revision is the one that the officer saw: a signature never holds for what was changed after it.
public struct SignedAct: Encodable, Hashable, Sendable {
    public var dossier: ID
    public var code: String
    public var revision: Int
    public var action: ProcessAction

    public init(dossier: ID, code: String, revision: Int, action: ProcessAction) {
        self.dossier = dossier
        self.code = code
        self.revision = revision
        self.action = action
    }

    /// A line that says what it is, so that a signature of something else never fits, then canonical JSON: members
    /// sorted, no blanks, NFC.
    public func bytes() throws -> [UInt8] {
        Array("central dossier act, version 1\n".utf8) + (try StrictJSON.encode(self))
    }
}
