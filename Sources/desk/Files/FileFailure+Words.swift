import APIClient
import Forms

extension FileFailure {
    /// What is the matter with the file, and what to do.
    var words: Phrase {
        switch self {
        case .vanished: Strings.Files.vanished
        case .denied: Strings.Files.denied
        case .folder: Strings.Files.folder
        case .notAFile: Strings.Files.notAFile
        case .empty: Strings.Files.empty
        case .tooLarge(let size, let limit): Strings.Files.tooLarge(size, limit)
        case .shrank: Strings.Files.shrank
        case .grew: Strings.Files.grew
        case .changed: Strings.Files.changed
        case .unknownType: Strings.Files.unknownType
        case .misnamed(let name, let content): Strings.Files.misnamed(name.name, content.name)
        case .unwantedType(let found, let wanted):
            Strings.Files.unwantedType(found.name, wanted.map(\.name))
        case .exists: Strings.Files.exists
        case .full: Strings.Files.diskFull
        case .readOnly: Strings.Files.readOnly
        case .otherContent: Strings.Files.otherContent
        case .failed(let number): Strings.Files.failed(number)
        }
    }
}

extension TransferError {
    /// What is the matter, and what to do; of a problem in the server's words.
    var words: Phrase {
        switch self {
        case .file(let failure): failure.words
        case .api(let error): error.words
        case .busy: Strings.Files.busy
        }
    }
}

extension FolderError {
    var words: Phrase {
        switch self {
        case .vanished: Strings.Files.folderVanished
        case .denied: Strings.Files.folderDenied
        case .notAFolder: Strings.Files.notAFolder
        case .failed(let number): Strings.Files.folderFailed(number)
        }
    }
}

extension FilePreview.Failure {
    var words: Phrase {
        switch self {
        case .programMissing: Strings.Files.previewMissing
        case .file(let failure): failure.words
        case .damaged: Strings.Files.previewDamaged
        case .locked: Strings.Files.previewLocked
        case .unknownKind: Strings.Files.previewUnknown
        case .tooLarge: Strings.Files.previewTooLarge
        case .noSuchPage: Strings.Files.previewNoPage
        case .timedOut: Strings.Files.previewSlow
        case .cancelled: Strings.Errors.cancelled
        case .broken(let code): Strings.Files.previewBroken(code)
        }
    }
}

extension ScanError {
    var words: Phrase {
        switch self {
        case .notInstalled: Strings.Files.scanMissing
        case .noDevice: Strings.Files.scanNoDevice
        case .failed(let reason): Strings.Files.scanFailed(reason)
        case .timedOut: Strings.Files.scanSlow
        case .cancelled: Strings.Errors.cancelled
        case .nothing: Strings.Files.scanNothing
        case .tooLarge(let size, let limit): Strings.Files.tooLarge(size, limit)
        case .file(let failure): failure.words
        }
    }
}
