import Glibc

/// Why a folder cannot be shown.
enum FolderError: Error, Hashable, Sendable {
    /// There is none under this name any more, or never was.
    case vanished
    /// The system does not let this user look into it.
    case denied
    /// It is a file.
    case notAFolder
    /// Another error of the system: the errno.
    case failed(Int32)

    init(errno reason: Int32) {
        self =
            switch reason {
            case ENOENT, ELOOP, ESTALE: .vanished
            case EACCES, EPERM: .denied
            case ENOTDIR: .notAFolder
            default: .failed(reason)
            }
    }

    /// Stable, for `Strings`, logs and tests.
    var code: String {
        switch self {
        case .vanished: "folder_vanished"
        case .denied: "folder_denied"
        case .notAFolder: "folder_is_none"
        case .failed: "folder_failed"
        }
    }
}
