/// What the paper of a form says beyond its pages, groups and fields (eForm UX-3).
///
/// Papers are in Vietnamese. A form without a layout is printed plainly: its title, then its groups in order.
public struct PaperLayout: Hashable, Sendable {
    /// As it stands above the paper: “Mẫu CT01”. At most 80 characters.
    public var number: String?
    /// Where the paper's title is not the form's: one paper may serve several procedures.
    public var title: Phrase?
    public var addressee: PaperAddressee?
    /// Before the first group.
    public var opening: Phrase?
    /// After the last group: “Tôi cam đoan …”.
    public var pledge: Phrase?
    /// What is said of single groups; the others are printed as they stand in the form.
    public var groups: [PaperGroup]
    /// Side by side, from the left; at most four.
    public var signatures: [PaperSignature]

    public init(
        number: String? = nil, title: Phrase? = nil, addressee: PaperAddressee? = nil, opening: Phrase? = nil,
        pledge: Phrase? = nil, groups: [PaperGroup] = [], signatures: [PaperSignature] = []
    ) {
        self.number = number
        self.title = title
        self.addressee = addressee
        self.opening = opening
        self.pledge = pledge
        self.groups = groups
        self.signatures = signatures
    }

    public func group(_ id: String) -> PaperGroup? {
        groups.first { $0.group == id }
    }
}

extension PaperLayout: Codable {
    private enum CodingKeys: String, CodingKey {
        case number, title, addressee, opening, pledge, groups, signatures
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            number: try container.decodeIfPresent(String.self, forKey: .number),
            title: try container.decodeIfPresent(Phrase.self, forKey: .title),
            addressee: try container.decodeIfPresent(PaperAddressee.self, forKey: .addressee),
            opening: try container.decodeIfPresent(Phrase.self, forKey: .opening),
            pledge: try container.decodeIfPresent(Phrase.self, forKey: .pledge),
            groups: try container.decodeIfPresent([PaperGroup].self, forKey: .groups) ?? [],
            signatures: try container.decodeIfPresent([PaperSignature].self, forKey: .signatures) ?? [])
    }
}
