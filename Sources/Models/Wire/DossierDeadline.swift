import Forms

/// The statutory time of a dossier and how its due date came about.
public struct DossierDeadline: Codable, Hashable, Sendable {
    public var amount: Int
    public var unit: AmountUnit
    public var explanation: [String]
    /// The same sentences in English; nil on a dossier that was taken in before there were any.
    public var explanationEn: [String]?

    public init(amount: Int, unit: AmountUnit, explanation: [String], explanationEn: [String]? = nil) {
        self.amount = amount
        self.unit = unit
        self.explanation = explanation
        self.explanationEn = explanationEn
    }

    /// In a language, where it was given in that; else in Vietnamese.
    public func explanation(in language: Language) -> [String] {
        language == .en ? explanationEn ?? explanation : explanation
    }
}
