/// A dossier that may be the same matter. Never a reason to refuse an intake.
public struct PossibleDuplicate: Codable, Hashable, Sendable {
    public var dossier: DossierBrief
    public var reasons: [String]
    public var differences: [DuplicateDifference]

    public init(dossier: DossierBrief, reasons: [String], differences: [DuplicateDifference]) {
        self.dossier = dossier
        self.reasons = reasons
        self.differences = differences
    }
}
