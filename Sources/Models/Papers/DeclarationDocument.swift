import Forms

/// The paper of a citizen's form, filled in as far as it is: everything `desk-print --declaration` prints
/// (eForm UX-3, UX-4).
///
/// It holds shown text only, in Vietnamese: dates as DD/MM/YYYY, names of options instead of their codes.
/// `init(form:answers:…)` makes one from a form and its answers; whoever reads it needs neither.
public struct DeclarationDocument: PrintablePaper, Hashable {
    /// “Mẫu CT01”, above the paper.
    public var number: String?
    public var title: String
    public var addressee: DeclarationAddressee?
    public var opening: String?
    public var blocks: [DeclarationBlock]
    public var pledge: String?
    public var signatures: [SlipSignature]
    /// The dossier's; nil: not handed in, and every page says so.
    public var code: String?
    /// Goes into the QR; where it is absent the code does.
    public var lookupURL: String?
    /// Marks every page TẬP HUẤN.
    public var training: Bool

    public init(
        number: String? = nil, title: String, addressee: DeclarationAddressee? = nil,
        opening: String? = nil, blocks: [DeclarationBlock] = [], pledge: String? = nil,
        signatures: [SlipSignature] = [], code: String? = nil, lookupURL: String? = nil,
        training: Bool = false
    ) {
        self.number = number
        self.title = title
        self.addressee = addressee
        self.opening = opening
        self.blocks = blocks
        self.pledge = pledge
        self.signatures = signatures
        self.code = code
        self.lookupURL = lookupURL
        self.training = training
    }
}
