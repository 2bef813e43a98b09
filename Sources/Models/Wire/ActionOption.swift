/// One act that the process knows at a dossier's step, whether the officer may do it now, and if not, why.
public struct ActionOption: Codable, Hashable, Sendable {
    public var action: ProcessAction
    /// Vietnamese, for people: "Chuyển bước xử lý".
    public var name: String
    /// The step that it leads to; nil where the dossier stays.
    public var to: String?
    public var toName: String?
    public var allowed: Bool
    /// Why not: empty where it is allowed.
    public var reasons: [ActionReason]
    /// What must be given with it.
    public var needs: [ProcessNeed]
    /// The papers that follow from it: "02" …
    public var forms: [String]
    /// How long it can be undone.
    public var undoMinutes: Int?
    /// What follows from it that one should know before: that it counts as overdue in the national figures.
    public var warning: String?
    /// For papers that come: those that were asked for or are required and have not come, by the code of the checklist;
    /// `KHAC` with the line's text for what is not on it.
    public var asked: [SubmittedDocument]?
    /// The result: for an act that may draft it or brings it, what the form begins with; for signing and handing over,
    /// what is signed or handed over. Nil where the act has nothing to do with it.
    public var results: [SubmittedDocument]?
    /// For papers that come: what the declaration lacks, which has to be completed first, or a reason given.
    public var lacking: [LackingAnswer]?

    public init(
        action: ProcessAction, name: String, to: String? = nil, toName: String? = nil, allowed: Bool,
        reasons: [ActionReason] = [], needs: [ProcessNeed] = [], forms: [String] = [],
        undoMinutes: Int? = nil, warning: String? = nil, asked: [SubmittedDocument]? = nil,
        results: [SubmittedDocument]? = nil, lacking: [LackingAnswer]? = nil
    ) {
        self.action = action
        self.name = name
        self.to = to
        self.toName = toName
        self.allowed = allowed
        self.reasons = reasons
        self.needs = needs
        self.forms = forms
        self.undoMinutes = undoMinutes
        self.warning = warning
        self.asked = asked
        self.results = results
        self.lacking = lacking
    }
}
