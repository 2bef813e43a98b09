import APIClient
import Forms

/// A file of the declaration on its way to the server.
struct PendingUpload: Sendable {
    var path: FieldPath
    /// In the list of its field.
    var id: Int
    var file: RawPath
    var rule: FileRule
    /// The page that lies there, to be taken away once it was sent, or can't be.
    var scanned: ScannedFile?
    /// The session ended: it goes on after the login.
    var isPaused = false
}
