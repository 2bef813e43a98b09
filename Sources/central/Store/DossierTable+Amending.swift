import Forms
import GRDB
import Models

extension DossierTable {
    /// Writes a dossier's row as it is after an amendment, with all that is listed, sorted and found by.
    ///
    /// - Parameter before: As it was; its revision must still be the row's.
    static func amend(
        _ database: Database, _ stored: StoredDossier, before: StoredDossier, seal: DataSeal
    ) throws {
        let dossier = stored.dossier
        let applicant = dossier.applicant
        try update(database, stored, before: before, seal: seal)
        try database.cachedStatement(
            sql: """
                UPDATE dossiers SET procedure_code = ?, procedure_name = ?, procedure_version = ?, case_code = ?,
                    process = ?, process_version = ?, applicant_name = ?, applicant_identity = ?,
                    applicant_tax = ?, applicant_phone = ?, applicant_sort = ?, submitter_identity = ?,
                    submitter_phone = ?, delivery_method = ?
                WHERE id = ?
                """
        ).execute(arguments: [
            dossier.procedure.code, dossier.procedure.name, dossier.procedure.version, dossier.caseCode,
            stored.process.id, stored.process.version, applicant.name, applicant.identityNumber,
            applicant.taxCode, applicant.phone,
            NameOrder.key(
                applicant.name,
                isPerson: NameOrder.isPerson(identity: applicant.identityNumber, tax: applicant.taxCode)),
            dossier.submitter?.identityNumber, dossier.submitter?.phone, dossier.delivery.method.rawValue,
            dossier.id,
        ])
    }
}
