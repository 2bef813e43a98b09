import Forms
import Models

/// All catalogues of the training data, read and checked against each other.
struct TrainingSet: Sendable {
    var procedures: [Procedure]
    var forms: [FormDefinition]
    var processes: [ProcessDefinition]
    var statuses: [NationalStatus]
    var fields: [ProcedureField]
    var provinces: [Province]
    var communes: [Commune]
    /// From when the communes hold.
    var communesFrom: LocalDate
    var ethnicGroups: [EthnicGroup]
    var banks: [Bank]
    var agencies: [Agency]
    var calendars: CalendarCatalogue
    var roles: [RoleDefinition]
    var officers: OfficerCatalogue
    var bindings: [ProcessBinding]
    var sampleCards: [SampleCard]
    var names: NameVocabulary
    var dossiers: DossierVocabulary
    /// Versions of processes that are not active: something to check and activate in training.
    var processDrafts: [ProcessDefinition]
    var messages: [MessageText]
    /// Procedures that are taken in together.
    var bundles: [Procedure]
    /// What the hotline says.
    var scripts: [HotlineScript]
    var ticketKinds: [TicketKind]
    /// From when the kinds of tickets hold.
    var ticketKindsFrom: LocalDate
    /// Districts of before 01/07/2025 with their communes.
    var formerDistricts: [FormerDistrict]
    var postalStatuses: [PostalStatus]

    /// The desk of the training officers.
    static let trainingUnit = "H26.1.5"

    func procedure(_ code: String) -> Procedure? {
        procedures.first { $0.code == code }
    }

    func form(_ id: String, version: Int) -> FormDefinition? {
        forms.first { $0.id == id && $0.version == version }
    }

    func process(_ reference: ProcessRef) -> ProcessDefinition? {
        processes.first { $0.id == reference.id && $0.version == reference.version }
    }

    func officer(_ username: String) -> OfficerAccount? {
        officers.items.first { $0.username == username }
    }

    /// The unit as it is called on a day.
    func agency(_ code: String, on day: LocalDate) -> Agency? {
        agencies.first { $0.code == code && $0.holds(on: day) }
    }

    /// The units that take in dossiers: those with an officer at reception.
    var receivingUnits: [String] {
        Set(officers.items.filter { $0.roles.contains("reception") }.map(\.unit)).sorted()
    }
}
