import Forms
import Models

/// What is asked without a screen: by scripts and telephone systems.
enum Question: Sendable, Equatable {
    /// Lists what is found; where it was said what the text is, only what was found as that.
    case lookup(String, as: Kind? = nil, asJSON: Bool)
    /// Says in sentences how it stands with one dossier.
    case status(String)

    /// What a text was said to be.
    enum Kind: Sendable {
        case phone, identity, name

        func holds(_ match: SearchMatch) -> Bool {
            switch self {
            case .phone: [.phone, .submitterPhone].contains(match)
            case .identity: [.identityNumber, .submitterIdentity, .taxCode].contains(match)
            case .name: [.name, .similarName].contains(match)
            }
        }
    }
}
