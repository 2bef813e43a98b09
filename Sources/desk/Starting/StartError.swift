import Forms

/// Why training mode could not start, each with what the officer can do about it.
enum StartError: Error, Equatable, Sendable {
    case folder(String, reason: String)
    case folderNotPrivate(String)
    /// The socket's path is longer than the system allows (107 bytes).
    case pathTooLong(String)
    /// `central` stands neither beside desk nor in PATH.
    case centralMissing
    case spawn(String, reason: String)
    /// central ended while it started; `lastLine` is the end of its log.
    case centralEnded(log: String, lastLine: String)
    /// central did not answer in time.
    case notReady(log: String, seconds: Int)
    /// `--reset-training` while another desk works on the training database.
    case trainingInUse
    case removal(String, reason: String)

    /// What went wrong and what to do, for the officer.
    var message: Phrase {
        switch self {
        case .folder(let path, let reason): Strings.Starting.folder(path, reason)
        case .folderNotPrivate(let path): Strings.Starting.folderNotPrivate(path)
        case .pathTooLong(let path): Strings.Starting.pathTooLong(path)
        case .centralMissing: Strings.Starting.centralMissing
        case .spawn(let path, let reason): Strings.Starting.spawn(path, reason)
        case .centralEnded(let log, let line): Strings.Starting.centralEnded(log, line)
        case .notReady(let log, let seconds): Strings.Starting.notReady(log, seconds)
        case .trainingInUse: Strings.Starting.trainingInUse
        case .removal(let path, let reason): Strings.Starting.removal(path, reason)
        }
    }
}
