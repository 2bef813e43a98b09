import Forms
import Models

/// What is asked without a screen: by scripts and telephone systems.
enum Question: Sendable, Equatable {
    /// Lists what is found; where it was said what the text is, only what was found as that.
    case lookup(String, as: Kind? = nil, asJSON: Bool)
    /// Says in sentences how it stands with one dossier. What a caller said to show that it is his stands by it: with a
    /// hotline's account nothing is said without.
    case status(String, asJSON: Bool = false, said: CallerCheck? = nil)

    /// What a text was said to be.
    enum Kind: Sendable {
        case phone, identity, name

        /// What is wrong with a text that was said to be one; nil for one that can be.
        func problem(_ text: String) -> Phrase? {
            switch self {
            case .phone: CallNumber.read(text) == nil ? Strings.Unattended.noPhone : nil
            case .identity:
                text.allSatisfy { $0.isASCII && $0.isNumber || $0.isWhitespace || "-.".contains($0) }
                    && (9...13).contains(text.count { $0.isNumber }) ? nil : Strings.Unattended.noIdentity
            case .name: text.contains(where: \.isLetter) ? nil : Strings.Unattended.noName
            }
        }

        func holds(_ match: SearchMatch) -> Bool {
            switch self {
            case .phone: [.phone, .submitterPhone].contains(match)
            case .identity: [.identityNumber, .submitterIdentity, .taxCode].contains(match)
            case .name: [.name, .representativeName, .submitterName, .similarName].contains(match)
            }
        }
    }
}
