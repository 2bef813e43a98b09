import Forms
import Models

/// The decision on page 6: receive, ask for a supplement, or refuse, the last two with what the slip will say.
enum ReviewForm {
    enum ID {
        static let decision = "decision"
        /// The reason of a supplement request; it begins with one.
        static let reason = "reason"
        /// The reason of a refusal; it begins empty, for nobody is refused by a sentence that stood there.
        static let refusal = "refusal"
        static let missing = "missing"
    }

    static let definition = FormDefinition(
        id: "desk-review", version: 1, title: Strings.Intake.pageReview,
        pages: [
            FormPage(
                id: "review", title: Strings.Intake.pageReview,
                groups: [
                    FormGroup(
                        id: "verdict", title: Strings.Review.decision,
                        fields: [
                            Field(
                                id: ID.decision, label: Strings.Review.decision,
                                kind: .radio([
                                    Option(
                                        value: IntakeDecision.receive.rawValue, label: Strings.Review.receive),
                                    Option(
                                        value: IntakeDecision.requestSupplement.rawValue,
                                        label: Strings.Review.supplement),
                                    Option(
                                        value: IntakeDecision.refuse.rawValue, label: Strings.Review.refuse),
                                ]), required: .always, help: Strings.Review.decisionHelp,
                                // One below the other: arrows move between them, Space chooses.
                                width: 28,
                                initial: .text(IntakeDecision.receive.rawValue)),
                            Field(
                                id: ID.missing, label: Strings.Review.asked,
                                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6, maxLength: 2000)),
                                required: .always,
                                visibleWhen: ApplicantForm.condition("decision == 'request_supplement'"),
                                help: Strings.Review.askedHelp),
                            Field(
                                id: ID.reason, label: Strings.Review.reason,
                                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6, maxLength: 1000)),
                                required: .always,
                                visibleWhen: ApplicantForm.condition("decision == 'request_supplement'"),
                                help: Strings.Review.reasonHelp),
                            Field(
                                id: ID.refusal, label: Strings.Review.refusalReason,
                                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 6, maxLength: 1000)),
                                required: .always,
                                visibleWhen: ApplicantForm.condition("decision == 'refuse'"),
                                help: Strings.Review.refusalHelp),
                        ])
                ])
        ])
}
