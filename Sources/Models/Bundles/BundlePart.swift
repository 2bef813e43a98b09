import Forms

/// A member of a bundle with all that it stands for on a day.
public struct BundlePart: Hashable, Sendable {
    public var member: BundleMember
    public var procedure: Procedure
    public var selected: ProcedureCase
    public var form: FormDefinition

    public init(
        member: BundleMember, procedure: Procedure, selected: ProcedureCase, form: FormDefinition
    ) {
        self.member = member
        self.procedure = procedure
        self.selected = selected
        self.form = form
    }

    var naming: BundleNaming { BundleNaming(member: member) }
}
