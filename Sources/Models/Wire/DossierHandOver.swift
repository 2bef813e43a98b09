/// What `POST /v1/dossiers:hand-over` takes: all that one officer works on goes to another.
public struct DossierHandOver: Codable, Hashable, Sendable {
    /// Whose dossiers; one's own, or a colleague's where the officer leads the unit.
    public var from: ID
    public var to: ID
    /// Why, as it stands in each dossier's history.
    public var note: String?

    public init(from: ID, to: ID, note: String? = nil) {
        self.from = from
        self.to = to
        self.note = note
    }
}
