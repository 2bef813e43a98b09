import Forms
import Models

/// What a call or a ticket is about: a dossier that the officer may see, a procedure that is in force.
struct CallSubject: Sendable {
    var dossier: CallDossier?
    var procedure: CodeName?

    /// A procedure follows from the dossier where none is named.
    static func find(
        dossier id: ID?, procedure code: String?, _ place: String, _ grant: Grant, _ central: Central,
        on day: LocalDate, _ faults: inout [InputFault]
    ) async throws -> CallSubject {
        var subject = CallSubject()
        if let id = id?.lowercased() {
            let stored = try await central.store.read { [seal = central.seal] in
                try DossierTable.find($0, id: id, scope: grant.scope, seal: seal)
            }
            if let dossier = stored?.dossier {
                subject.dossier = CallDossier(id: dossier.id, code: dossier.code)
                subject.procedure = CodeName(code: dossier.procedure.code, name: dossier.procedure.name)
            } else {
                faults.append(
                    .init(place + "/dossier", "unknown_dossier", "Không có hồ sơ này, hoặc không được xem."))
            }
        }
        if let code {
            if let procedure = try await central.catalogue.procedure(code, on: day) {
                subject.procedure = CodeName(code: procedure.code, name: procedure.name)
            } else {
                faults.append(.init(place + "/procedure", "unknown_procedure", "Không có thủ tục này."))
            }
        }
        return subject
    }
}
