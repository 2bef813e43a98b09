import APIClient
import Forms

extension StoreError {
    /// The same in a few words, to stand in a sentence.
    var reason: Phrase {
        switch self {
        case .full: Strings.Errors.fullDisk
        case .readOnly: Strings.Errors.readOnlyDisk
        case .denied: Strings.Errors.deniedDisk
        case .unsafeFolder: Strings.Errors.unsafeFolder
        case .locked: Strings.Errors.lockedStore
        case .noHome: Strings.Errors.noHome
        case .failed(let what, let number): Strings.Errors.system(what, number)
        case .openIntent, .missing, .badName, .unencodable, .tooLarge: words
        }
    }

    /// What is the matter with the officer's files, and what to do.
    var words: Phrase {
        switch self {
        case .full: Strings.Errors.diskFull
        case .readOnly: Strings.Errors.store(Strings.Errors.readOnlyDisk)
        case .denied: Strings.Errors.store(Strings.Errors.deniedDisk)
        case .unsafeFolder: Strings.Errors.store(Strings.Errors.unsafeFolder)
        case .locked: Strings.Errors.store(Strings.Errors.lockedStore)
        case .noHome: Strings.Errors.store(Strings.Errors.noHome)
        case .openIntent: Strings.Errors.openIntent
        case .missing: Strings.Errors.missingFile
        case .badName: Strings.Errors.badFileName
        case .unencodable: Strings.Errors.unencodable
        case .tooLarge: Strings.Errors.fileTooLarge
        case .failed(let what, let number): Strings.Errors.store(Strings.Errors.system(what, number))
        }
    }
}
