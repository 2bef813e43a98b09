import Glibc

/// Makes folders that only this user can enter, for sockets, locks and sealed files.
enum PrivateFolder {
    /// Makes `path` with its parents, mode 0700 where it has to be made.
    ///
    /// A folder that exists already must belong to this user, must not be a symbolic link and must be closed
    /// to everybody else: under a shared temporary folder another user could have put it there first.
    static func make(_ path: String, user: UInt32 = getuid()) throws(StartError) {
        var status = stat()
        if lstat(path, &status) != 0 {
            guard errno == ENOENT else { throw .folder(path, reason: reason(errno)) }
            try makeParents(of: path)
            if mkdir(path, 0o700) != 0, errno != EEXIST { throw .folder(path, reason: reason(errno)) }
            guard lstat(path, &status) == 0 else { throw .folder(path, reason: reason(errno)) }
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .folderNotPrivate(path) }
        guard status.st_uid == user else { throw .folderNotPrivate(path) }
        if status.st_mode & 0o077 != 0, chmod(path, 0o700) != 0 { throw .folderNotPrivate(path) }
    }

    private static func makeParents(of path: String) throws(StartError) {
        var parts = path.split(separator: "/")
        parts.removeLast()
        var parent = ""
        for part in parts {
            parent += "/" + part
            if mkdir(parent, 0o700) != 0, errno != EEXIST, access(parent, F_OK) != 0 {
                throw .folder(parent, reason: reason(errno))
            }
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
