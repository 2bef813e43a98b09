import Forms
import Models

/// What a call's card asks: who called, about what, and how it ended.
enum CallForm {
    enum ID {
        static let phone = "phone"
        static let name = "name"
        static let topic = "topic"
        static let result = "result"
        static let note = "note"
    }

    static let definition = FormDefinition(
        id: "desk-call", title: Strings.Call.card,
        fields: [
            Field(
                id: ID.phone, label: Strings.Call.phone,
                kind: .text(
                    TextRule(
                        maxLength: 32, pattern: "[+0-9][0-9 .()-]*", patternMessage: Strings.Call.phonePattern
                    )),
                width: 16),
            Field(
                id: ID.name, label: Strings.Call.caller,
                kind: .text(TextRule(maxLength: 100)), width: 26),
            Field(
                id: ID.topic, label: Strings.Call.topic,
                kind: .dropdown(
                    .fixed(
                        CallTopic.allCases.map {
                            Option(value: $0.rawValue, label: Strings.Call.name($0))
                        }), multiple: false, empty: Strings.Common.empty),
                required: .always, width: 22),
            Field(
                id: ID.result, label: Strings.Call.result,
                kind: .dropdown(
                    .fixed(
                        CallResult.allCases.map {
                            Option(value: $0.rawValue, label: Strings.Call.name($0))
                        }), multiple: false, empty: Strings.Common.empty),
                required: .always, width: 22),
            Field(
                id: ID.note, label: Strings.Call.note,
                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6, maxLength: 4000)),
                help: Strings.Call.noteHelp),
        ])

    /// What stands on a card that was just opened.
    static func answers(phone: String?) -> Answers {
        var answers = Answers()
        answers[ID.phone] = phone.map(Answer.text)
        answers[ID.result] = .text(CallResult.answered.rawValue)
        return answers
    }

    /// Where the server finds fault with what stands in a field.
    static func path(of pointer: String) -> FieldPath? {
        switch pointer {
        case "/phone": FieldPath(ID.phone)
        case "/caller_name": FieldPath(ID.name)
        case "/topic": FieldPath(ID.topic)
        case "/result": FieldPath(ID.result)
        case "/note": FieldPath(ID.note)
        default: nil
        }
    }
}
