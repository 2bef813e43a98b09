import APIClient
import Forms

extension StoreError {
    /// What is the matter with the officer's files, and what to do.
    var words: Phrase {
        switch self {
        case .full: Strings.Errors.diskFull
        case .readOnly: Strings.Errors.store(Strings.Errors.readOnlyDisk)
        case .denied: Strings.Errors.store(Strings.Errors.deniedDisk)
        case .unsafeFolder: Strings.Errors.store(Strings.Errors.unsafeFolder)
        case .noHome: Strings.Errors.store(Strings.Errors.noHome)
        case .openIntent, .missing, .badName, .unencodable, .tooLarge, .failed:
            Strings.Errors.store(Phrase(vi: code, en: code))
        }
    }
}
