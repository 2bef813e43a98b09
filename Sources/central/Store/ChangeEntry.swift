import Models

/// What happened to a dossier, as the feed of changes keeps it: who has to hear of it, and no personal data.
struct ChangeEntry: Sendable {
    var at: Instant
    /// Of the kinds that are no dossier's, what it is instead: see `ChangeTable.moneyKinds`.
    var dossier: ID
    /// The unit that took the dossier in.
    var unit: String
    /// The unit that has the current step, after the change.
    var holderUnit: String
    /// The unit that had the step before, where it is another: its officers have to hear that the dossier is gone.
    var formerUnit: String?
    /// A verb, `print`, `amend` …
    var action: String
    /// The dossier's, after the change.
    var revision: Int

    init(
        at: Instant, dossier: ID, unit: String, holderUnit: String, formerUnit: String? = nil, action: String,
        revision: Int
    ) {
        self.at = at
        self.dossier = dossier
        self.unit = unit
        self.holderUnit = holderUnit
        self.formerUnit = formerUnit
        self.action = action
        self.revision = revision
    }

    /// A change of a dossier that stays with its unit.
    init(_ stored: StoredDossier, _ action: String, at: Instant) {
        self.init(
            at: at, dossier: stored.dossier.id, unit: stored.dossier.unit.code, holderUnit: stored.holderUnit,
            action: action, revision: stored.dossier.revision)
    }
}
