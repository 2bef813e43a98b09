import Forms
import Models

/// How it stands with a dossier, for programs: `desk status --json`. Nothing of a person is in it.
struct SpokenStatus: Codable, Sendable {
    var code: String
    var procedure: ProcedureRef
    var status: Int
    var statusName: String
    var stepName: String
    var unit: UnitRef
    /// The unit that has it now.
    var holder: UnitRef
    var submittedAt: Instant
    var dueAt: Instant?
    var overdue: Bool
    /// As they are read out, in order.
    var sentences: [String]

    init(_ readout: Readout, _ language: Language) {
        let dossier = readout.dossier
        code = dossier.code
        procedure = dossier.procedure
        status = dossier.status
        statusName = dossier.statusName
        stepName = dossier.stepName
        unit = dossier.unit
        holder = dossier.holder ?? dossier.unit
        submittedAt = dossier.submittedAt
        dueAt = readout.clock?.dueAt ?? dossier.dueAt
        overdue = readout.isOverdue
        sentences = readout.sentences.map { $0.text(language) }
    }
}
