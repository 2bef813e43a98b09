import Glibc

/// The system calls through which the store changes the disk, so that a test can make each of them fail, or stop
/// the world between two of them. Each answers 0 or more, or the errno with a minus.
struct FileCalls: Sendable {
    /// Makes a new file for this user alone in a folder; answers its descriptor.
    var create: @Sendable (_ folder: Int32, _ name: String) -> Int32 = { folder, name in
        let file = openat(folder, name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        return file < 0 ? -errno : file
    }
    var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int = { file, bytes in
        let count = Glibc.write(file, bytes.baseAddress, bytes.count)
        return count < 0 ? -Int(errno) : count
    }
    var sync: @Sendable (_ file: Int32) -> Int32 = { file in
        fsync(file) < 0 ? -errno : 0
    }
    var rename: @Sendable (_ folder: Int32, _ from: String, _ to: String) -> Int32 = { folder, from, to in
        renameat(folder, from, folder, to) < 0 ? -errno : 0
    }
    var remove: @Sendable (_ folder: Int32, _ name: String) -> Int32 = { folder, name in
        unlinkat(folder, name, 0) < 0 ? -errno : 0
    }
}
