import Forms
import Models
import TUI

/// What a caller is asked for to show that a dossier is his.
enum CallVerification {
    enum ID {
        static let said = "said"
        static let what = "what"
    }

    /// What can be asked for, the surest first.
    enum What: String, CaseIterable {
        case lookupCode = "lookup_code"
        case identity, phone

        var name: Phrase {
            switch self {
            case .lookupCode: Strings.Call.lookupCode
            case .identity: Strings.Call.identityDigits
            case .phone: Strings.Call.phoneDigits
            }
        }
    }

    /// What to ask first: what the dossier was not found by. Who knows a number shows nothing by its last digits.
    static func preset(foundBy match: SearchMatch?) -> What {
        switch match {
        case .phone, .submitterPhone: .identity
        case .identityNumber, .submitterIdentity, .taxCode: .phone
        default: .lookupCode
        }
    }

    /// The next kind, or the one before.
    static func step(_ form: inout FormState, by step: Int) {
        let all = What.allCases
        let now =
            form.answers.text(ID.what).flatMap(What.init(rawValue:)).flatMap { all.firstIndex(of: $0) } ?? 0
        form.set(ID.what, to: .text(all[(now + step + all.count) % all.count].rawValue))
    }

    static let definition = FormDefinition(
        id: "desk-verify", title: Strings.Call.verify,
        fields: [
            Field(
                id: ID.said, label: Strings.Call.said,
                kind: .text(TextRule(maxLength: 20, uppercase: true)), required: .always,
                help: Strings.Call.verifyHelp, width: 14),
            Field(
                id: ID.what, label: Strings.Call.what,
                kind: .radio(
                    What.allCases.map { Option(value: $0.rawValue, label: $0.name) }),
                required: .always, initial: .text(What.lookupCode.rawValue)),
        ])

    static func check(_ said: String, _ what: What) -> CallerCheck {
        let said = said.trimmed
        return switch what {
        case .lookupCode: CallerCheck(lookupCode: said)
        case .identity: CallerCheck(identityDigits: said)
        case .phone: CallerCheck(phoneDigits: said)
        }
    }

    /// nil where nothing was said yet.
    static func check(_ answers: Answers) -> CallerCheck? {
        guard let said = answers.text(ID.said), !said.trimmed.isEmpty,
            let what = answers.text(ID.what).flatMap(What.init(rawValue:))
        else { return nil }
        return check(said, what)
    }
}
