import Glibc

/// A file that is there whole or not at all; only `writeBeside` may leave it empty, where the machine dies at the
/// wrong moment.
///
/// The bytes go to a temporary file beside the target, are synced, and the name is given to them in one
/// step. Whatever fails before that step leaves the target as it was and removes the temporary file. The
/// mode is 0600: a slip holds personal data.
struct OutputFile {
    let path: String

    /// Writes in place of a file that may be there.
    func write(_ bytes: [UInt8]) throws(PrintFailure) {
        try refuseSpecialFile()
        try undisturbed { () throws(PrintFailure) in
            try move(try makeTemporary(bytes), to: path)
        }
    }

    /// Writes without touching anything that is there: where the name is taken, `-2`, `-3` … goes before its
    /// extension. Two programs that do this at once get two names.
    ///
    /// - Returns: The path that it got.
    func writeBeside(_ bytes: [UInt8]) throws(PrintFailure) -> String {
        try undisturbed { () throws(PrintFailure) in
            let temporary = try makeTemporary(bytes)
            for number in 1...Self.mostNames {
                let name = numbered(number)
                // Renaming replaces what is there without a word; so the name is taken first.
                let reserved = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
                if reserved >= 0 {
                    close(reserved)
                    do throws(PrintFailure) {
                        try move(temporary, to: name)
                    } catch {
                        unlink(name)
                        throw error
                    }
                    return name
                }
                let error = SystemError.last()
                if error.number != EEXIST {
                    unlink(temporary)
                    throw cannotCreate(error)
                }
            }
            unlink(temporary)
            throw PrintFailure(.cannotCreate, Words.allNamesTaken(path, Self.mostNames))
        }
    }

    /// As many as nobody has of one slip.
    static let mostNames = 999

    /// `slip.pdf`, `slip-2.pdf`, `slip-3.pdf` …
    private func numbered(_ number: Int) -> String {
        guard number > 1 else { return path }
        let name = path.dropFirst(folder.count)
        // A dot at the front makes a hidden file, not an extension.
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return path + "-\(number)" }
        return folder + name[..<dot] + "-\(number)" + name[dot...]
    }

    /// A signal between making and renaming would leave the temporary file behind.
    private func undisturbed<Value>(_ work: () throws(PrintFailure) -> Value) throws(PrintFailure) -> Value {
        var blocked = sigset_t()
        var previous = sigset_t()
        sigemptyset(&blocked)
        for signal in [SIGHUP, SIGINT, SIGTERM, SIGQUIT] { sigaddset(&blocked, signal) }
        sigprocmask(SIG_BLOCK, &blocked, &previous)
        defer { sigprocmask(SIG_SETMASK, &previous, nil) }
        return try work()
    }

    private func move(_ temporary: String, to name: String) throws(PrintFailure) {
        if rename(temporary, name) != 0 {
            let error = SystemError.last()
            unlink(temporary)
            throw cannotCreate(error)
        }
        syncFolder()
    }

    private func cannotCreate(_ error: SystemError) -> PrintFailure {
        error.isDiskFull
            ? Self.failure(error) : PrintFailure(.cannotCreate, Words.cannotCreate(path, error.reason))
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

    /// The name of a file beside the target that holds the bytes, on the disk.
    private func makeTemporary(_ bytes: [UInt8]) throws(PrintFailure) -> String {
        let (descriptor, temporary) = try openTemporary()
        do throws(SystemError) {
            defer { close(descriptor.number) }
            try descriptor.writeAll(bytes)
            try descriptor.sync()
        } catch {
            unlink(temporary)
            throw Self.failure(error)
        }
        return temporary
    }

    private func openTemporary() throws(PrintFailure) -> (FileDescriptor, String) {
        for _ in 0..<16 {
            let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
            let temporary = folder + ".desk-print-" + suffix
            let number = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if number >= 0 { return (FileDescriptor(number: number), temporary) }
            let error = SystemError.last()
            if error.number != EEXIST { throw cannotCreate(error) }
        }
        throw cannotCreate(SystemError(number: EEXIST))
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
