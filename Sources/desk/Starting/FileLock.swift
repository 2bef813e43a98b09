import Glibc

/// An exclusive lock on a file, held as long as the value lives; the kernel lets go of it when the process
/// dies, however it dies.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock at once or not at all; nil where somebody else holds it or the file can't be made.
    init?(taking path: String) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
