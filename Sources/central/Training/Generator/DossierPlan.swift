import Models

/// What is settled of a dossier before it is worked out: so that numbers can be given in order of time.
struct DossierPlan: Sendable {
    /// Set for the dossiers with fixed ids.
    var id: ID?
    var unit: String
    /// Working seconds, on the unit's line of time, up to its being taken in; for one that still waits to
    /// be, up to its being handed in.
    var position: Int
    /// Where its term ends on the same line when nothing stops the clock.
    var due: Int
    var procedure: Procedure
    var caseCode: String
    var channel: Int
    var fate: DossierFate
    var applicant: Applicant
    var delivery: DeliveryMethod?

    /// The case; the set was checked, so a plan never names one that does not exist.
    var selected: ProcedureCase? {
        procedure.cases.first { $0.code == caseCode }
    }
}
