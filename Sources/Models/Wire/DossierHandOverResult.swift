/// The answer to `POST /v1/dossiers:hand-over`.
public struct DossierHandOverResult: Codable, Hashable, Sendable {
    public var to: OfficerRef
    /// How many dossiers went over.
    public var count: Int
    /// How many stayed, because the one who was to have them is not bound to their step.
    public var left: Int?

    public init(to: OfficerRef, count: Int, left: Int? = nil) {
        self.to = to
        self.count = count
        self.left = left
    }
}
