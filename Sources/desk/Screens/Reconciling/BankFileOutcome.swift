import APIClient
import Forms
import Glibc
import Models

/// What became of a bank's file.
enum BankFileOutcome: Sendable {
    case taken(BankImport)
    /// The file can't be read here: the errno.
    case unreadable(Int32)
    /// More than the server takes at once.
    case tooLarge
    case refused(APIError)

    var isExpired: Bool { if case .refused(.unauthorised) = self { true } else { false } }

    /// Why nothing was taken in; nil where it was.
    var problem: Phrase? {
        switch self {
        case .taken: nil
        case .unreadable(let reason): Strings.Reconciling.unreadable(String(cString: strerror(reason)))
        case .tooLarge: Strings.Reconciling.tooLarge(FileRule.largestBytes >> 20)
        case .refused(let error): error.isLink ? Strings.Reconciling.chooseAgain(error.words) : error.words
        }
    }
}

extension Desk {
    /// Sends a bank's file as it is. Reads the disk: call it from an effect.
    func takeBankFile(_ path: RawPath, key: ID) async -> BankFileOutcome {
        let bytes: [UInt8]
        switch TextFile.bytes(path, limit: FileRule.largestBytes) {
        case .success(let read): bytes = read
        case .failure(let error) where error.number == EFBIG: return .tooLarge
        case .failure(let error): return .unreadable(error.number)
        }
        let result = await ask { client throws(APIError) in
            try await client.importBankStatement(bytes, key: key)
        }
        return switch result {
        case .success(let result): .taken(result)
        case .failure(let error): .refused(error)
        }
    }
}
