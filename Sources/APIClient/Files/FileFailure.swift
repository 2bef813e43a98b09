import Forms
import Glibc

/// Why a file at this desk cannot be sent, or a download not be kept. What people read is in desk's `Strings`.
public enum FileFailure: Error, Hashable, Sendable {
    /// There is none under this name any more, or never was.
    case vanished
    /// The system does not let this user read it, or write there.
    case denied
    case folder
    /// A device, a pipe, a socket.
    case notAFile
    case empty
    /// Bytes it has, and the most that are taken.
    case tooLarge(size: Int, limit: Int)
    /// It became smaller while it was read.
    case shrank
    /// It became larger while it was read.
    case grew
    /// It was written to, or another file took its place, while it was read.
    case changed
    /// The content is none of the kinds that the programs know.
    case unknownType
    /// The name says one kind, the content another.
    case misnamed(name: FileType, content: FileType)
    /// The content is of a kind that is not asked for here.
    case unwantedType(FileType, wanted: [FileType])
    /// There is already something under the name that a download was to get; it was left alone.
    case exists
    /// The disk is full, or this user's share of it is.
    case full
    case readOnly
    /// What came is not what its hash says.
    case otherContent
    /// Another error of the system: the errno.
    case failed(Int32)

    /// Stable, for `Strings`, logs and tests.
    public var code: String {
        switch self {
        case .vanished: "file_vanished"
        case .denied: "file_denied"
        case .folder: "file_is_folder"
        case .notAFile: "file_not_regular"
        case .empty: "file_empty"
        case .tooLarge: "file_too_large"
        case .shrank: "file_shrank"
        case .grew: "file_grew"
        case .changed: "file_changed"
        case .unknownType: "file_type_unknown"
        case .misnamed: "file_misnamed"
        case .unwantedType: "file_type_unwanted"
        case .exists: "file_exists"
        case .full: "file_disk_full"
        case .readOnly: "file_read_only"
        case .otherContent: "file_other_content"
        case .failed: "file_failed"
        }
    }

    /// Every code there is, so that a test can ask for the words of each.
    public static let allCodes: [String] =
        [
            FileFailure.vanished, .denied, .folder, .notAFile, .empty, .tooLarge(size: 0, limit: 0), .shrank,
            .grew,
            .changed, .unknownType, .misnamed(name: .pdf, content: .png), .unwantedType(.pdf, wanted: []),
            .exists,
            .full, .readOnly, .otherContent, .failed(0),
        ].map(\.code)

    /// What an errno means for a file.
    public init(errno reason: Int32) {
        self =
            switch reason {
            case ENOENT, ENOTDIR, ELOOP, ESTALE: .vanished
            case EACCES, EPERM: .denied
            case EISDIR: .folder
            case ENXIO, ENODEV: .notAFile
            case EEXIST: .exists
            case ENOSPC, EDQUOT, EFBIG: .full
            case EROFS: .readOnly
            default: .failed(reason)
            }
    }
}
