import Glibc

/// A file in the making: for this user alone, under a name of no meaning beside the one that it is to get, and gone
/// with this value unless `name()` has been called.
final class FreshFile {
    let descriptor: Int32
    private let path: RawPath
    private let temporary: RawPath
    private let calls: FileCalls

    /// Refuses where something already has the name.
    init(_ path: RawPath, calls: FileCalls) throws(FileFailure) {
        self.path = path
        self.calls = calls
        var status = stat()
        if path.withCString({ lstat($0, &status) }) == 0 { throw .exists }
        let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
        guard !path.name.isEmpty, let temporary = path.folder.appending(".desk-\(suffix).part".utf8) else {
            throw .folder
        }
        self.temporary = temporary
        let flags = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW
        descriptor = temporary.withCString { open($0, flags, 0o600) }
        guard descriptor >= 0 else { throw FileFailure(errno: errno) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        _ = temporary.withCString { unlink($0) }
        close(descriptor)
    }

    /// Gives the file its name, once it is on the disk. What has got the name meanwhile keeps it.
    func name() throws(FileFailure) {
        let synced = calls.sync(descriptor)
        if synced < 0 { throw FileFailure(errno: -synced) }
        // A second name, where the first one is taken, is refused; renaming would replace without a word.
        let linked = temporary.withCString { from in path.withCString { link(from, $0) } }
        if linked == 0 { return }
        // FAT and some file systems of the network have no second names: there the name is taken first.
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw FileFailure(errno: errno) }
        let reserved = path.withCString {
            open($0, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        guard reserved >= 0 else { throw FileFailure(errno: errno) }
        close(reserved)
        let renamed = temporary.withCString { from in path.withCString { rename(from, $0) } }
        guard renamed == 0 else {
            let reason = errno
            _ = path.withCString { unlink($0) }
            throw FileFailure(errno: reason)
        }
    }
}
