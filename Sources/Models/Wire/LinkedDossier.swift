/// A dossier of a bundle as the pages of the others show it. Nothing of it is personal.
public struct LinkedDossier: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var code: String
    public var lookupCode: String
    public var position: Int
    public var procedureName: String
    public var status: Int
    public var statusName: String
    public var stepName: String
    public var start: BundleStart
    /// Its clock stands until the first dossier's result is there.
    public var waits: Bool
    public var dueAt: Instant?
    /// While it waits: when it would fall due if the first one's result came on its own day.
    public var expectedAt: Instant?
    public var open: Bool
    /// What was handed in for it, for the one slip; none for those who see it masked.
    public var documents: [SubmittedDocument]
    /// What it costs, in đồng.
    public var total: Int

    public init(
        id: ID, code: String, lookupCode: String, position: Int, procedureName: String, status: Int,
        statusName: String, stepName: String, start: BundleStart, waits: Bool, dueAt: Instant? = nil,
        expectedAt: Instant? = nil, open: Bool, documents: [SubmittedDocument] = [], total: Int = 0
    ) {
        self.id = id
        self.code = code
        self.lookupCode = lookupCode
        self.position = position
        self.procedureName = procedureName
        self.status = status
        self.statusName = statusName
        self.stepName = stepName
        self.start = start
        self.waits = waits
        self.dueAt = dueAt
        self.expectedAt = expectedAt
        self.open = open
        self.documents = documents
        self.total = total
    }
}
