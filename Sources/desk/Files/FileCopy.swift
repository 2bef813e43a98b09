import APIClient

/// A file to look at: one that lies on this machine, or a copy that was fetched for it and goes with the last who
/// holds it.
final class FileCopy: Sendable {
    let name: String
    let path: RawPath
    private let isOwn: Bool

    /// - Parameter isOwn: It was made for this, and is taken away at the end.
    init(name: String, path: RawPath, isOwn: Bool) {
        self.name = name
        self.path = path
        self.isOwn = isOwn
    }

    deinit {
        if isOwn { FileRemoval.remove(path) }
    }
}
