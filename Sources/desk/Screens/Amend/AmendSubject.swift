import APIClient
import Forms
import Models

/// What is corrected, with what has to be known to ask for it: the cases and fees of its procedure, and the form that its
/// declaration was given on. What could not be had is not asked for; all else can be put right all the same.
struct AmendSubject: Sendable {
    var dossier: Dossier
    /// Those of the dossier's procedure.
    var cases: [ProcedureCase] = []
    /// Those of its case.
    var fees: [FeeRule] = []
    var declaration: FormDefinition?
    /// Why some of it could not be had.
    var lack: APIError?

    init(_ dossier: Dossier, procedure: Procedure? = nil, declaration: FormDefinition? = nil) {
        self.dossier = dossier
        self.declaration = declaration
        // Another version may have other cases and fees.
        guard let procedure, procedure.version == dossier.procedure.version else { return }
        cases = procedure.cases
        let selected = cases.first { $0.code == dossier.caseCode }
        fees = procedure.fees.filter { selected?.fees.contains($0.code) == true }
    }

    /// Asks for what belongs to a dossier.
    ///
    /// - Throws: Only where the session is over.
    static func load(_ dossier: Dossier, _ desk: Desk) async throws(APIError) -> AmendSubject {
        let procedure = await desk.ask { client throws(APIError) in
            try await client.procedure(dossier.procedure.code)
        }
        let form = await desk.ask { client throws(APIError) in
            try await client.form(dossier.formId, version: dossier.formVersion)
        }
        if procedure.failure == .unauthorised || form.failure == .unauthorised { throw .unauthorised }
        var subject = AmendSubject(dossier, procedure: try? procedure.get(), declaration: try? form.get())
        subject.lack = procedure.failure ?? form.failure
        return subject
    }
}
