/// Why nothing was printed. Nothing of the slip's content is in it: it may end up in a log.
struct PrintFailure: Error, Equatable {
    var status: ExitStatus
    /// In Vietnamese; says what is wrong and what to do. One line per finding.
    var message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
