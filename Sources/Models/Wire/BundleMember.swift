import Forms

/// One of the procedures that a bundle ("liên thông") takes in together; the first of them leads.
public struct BundleMember: Codable, Hashable, Sendable {
    public var procedure: String
    public var caseCode: String
    public var start: BundleStart
    /// Stands before the ids of its fields, groups and papers in the bundle's declaration; none for the first.
    public var prefix: String?
    /// Fields that are filled once: the member's own field, and the field of the bundle's declaration that gives its
    /// value.
    public var same: [String: String]
    /// What stands in its fields when the declaration is opened.
    public var initial: [String: Answer]
    /// Fields that are not asked for: the result of the first dossier brings them, or they don't apply.
    public var omit: [String]
    /// Papers that need not be handed in, for the same reasons; none that its case requires.
    public var omitDocuments: [String]
    /// As its procedure is called; only where `central` says what a bundle consists of.
    public var name: String?
    /// The time that the law gives for its case; likewise.
    public var time: ServiceTime?

    public init(
        procedure: String, caseCode: String, start: BundleStart, prefix: String? = nil,
        same: [String: String] = [:], initial: [String: Answer] = [:], omit: [String] = [],
        omitDocuments: [String] = [], name: String? = nil, time: ServiceTime? = nil
    ) {
        self.procedure = procedure
        self.caseCode = caseCode
        self.start = start
        self.prefix = prefix
        self.same = same
        self.initial = initial
        self.omit = omit
        self.omitDocuments = omitDocuments
        self.name = name
        self.time = time
    }

    private enum CodingKeys: String, CodingKey {
        case procedure, start, prefix, same, initial, omit, omitDocuments, name, time
        case caseCode = "case"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        procedure = try container.decode(String.self, forKey: .procedure)
        caseCode = try container.decode(String.self, forKey: .caseCode)
        start = try container.decode(BundleStart.self, forKey: .start)
        prefix = try container.decodeIfPresent(String.self, forKey: .prefix)
        same = try container.decodeIfPresent([String: String].self, forKey: .same) ?? [:]
        initial = try container.decodeIfPresent([String: Answer].self, forKey: .initial) ?? [:]
        omit = try container.decodeIfPresent([String].self, forKey: .omit) ?? []
        omitDocuments = try container.decodeIfPresent([String].self, forKey: .omitDocuments) ?? []
        name = try container.decodeIfPresent(String.self, forKey: .name)
        time = try container.decodeIfPresent(ServiceTime.self, forKey: .time)
    }
}
