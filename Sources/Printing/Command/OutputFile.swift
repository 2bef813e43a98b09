import Glibc

/// A file that is there whole or not at all.
///
/// The bytes go to a temporary file beside the target, are synced, and the name is given to them in one
/// step. Whatever fails before that step leaves the target as it was and removes the temporary file. The
/// mode is 0600: a slip holds personal data.
struct OutputFile {
    let path: String

    func write(_ bytes: [UInt8]) throws(PrintFailure) {
        try refuseSpecialFile()
        // A signal between making and renaming would leave the temporary file behind.
        var blocked = sigset_t()
        var previous = sigset_t()
        sigemptyset(&blocked)
        for signal in [SIGHUP, SIGINT, SIGTERM, SIGQUIT] { sigaddset(&blocked, signal) }
        sigprocmask(SIG_BLOCK, &blocked, &previous)
        defer { sigprocmask(SIG_SETMASK, &previous, nil) }
        let (descriptor, temporary) = try makeTemporary()
        do throws(SystemError) {
            defer { close(descriptor.number) }
            try descriptor.writeAll(bytes)
            try descriptor.sync()
        } catch {
            unlink(temporary)
            throw Self.failure(error)
        }
        if rename(temporary, path) != 0 {
            let error = SystemError.last()
            unlink(temporary)
            throw PrintFailure(.cannotCreate, Words.cannotCreate(path, error.reason))
        }
        syncFolder()
    }

    /// Not being able to say what went wrong must not hide that the disk is full.
    static func failure(_ error: SystemError) -> PrintFailure {
        PrintFailure(.inputOutput, error.isDiskFull ? Words.diskFull : Words.writeFailed(error.reason))
    }

    private func refuseSpecialFile() throws(PrintFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT != S_IFREG { throw PrintFailure(.cannotCreate, Words.notAFile(path)) }
    }

    private func makeTemporary() throws(PrintFailure) -> (FileDescriptor, String) {
        for _ in 0..<16 {
            let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
            let temporary = folder + ".desk-print-" + suffix
            let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if number >= 0 { return (FileDescriptor(number: number), temporary) }
            let error = SystemError.last()
            if error.number == EEXIST { continue }
            if error.isDiskFull { throw Self.failure(error) }
            throw PrintFailure(.cannotCreate, Words.cannotCreate(path, error.reason))
        }
        throw PrintFailure(.cannotCreate, Words.cannotCreate(path, SystemError(number: EEXIST).reason))
    }

    /// The folder of the path with its slash; empty for the current one.
    private var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// The new name outlives a power cut only once the folder is synced. Where a file system cannot do
    /// that the file is there all the same, so it is no failure.
    private func syncFolder() {
        let number = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { return }
        fsync(number)
        close(number)
    }
}
