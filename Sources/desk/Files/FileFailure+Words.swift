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
        case .shrank, .grew, .changed: Strings.Files.changed
        case .unknownType: Strings.Files.unknownType
        case .misnamed(let name, let content): Strings.Files.misnamed(name.name, content.name)
        case .unwantedType(let type, let wanted): Strings.Files.unwanted(type.name, wanted.map(\.name))
        case .exists: Strings.Files.exists
        case .full: Strings.Files.full
        case .readOnly: Strings.Files.readOnly
        case .otherContent: Strings.Files.otherContent
        case .failed(let number): Strings.Files.failed(Int(number))
        }
    }
}

extension TransferError {
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
        case .vanished: Strings.Files.vanished
        case .denied: Strings.Files.denied
        case .notAFolder: Strings.Files.notAFolder
        case .failed(let number): Strings.Files.failed(Int(number))
        }
    }
}

extension FilePreview.Failure {
    var words: Phrase {
        switch self {
        case .programMissing: Strings.Files.previewMissing
        case .file(let failure): failure.words
        case .damaged: Strings.Files.damaged
        case .locked: Strings.Files.locked
        case .unknownKind: Strings.Files.unknownType
        case .tooLarge: Strings.Files.previewTooLarge
        case .noSuchPage: Strings.Files.damaged
        case .timedOut: Strings.Files.previewSlow
        case .cancelled: Strings.Errors.cancelled
        case .broken(let code): Strings.Files.previewBroken(Int(code))
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
        case .noFolder(let reason): reason
        }
    }
}
