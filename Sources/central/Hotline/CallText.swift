import Forms

/// What is typed into a call's card or a ticket, checked.
enum CallText {
    /// The text without blanks around it; nil where there is none, or too much.
    static func check(
        _ text: String?, _ pointer: String, longest: Int, isRequired: Bool = false,
        _ faults: inout [InputFault]
    ) -> String? {
        guard let text = text?.trimmed, !text.isEmpty else {
            if isRequired { faults.append(.init(pointer, "required", "Không được để trống.")) }
            return nil
        }
        guard text.length <= longest else {
            faults.append(.init(pointer, "too_long", "Nhiều nhất \(longest) ký tự."))
            return nil
        }
        return text
    }

    /// A telephone number as it is kept; nil where there is none, or a wrong one.
    static func phone(_ text: String?, _ pointer: String, _ faults: inout [InputFault]) -> String? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        if let issue = PhoneNumber.check(text) {
            faults.append(
                .init(pointer, issue.code, issue.message.text(.vi), hint: issue.hint?.text(.vi)))
            return nil
        }
        return PhoneNumber.normalize(text)
    }
}
