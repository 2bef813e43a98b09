/// Why there is no picture. Nothing of the file's content is in it.
struct PreviewFailure: Error, Equatable {
    var status: ExitStatus
    /// In Vietnamese, one line; says what is wrong and what to do.
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
