import Forms

/// What `POST /v1/binding-changes` takes: who is to do which steps of some processes, for the dossiers of some units.
public struct BindingsPlan: Codable, Hashable, Sendable {
    public enum Template: String, Codable, Sendable, CaseIterable {
        /// One officer, or all of a unit who hold the steps' roles.
        case assign
        /// As it is in another unit, with one's own officers in place of that unit's.
        case like
        /// Each unit's own officers, where they hold the role; else those of the nearest unit above that do.
        case standard
        /// Nobody, or all but the one who is named.
        case clear
    }

    public var units: [String]
    public var processes: [ID]
    public var template: Template
    /// Only these steps; where none are named, those that the assignee's roles do, or all.
    public var steps: [String]?
    /// Only steps of these roles.
    public var roles: [String]?
    /// Either this or `assigneeUnit`, for `assign` and `clear`.
    public var officer: ID?
    public var assigneeUnit: String?
    /// For `like`.
    public var likeUnit: String?
    /// `assign` beside those who do it already.
    public var keepOthers: Bool?
    /// The first day; today where it is left out.
    public var effectiveFrom: LocalDate?
    /// The last day; after it those are bound again who were before.
    public var effectiveTo: LocalDate?
    public var subDeadline: ServiceTime?
    /// Whether steps may be left without anybody.
    public var allowGaps: Bool?

    public init(
        units: [String], processes: [ID], template: Template, steps: [String]? = nil, roles: [String]? = nil,
        officer: ID? = nil, assigneeUnit: String? = nil, likeUnit: String? = nil, keepOthers: Bool? = nil,
        effectiveFrom: LocalDate? = nil, effectiveTo: LocalDate? = nil, subDeadline: ServiceTime? = nil,
        allowGaps: Bool? = nil
    ) {
        self.units = units
        self.processes = processes
        self.template = template
        self.steps = steps
        self.roles = roles
        self.officer = officer
        self.assigneeUnit = assigneeUnit
        self.likeUnit = likeUnit
        self.keepOthers = keepOthers
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.subDeadline = subDeadline
        self.allowGaps = allowGaps
    }
}
