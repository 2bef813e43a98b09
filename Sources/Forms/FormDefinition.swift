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
    /// How it is printed; nil: plainly.
    public var paper: PaperLayout?

    public init(
        id: String, version: Int, title: Phrase, pages: [FormPage], rules: [FormRule] = [],
        paper: PaperLayout? = nil
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.pages = pages
        self.rules = rules
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
        case id, version, title, pages, rules, paper
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            version: try container.decode(Int.self, forKey: .version),
            title: try container.decode(Phrase.self, forKey: .title),
            pages: try container.decode([FormPage].self, forKey: .pages),
            rules: try container.decodeIfPresent([FormRule].self, forKey: .rules) ?? [],
            paper: try container.decodeIfPresent(PaperLayout.self, forKey: .paper))
    }
}
