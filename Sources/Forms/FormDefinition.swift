/// A form as data: its pages, groups, fields and the rules between them.
///
/// One definition drives the screen, the plain mode and both validators. A published version is never
/// changed: answers are checked against the version that they were given on.
public struct FormDefinition: Hashable, Sendable, Identifiable {
    public var id: String
    public var version: Int
    public var title: Phrase
    public var pages: [FormPage]
    public var rules: [FormRule]
    /// Whether the answers must carry a digital signature to be taken in (eForm SG-1).
    public var signature: Bool
    /// How it is printed; nil: plainly.
    public var paper: PaperLayout?

    public init(
        id: String, version: Int, title: Phrase, pages: [FormPage], rules: [FormRule] = [],
        signature: Bool = false, paper: PaperLayout? = nil
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.pages = pages
        self.rules = rules
        self.signature = signature
        self.paper = paper
    }

    /// The groups of all pages, in order.
    public var groups: [FormGroup] {
        pages.flatMap(\.groups)
    }

    /// The field with this id, in a repeating group where one is named.
    public func field(_ id: String, group: String? = nil) -> Field? {
        for candidate in groups where group == nil ? candidate.repeats == nil : candidate.id == group {
            if let field = candidate.fields.first(where: { $0.id == id }) { return field }
        }
        return nil
    }
}

extension FormDefinition: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, version, title, pages, rules, signature, paper
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            version: try container.decode(Int.self, forKey: .version),
            title: try container.decode(Phrase.self, forKey: .title),
            pages: try container.decode([FormPage].self, forKey: .pages),
            rules: try container.decodeIfPresent([FormRule].self, forKey: .rules) ?? [],
            signature: try container.decodeIfPresent(Bool.self, forKey: .signature) ?? false,
            paper: try container.decodeIfPresent(PaperLayout.self, forKey: .paper))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try container.encode(title, forKey: .title)
        try container.encode(pages, forKey: .pages)
        try container.encode(rules, forKey: .rules)
        if signature { try container.encode(true, forKey: .signature) }
        try container.encodeIfPresent(paper, forKey: .paper)
    }
}
