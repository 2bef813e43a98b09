/// A line of a bank's file and what became of it.
public struct BankLine: Codable, Hashable, Sendable {
    /// From 1, the head line counted.
    public var line: Int
    public var outcome: BankLineOutcome
    public var reference: String?
    public var amount: Int?
    public var dossierCode: String?
    /// Vietnamese, for people.
    public var message: String

    public init(
        line: Int, outcome: BankLineOutcome, reference: String? = nil, amount: Int? = nil,
        dossierCode: String? = nil, message: String
    ) {
        self.line = line
        self.outcome = outcome
        self.reference = reference
        self.amount = amount
        self.dossierCode = dossierCode
        self.message = message
    }
}
