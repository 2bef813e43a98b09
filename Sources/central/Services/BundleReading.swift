import GRDB
import Models

/// The dossiers of a bundle, as each of them shows the others.
enum BundleReading {
    /// The dossier with those of its bundle that lie in the reader's scope; others are only counted.
    static func linked(
        _ dossier: Dossier, _ database: Database, scope: Scope, _ central: Central
    ) throws -> Dossier {
        guard let bundle = dossier.bundle else { return dossier }
        var linked = dossier
        linked.bundle?.dossiers = try BundleTable.members(database, of: bundle.id).compactMap { member in
            let found = try DossierTable.find(
                database, id: member.dossier, scope: scope, seal: central.seal)
            return found.map { LinkedDossier($0, member) }
        }
        return linked
    }
}

extension LinkedDossier {
    init(_ stored: StoredDossier, _ member: BundleTable.Member) {
        let dossier = stored.dossier
        let waits = member.waits && stored.isOpen
        self.init(
            id: dossier.id, code: dossier.code, lookupCode: dossier.lookupCode, position: member.position,
            procedureName: dossier.procedure.name, status: dossier.status, statusName: dossier.statusName,
            stepName: dossier.stepName, start: member.start, waits: waits, dueAt: dossier.dueAt,
            expectedAt: waits ? member.expectedAt : nil, open: stored.isOpen, documents: dossier.documents,
            total: dossier.quote.total)
    }
}
