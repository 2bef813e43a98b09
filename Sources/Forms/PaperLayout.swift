/// What the paper of a form says beyond its pages, groups and fields (eForm UX-3).
///
/// Papers are in Vietnamese. A form without a layout is printed plainly: its title, then its groups in order.
public struct PaperLayout: Hashable, Sendable {
    /// As it stands above the paper: “Mẫu CT01”. At most 80 bytes.
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

extension PaperLayout {
    /// What an author got wrong in the layout of a form, each as a sentence: what it names is there, and what
    /// stands in one piece on the paper fits it.
    func lint(in form: FormDefinition) -> [String] {
        var problems: [String] = []
        func short(_ text: String?, _ limit: Int, _ what: String) {
            guard let text else { return }
            if text.allSatisfy(\.isWhitespace) { problems.append("Bản giấy: \(what) để trống.") }
            if text.utf8.count > limit { problems.append("Bản giấy: \(what) dài quá \(limit) byte.") }
        }
        short(number, 80, "số mẫu")
        short(title?.vi, 400, "tên")
        short(addressee?.text.vi, 400, "nơi gửi")
        short(opening?.vi, 4000, "lời mở đầu")
        short(pledge?.vi, 4000, "lời cam đoan")
        if signatures.count > 4 { problems.append("Bản giấy có quá 4 chỗ ký.") }
        for signature in signatures {
            short(signature.title.vi, 160, "chỗ ký")
            short(signature.hint?.vi, 160, "hướng dẫn ở chỗ ký “\(signature.title.vi)”")
            if let name = signature.name, form.field(name) == nil {
                problems.append(
                    "Bản giấy: chỗ ký “\(signature.title.vi)” lấy tên ở mục “\(name)”, không có mục đó.")
            }
        }
        if Set(groups.map(\.group)).count != groups.count { problems.append("Bản giấy có nhóm lặp lại.") }
        for paper in groups {
            guard let group = form.groups.first(where: { $0.id == paper.group }) else {
                problems.append("Bản giấy nói đến nhóm “\(paper.group)”, không có nhóm đó.")
                continue
            }
            short(paper.heading?.vi, 400, "tiêu đề nhóm “\(paper.group)”")
            problems += paper.lint(in: group)
        }
        return problems
    }
}
