/// Who may call a route, and whose dossiers he reaches through it.
enum AccessRule: Sendable, Hashable {
    /// Anybody, without a token: logging in, health, the description of the API.
    case open
    /// A logged-in officer with at least one of these roles, reaching this far.
    case officer(Set<Role>, Reach)

    enum Reach: Sendable, Hashable {
        /// Nothing of a unit's: catalogues, calendars, calculations.
        case nothing
        /// His own things alone: drafts, his own entry of the audit.
        case own
        /// What his assignments let him see.
        case units
    }
}
