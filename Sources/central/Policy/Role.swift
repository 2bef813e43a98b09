/// What kinds of work an officer may be assigned to. Codes as in the training data's `roles.json`.
enum Role: String, Sendable, Hashable, CaseIterable {
    case reception
    case review
    case approval
    /// Văn thư: numbers and issues results.
    case clerk
    case cashier
    case postal
    /// 1022.
    case hotline
    case provinceAdmin = "province_admin"
    case ministryAdmin = "ministry_admin"

    /// Those who handle dossiers and so see them whole.
    static let handling: Set<Role> = [.reception, .review, .approval, .clerk, .cashier]
    static let administrating: Set<Role> = [.provinceAdmin, .ministryAdmin]
    static let all = Set(allCases)
}
