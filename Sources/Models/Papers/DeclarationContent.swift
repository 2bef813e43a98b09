/// The words of a declaration as it is laid out, for paper and screen alike.
///
/// Layout: the state's name and motto, the title, the addressee, the body, the pledge, the signatures, as
/// NĐ 30/2020/NĐ-CP, Phụ lục I orders the parts of administrative papers; a citizen's paper has no issuer,
/// so the state's name stands in the middle.
///
/// Every text is clean (`SlipText`), but for line ends in answers, where a paragraph ends, and no-break
/// spaces that were put in here.
public struct DeclarationContent: Hashable, Sendable {
    public var number: String?
    /// In capitals.
    public var title: String
    public var addressee: DeclarationAddressee?
    public var opening: String?
    public var blocks: [DeclarationBlock]
    public var pledge: String?
    public var signatures: [SlipSignature]
    public var code: String?
    /// “Mã hồ sơ: …”; nil while there is none.
    public var codeLine: String?
    /// What the QR holds; nil while there is no code.
    public var link: String?
    /// What sets this paper apart from one that counts.
    public var marks: [String]
    /// At the lower end; empty while there is no code.
    public var notes: [String]
    public var isTraining: Bool

    public static let addressing = "Kính gửi: "
    /// Follows what was typed and cannot be right.
    public static let wrongMark = " [chưa hợp lệ]"
    public static let rowNumber = "STT"

    public init(_ paper: DeclarationDocument) {
        number = SlipText.cleaned(paper.number)
        title = SlipText.clean(paper.title).uppercased()
        addressee = paper.addressee.map {
            DeclarationAddressee(SlipText.clean($0.text), isOpen: $0.isOpen)
        }
        opening = SlipText.cleaned(paper.opening)
        pledge = SlipText.cleaned(paper.pledge)
        blocks = paper.blocks.map(Self.clean)
        signatures = paper.signatures.map { signature in
            SlipSignature(
                title: SlipText.clean(signature.title), hint: SlipText.clean(signature.hint),
                name: SlipText.cleaned(signature.name), date: SlipText.cleaned(signature.date))
        }
        code = SlipText.cleaned(paper.code)
        codeLine = code.map { "Mã hồ sơ: " + $0 }
        link = code.map { paper.lookupURL ?? $0 }
        notes = []
        if code != nil, let url = paper.lookupURL { notes.append(SlipContent.lookUpNote(url)) }
        isTraining = paper.training
        marks = []
        if code == nil { marks.append("Bản nháp - chưa nộp") }
        if paper.training { marks.append("TẬP HUẤN - không có giá trị pháp lý") }
    }

    private static func clean(_ block: DeclarationBlock) -> DeclarationBlock {
        switch block {
        case .heading(let text): return .heading(SlipText.clean(text))
        case .note(let text): return .note(SlipText.clean(text))
        case .field(var field):
            field.label = SlipText.clean(field.label)
            let paragraphs = SlipText.paragraphs(field.value ?? "")
            field.value = paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n")
            field.options = field.options.map { option in
                DeclarationOption(SlipText.clean(option.label), isTicked: option.isTicked)
            }
            return .field(field)
        case .table(var table):
            table.columns = table.columns.map { column in
                DeclarationColumn(title: SlipText.clean(column.title), characters: column.characters)
            }
            table.rows = table.rows.map { row in
                row.map { DeclarationCell(SlipText.clean($0.text), isWrong: $0.isWrong) }
            }
            return .table(table)
        }
    }
}
