import Forms
import Glibc
import Models

/// Makes a slip's PDF with `desk-print`, and prints it with `lp` where a printer is configured.
struct SlipPrinter: Sendable {
    /// What became of a slip.
    enum Outcome: Sendable, Equatable {
        case saved(path: String)
        case printed(printer: String, path: String)
    }

    /// Why there is no paper.
    struct Failure: Error, Sendable, Equatable {
        var words: Phrase
    }

    var folder: String
    var printer: String?
    /// Finds a program; tests give their own.
    var find: @Sendable (String) -> String? = { Executable.find($0) }
    /// Runs a program with its arguments and input.
    var run: @Sendable (String, [String], [UInt8]) async -> ChildProcess.Outcome? = {
        await ChildProcess.run($0, arguments: $1, input: $2)
    }

    /// Saves the slip as a PDF in the folder; a print already there is not overwritten.
    func save(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        switch await makePDF(slip) {
        case .success(let path): .success(.saved(path: path))
        case .failure(let failure): .failure(failure)
        }
    }

    /// Prints the slip; where no printer is configured it is saved.
    func print(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        let path: String
        switch await makePDF(slip) {
        case .success(let made): path = made
        case .failure(let failure): return .failure(failure)
        }
        guard let printer else { return .success(.saved(path: path)) }
        guard let lp = find("lp") else {
            return .failure(Failure(words: Strings.Slip.printFailed("lp")))
        }
        guard let outcome = await run(lp, ["-d", printer, "-t", slip.code, path], []), outcome.code == 0
        else {
            return .failure(Failure(words: Strings.Slip.printFailed(printer)))
        }
        return .success(.printed(printer: printer, path: path))
    }

    private func makePDF(_ slip: SlipDocument) async -> Result<String, Failure> {
        guard let program = find("desk-print") else {
            return .failure(Failure(words: Strings.Starting.printMissing))
        }
        guard Self.makeFolder(folder) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(folder)))
        }
        let path = folder + "/" + Self.fileName(slip)
        let json: [UInt8]
        do {
            json = try slip.json()
        } catch {
            return .failure(Failure(words: Strings.Slip.saveFailed("\(error)")))
        }
        guard let outcome = await run(program, ["--output", path], json) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(program)))
        }
        guard outcome.code == 0 else {
            let line = outcome.complaint.split(separator: "\n").first.map(String.init) ?? "\(outcome.code)"
            return .failure(Failure(words: Strings.Slip.saveFailed(line)))
        }
        return .success(path)
    }

    /// The code, the form and which print it is: letters, digits and a few signs only, whatever a code holds.
    static func fileName(_ slip: SlipDocument) -> String {
        let code = String(
            slip.code.unicodeScalars.map {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-")
                    ? Character($0) : "_"
            })
        let again = slip.reprint > 0 ? "-in\(slip.reprint + 1)" : ""
        return "\(code)-mau\(slip.form.rawValue)\(again).pdf"
    }

    private static func makeFolder(_ path: String) -> Bool {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 { return false }
        }
        return access(path, W_OK) == 0
    }
}
