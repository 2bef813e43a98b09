import Models

/// What is wrong at one place of the input; `Problem.errors` on the wire.
struct InputFault: Sendable, Hashable {
    var pointer: String
    var code: String
    /// Vietnamese, for people.
    var message: String
    var hint: String?
    /// What can stand there, where that is a short list.
    var candidates: [CodeName]?

    init(
        _ pointer: String, _ code: String, _ message: String, hint: String? = nil,
        candidates: [CodeName]? = nil
    ) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.hint = hint
        self.candidates = candidates
    }
}
