import APIClient
import Forms
import TUI

/// A list or report as the server gives it for spreadsheets, saved where the papers are.
enum TableFile {
    /// What became of it.
    enum Outcome: Sendable {
        case saved(path: String)
        case refused(APIError)
        case failed(String)

        var words: Phrase {
            switch self {
            case .saved(let path): Strings.Figures.saved(path)
            case .refused(let error): error.words
            case .failed(let reason): Strings.Figures.notSaved(reason)
            }
        }

        var isSaved: Bool { if case .saved = self { true } else { false } }
    }

    /// Makes a file that only this user can read; one that is there stays, and this one gets a number.
    static func save(
        _ table: [UInt8], as stem: String, in folder: String, ending: String = "csv"
    ) -> Outcome {
        guard SlipPrinter.makeFolder(folder) else { return .failed(folder) }
        for number in 1...99 {
            let path = folder + "/" + stem + (number == 1 ? "" : "-\(number)") + "." + ending
            switch TextFile.create(path, text: String(decoding: table, as: UTF8.self)) {
            case .made: return .saved(path: path)
            case .taken: continue
            case .failed(let reason): return .failed(reason)
            }
        }
        return .failed(stem)
    }
}

extension Desk {
    /// Fetches a table and saves it, under a name in the officer's language with today's date.
    func saveTable(
        as name: Phrase, in language: Language,
        _ question: @Sendable (Client) async throws(APIError) -> [UInt8]
    ) async -> TableFile.Outcome {
        let folder = printer.folder
        let stem = name.text(language) + "-" + today.iso
        return switch await ask(question) {
        case .failure(let error): .refused(error)
        case .success(let table): TableFile.save(table, as: stem, in: folder)
        }
    }
}

extension Effect {
    /// Tells what became of a table.
    static func told(_ outcome: TableFile.Outcome, _ desk: Desk, _ language: Language) -> [Effect] {
        if case .refused(.unauthorised) = outcome { return [.push(LoginScreen.again(desk))] }
        return [.toast(SafeText(outcome.words.text(language)), outcome.isSaved ? .success : .error)]
    }
}
