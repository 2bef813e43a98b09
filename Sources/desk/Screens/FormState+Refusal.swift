import APIClient
import Forms
import Models
import TUI

extension FormState {
    /// Marks the fields that a refusal names (eForm G-2, VA-4). A place that is called as a field of the form is that
    /// field's; where none is named, what stands marked stays so.
    ///
    /// - Parameter path: The field of a place that is called otherwise.
    mutating func mark(_ refusal: Problem, at path: (String) -> FieldPath? = { _ in nil }) {
        let errors = (refusal.errors ?? []).compactMap { error -> FieldError? in
            guard let place = path(error.pointer) ?? named(by: error.pointer) else { return nil }
            return FieldError(
                path: place,
                issue: FieldIssue(
                    code: error.code, message: Phrase(vi: error.message),
                    hint: error.hint.map { Phrase(vi: $0) }))
        }
        if !errors.isEmpty { apply(serverErrors: errors) }
    }

    mutating func mark(_ error: APIError, at path: (String) -> FieldPath? = { _ in nil }) {
        if case .problem(let refusal) = error { mark(refusal, at: path) }
    }

    private func named(by pointer: String) -> FieldPath? {
        guard let name = pointer.split(separator: "/").last.map(String.init),
            definition.field(name, group: nil) != nil
        else { return nil }
        return FieldPath(name)
    }
}
