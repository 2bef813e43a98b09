import Forms
import Models

/// An intake that passed every check: what the transaction needs to make the dossier of it.
struct PreparedIntake: Sendable {
    /// With texts trimmed, phone numbers in one form and hidden answers gone.
    var intake: DossierIntake
    var procedure: Procedure
    var selected: ProcedureCase
    var form: FormDefinition
    var quote: FeeQuote
    var unit: UnitRef
    var entryStep: String
    var step: ProcessStep
    /// Whether the system ends the waiting there some day.
    var isWaiting: Bool
    var status: NationalStatus
    var deadline: DossierDeadline
    /// Nil where nothing was received.
    var acceptedAt: Instant?
    var dueAt: Instant?
    /// By which it was reckoned.
    var calendar: CatalogueTable.CalendarEdition?
    var duplicates: [PossibleDuplicate]
    var signature: SignatureCheck.Verified?
    var warnings: [InputProblem]
    /// Where it comes in together with others.
    var seat: BundleSeat?
}
