import Forms
import Models

extension DataCheck {
    /// What the linter of forms finds, and forms that nobody uses.
    mutating func check(_ form: FormDefinition) {
        let file = "forms/\(form.id).json"
        if !set.procedures.contains(where: { $0.cases.contains { $0.formId == form.id } }) {
            fault(file, "", "không thủ tục nào dùng biểu mẫu này")
        }
        for finding in form.lint(sources: FillSource.known, references: Set(set.references.keys)) {
            fault(file, finding.pointer, finding.message)
        }
    }
}
