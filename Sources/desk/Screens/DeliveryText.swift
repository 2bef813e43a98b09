import Forms
import Models

extension Delivery {
    /// How the result gets to its receiver, in one line.
    func text(_ language: Language) -> String {
        let way: Phrase =
            switch method {
            case .desk: Strings.Terms.atDesk
            case .post: Strings.Terms.byPost
            case .online: Strings.Terms.online
            }
        return [way.text(language), recipient, address, phone].compactMap(\.self).joined(separator: ", ")
    }
}
