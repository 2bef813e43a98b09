import Forms

/// The form of the login screen. A form like any other, so the rules of all forms hold here too.
enum LoginForm {
    static let user = "user"
    static let password = "password"

    /// - Parameter training: In training the password is no secret, and the help says it.
    static func definition(training: Bool) -> FormDefinition {
        FormDefinition(
            id: "desk-login", version: 1, title: Strings.Login.title,
            pages: [
                FormPage(
                    id: "login", title: Strings.Login.title,
                    groups: [
                        FormGroup(
                            id: "login", title: Strings.Login.title,
                            fields: [
                                Field(
                                    id: user, label: Strings.Login.user,
                                    kind: .text(TextRule(maxLength: 64)), required: .always,
                                    help: Strings.Login.userHelp, width: 24),
                                Field(
                                    id: password, label: Strings.Login.password, kind: .password,
                                    required: .always,
                                    help: training
                                        ? Strings.Login.passwordHelpTraining : Strings.Login.passwordHelp,
                                    width: 24, sensitive: true),
                            ])
                    ])
            ])
    }
}
