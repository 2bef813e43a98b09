import APIClient
import Forms

/// Why nothing was scanned.
enum ScanError: Error, Hashable, Sendable {
    /// `scanimage` is not in PATH: the package sane-utils is missing.
    case notInstalled
    /// SANE knows no scanner.
    case noDevice
    /// The scanner does not answer, or scans for somebody else; what `scanimage` said.
    case failed(String)
    /// It was not done in time.
    case timedOut
    case cancelled
    /// It ended and left no picture.
    case nothing
    /// The picture is larger than a form takes.
    case tooLarge(size: Int, limit: Int)
    /// The picture cannot be kept here.
    case file(FileFailure)
    /// There is no place that only this user can enter.
    case noFolder(Phrase)

    /// Stable, for `Strings`, logs and tests.
    var code: String {
        switch self {
        case .notInstalled: "scan_not_installed"
        case .noDevice: "scan_no_device"
        case .failed: "scan_failed"
        case .timedOut: "scan_timed_out"
        case .cancelled: "cancelled"
        case .nothing: "scan_nothing"
        case .tooLarge: "file_too_large"
        case .file(let failure): failure.code
        case .noFolder: "scan_no_folder"
        }
    }
}
