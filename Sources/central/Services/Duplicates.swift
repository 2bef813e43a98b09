import Forms
import Models

/// Finds dossiers that may be the same request again. They are shown, with what differs, and never forbid
/// anything: a second copy of a birth record is a fair wish.
enum Duplicates {
    /// A dossier that was handed in within this many days counts even after it ended.
    static let days = 30

    static func find(
        procedure: Procedure, caseCode: String, identity: String?, tax: String?, answers: Answers?,
        form: FormDefinition?, _ call: Call, _ central: Central
    ) async throws -> [PossibleDuplicate] {
        let scope = try call.requireGrant().scope
        let codes = procedure.bundle?.map(\.procedure) ?? [procedure.code]
        let earliest = call.now.adding(seconds: -days * 86_400)
        let found = try await central.store.read { database in
            try codes.flatMap { code in
                try DossierTable.ofApplicant(
                    database, identity: identity, tax: tax, procedure: code, openOrSince: earliest,
                    scope: scope, seal: central.seal, limit: 10)
            }
        }
        return found.map { stored in
            let dossier = stored.dossier
            var reasons = ["Cùng chủ hồ sơ, cùng thủ tục."]
            reasons.append(
                stored.isOpen
                    ? "Hồ sơ này đang giải quyết: \(dossier.statusName)."
                    : "Nộp trong \(days) ngày qua.")
            if dossier.caseCode == caseCode { reasons.append("Cùng trường hợp.") }
            return PossibleDuplicate(
                dossier: DossierBrief(stored), reasons: reasons,
                differences: differences(dossier, answers, form))
        }
    }

    /// What the two say differently, field by field, with the labels of the form. Sensitive fields are left out.
    private static func differences(_ existing: Dossier, _ new: Answers?, _ form: FormDefinition?)
        -> [DuplicateDifference]
    {
        guard let new, let form, form.id == existing.formId else { return [] }
        var differences: [DuplicateDifference] = []
        for group in form.groups where group.repeats == nil {
            for field in group.fields where !field.sensitive {
                let (old, current) = (existing.answers[field.id], new[field.id])
                guard old != current else { continue }
                differences.append(
                    DuplicateDifference(
                        label: field.label.text(.vi), existing: AnswerText.of(old, field),
                        new: AnswerText.of(current, field)))
            }
        }
        return Array(differences.prefix(20))
    }
}

extension DossierBrief {
    init(_ stored: StoredDossier) {
        let dossier = stored.dossier
        self.init(
            id: dossier.id, code: dossier.code, procedureName: dossier.procedure.name, status: dossier.status,
            statusName: dossier.statusName, acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt,
            open: stored.isOpen)
    }
}
