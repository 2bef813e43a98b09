import APIClient
import Forms
import Models

extension Client {
    /// The declaration of a case. What was begun on an earlier version is finished on it, as long as the server has
    /// that one; after that what was typed goes into the new one.
    ///
    /// - Parameter version: Of the form that the draft was begun with; nil where nothing was begun.
    func declaration(
        procedure: String, case chosen: ProcedureCase, begun version: Int?
    ) async throws(APIError) -> FormDefinition {
        if let version, version != chosen.formVersion {
            do throws(APIError) {
                return try await form(chosen.formId, version: version)
            } catch {
                guard case .problem(let problem) = error, problem.status == 404 else { throw error }
            }
        }
        return try await form(procedure: procedure, case: chosen.code)
    }
}
