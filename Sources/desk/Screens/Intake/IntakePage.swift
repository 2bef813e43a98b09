import Forms

/// The pages of the intake, in the order of its tabs.
enum IntakePage: Int, Sendable, CaseIterable, Codable {
    case applicant = 1
    case procedure, papers, declaration, terms, review

    var name: Phrase {
        switch self {
        case .applicant: Strings.Intake.pageApplicant
        case .procedure: Strings.Intake.pageProcedure
        case .papers: Strings.Intake.pagePapers
        case .declaration: Strings.Intake.pageDeclaration
        case .terms: Strings.Intake.pageTerms
        case .review: Strings.Intake.pageReview
        }
    }

    var next: IntakePage? { IntakePage(rawValue: rawValue + 1) }
    var previous: IntakePage? { IntakePage(rawValue: rawValue - 1) }
}
