/// Why the officer's files at this desk could not be read or written. What people read is in desk's `Strings`.
public enum StoreError: Error, Hashable, Sendable {
    /// The disk is full, or the officer's share of it is.
    case full
    /// The disk can only be read.
    case readOnly
    /// The system does not let this user write there.
    case denied
    /// The folder belongs to somebody else, or is no folder.
    case unsafeFolder
    /// Another desk holds the folder and does not let it go.
    case locked
    /// Neither XDG_STATE_HOME nor HOME says where such files go.
    case noHome
    /// An act with this key is open under another content. It may have been carried out: finish it first.
    case openIntent
    /// There is nothing under this name.
    case missing
    /// The name cannot be a file's name.
    case badName
    /// The content cannot be written as JSON.
    case unencodable
    /// The content is larger than such a file may be.
    case tooLarge
    /// Another error of the system: what was tried, and the errno.
    case failed(String, Int32)

    /// Stable, for `Strings`, logs and tests.
    public var code: String {
        switch self {
        case .full: "store_full"
        case .readOnly: "store_read_only"
        case .denied: "store_denied"
        case .unsafeFolder: "store_unsafe_folder"
        case .locked: "store_locked"
        case .noHome: "store_no_home"
        case .openIntent: "store_open_intent"
        case .missing: "store_missing"
        case .badName: "store_bad_name"
        case .unencodable: "store_unencodable"
        case .tooLarge: "store_too_large"
        case .failed: "store_failed"
        }
    }

    /// Every code there is, so that a test can ask for the words of each.
    public static let allCodes: [String] =
        [
            StoreError.full, .readOnly, .denied, .unsafeFolder, .locked, .noHome, .openIntent, .missing,
            .badName,
            .unencodable, .tooLarge, .failed("", 0),
        ].map(\.code)
}
