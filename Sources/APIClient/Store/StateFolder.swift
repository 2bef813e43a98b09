import Glibc

/// Where desk keeps what must outlive it (XDG Base Directory Specification).
public enum StateFolder {
    /// `$XDG_STATE_HOME/desk`, or `~/.local/state/desk`. A relative path is no answer, as the specification says.
    public static func path(environment: [String: String]) throws(StoreError) -> String {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/desk" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
        return home + "/.local/state/desk"
    }

    /// Makes a folder, with those above it, that only this user can enter, and opens it. One that is there is
    /// closed to others; one of somebody else's is refused.
    static func open(_ path: String) throws(StoreError) -> Int32 {
        guard path.hasPrefix("/") else { throw .unsafeFolder }
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                // Above what is ours a folder may be there that cannot be written: what counts is the last one.
                let reason = errno
                var status = stat()
                if stat(made, &status) != 0 { throw SealedFolder.error("mkdir", reason) }
            }
        }
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else {
            throw errno == ENOTDIR || errno == ELOOP ? .unsafeFolder : SealedFolder.error("open", errno)
        }
        var status = stat()
        guard fstat(folder, &status) == 0, status.st_uid == geteuid() else {
            close(folder)
            throw .unsafeFolder
        }
        if status.st_mode & 0o077 != 0, fchmod(folder, 0o700) != 0 {
            close(folder)
            throw .unsafeFolder
        }
        return folder
    }
}
