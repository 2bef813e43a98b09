/// The statutory time of a dossier and how its due date came about.
public struct DossierDeadline: Codable, Hashable, Sendable {
    public var amount: Int
    public var unit: AmountUnit
    public var explanation: [String]

    public init(amount: Int, unit: AmountUnit, explanation: [String]) {
        self.amount = amount
        self.unit = unit
        self.explanation = explanation
    }
}
