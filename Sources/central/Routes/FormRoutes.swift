import HTTPTypes
import Forms
import Models

/// Checking answers against a form: the same validator that runs at the desk.
enum FormRoutes {
    static let all = [
        Route("validateForm", .post, "/v1/forms/{id}:validate", body: .json, find: form, handle: validate)
    ]

    @Sendable private static func form(_ call: Call, _ central: Central) async throws -> any Sendable {
        guard let form = try await central.catalogue.form(call.parameter("id"), on: call.today) else {
            throw ProblemError(.notFound, detail: "Không có tờ khai mang mã này.")
        }
        return form.id
    }

    private static func validate(_ call: Call, _ central: Central) async throws -> Reply {
        let id = try call.thing(String.self)
        let request: FormCheckRequest = try call.decode()
        guard let form = try await central.catalogue.form(id, version: request.version, on: call.today) else {
            throw ProblemError.input([
                .init("/version", "unknown_version", "Tờ khai này không có bản \(request.version).")
            ])
        }
        let reference = try await central.referenceCheck(form, request.answers, on: call.today)
        let validator = FormValidator(form, today: call.today, reference: reference)
        let found = validator.check(request.answers)
        return try .json(
            FormCheck(
                errors: found.filter { $0.issue.severity == .error }.map(InputProblem.init),
                warnings: found.filter { $0.issue.severity == .warning }.map(InputProblem.init)))
    }
}

extension InputProblem {
    init(_ error: FieldError) {
        self.init(
            pointer: error.path.pointer, code: error.issue.code, message: error.issue.message.text(.vi),
            hint: error.issue.hint?.text(.vi))
    }
}
