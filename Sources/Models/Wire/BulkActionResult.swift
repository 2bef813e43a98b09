/// The answer to a bulk act: one outcome for each dossier, in the order of the request.
public struct BulkActionResult: Codable, Hashable, Sendable {
    public struct Item: Codable, Hashable, Sendable {
        public var id: ID
        public var code: String?
        public var done: Bool
        /// The dossier's revision and step after it, where it was done.
        public var revision: Int?
        public var stepName: String?
        /// Why not, where it was not.
        public var problem: Problem?

        public init(
            id: ID, code: String? = nil, done: Bool, revision: Int? = nil, stepName: String? = nil,
            problem: Problem? = nil
        ) {
            self.id = id
            self.code = code
            self.done = done
            self.revision = revision
            self.stepName = stepName
            self.problem = problem
        }
    }

    public var items: [Item]

    public init(items: [Item]) {
        self.items = items
    }
}
