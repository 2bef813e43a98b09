import APIClient
import Glibc

/// A scanned page in a folder that only this user can enter. It holds personal data: whoever asked for it calls
/// `remove()` when it has been sent or is not wanted.
struct ScannedFile: Hashable, Sendable {
    let path: RawPath
    private let folder: RawPath

    init(path: RawPath, folder: RawPath) {
        self.path = path
        self.folder = folder
    }

    /// Removes the page and its folder.
    func remove() {
        _ = path.withCString { unlink($0) }
        _ = folder.withCString { rmdir($0) }
    }
}
