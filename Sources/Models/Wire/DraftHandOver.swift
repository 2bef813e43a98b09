/// What `POST /v1/drafts/{id}:hand-over` takes: the colleague who goes on with a draft.
public struct DraftHandOver: Codable, Hashable, Sendable {
    /// The officer's id, from `GET /v1/colleagues`.
    public var officer: ID

    public init(officer: ID) {
        self.officer = officer
    }
}
