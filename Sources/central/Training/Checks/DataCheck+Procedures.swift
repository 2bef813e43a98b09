import Forms
import Models

extension DataCheck {
    /// What the linter of procedures finds; the process is the procedure's own.
    mutating func check(_ procedure: Procedure) {
        let file = "procedures/\(procedure.code).json"
        let set = set
        var lint = ProcedureLint(
            hasForm: { set.form($0, version: $1) != nil },
            hasTemplate: { id in set.forms.contains { $0.id == id } },
            fieldName: { code in set.fields.first { $0.code == code }?.name },
            hasProcess: { set.process($0)?.procedure == procedure.code })
        for finding in lint.check(procedure) { fault(file, "/item" + finding.pointer, finding.message) }
    }

    /// What the linters find: a bundle goes by the process of its first member.
    mutating func check(bundle: Procedure) {
        let file = "bundles/\(bundle.code).json"
        let set = set
        var procedure = ProcedureLint(
            hasForm: { _, _ in true }, hasTemplate: { _ in true },
            fieldName: { code in set.fields.first { $0.code == code }?.name },
            hasProcess: { set.process($0)?.procedure == bundle.bundle?.first?.procedure })
        for finding in procedure.check(bundle) { fault(file, "/item" + finding.pointer, finding.message) }
        var lint = BundleLint(bundle)
        let found = lint.run(
            procedure: { set.procedure($0) }, form: { set.form($0, version: $1) }, references: nil)
        for finding in found { fault(file, "/item" + finding.pointer, finding.message) }
    }
}
