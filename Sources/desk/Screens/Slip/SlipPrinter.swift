import Forms
import Glibc
import Models

/// Makes a slip's PDF with `desk-print`, and prints it with `lp` where a printer is configured.
///
/// A slip holds personal data: a file of it stays only where the officer asked for one, readable by this user
/// alone; what goes to a printer passes through a private folder that is gone afterwards.
struct SlipPrinter: Sendable {
    /// What became of a slip.
    enum Outcome: Sendable, Equatable {
        case saved(path: String)
        case printed(printer: String)
    }

    /// Why there is no paper.
    struct Failure: Error, Sendable, Equatable {
        var words: Phrase
    }

    /// Where saved slips go; absolute.
    var folder: String
    var printer: String?
    /// The folder for what is only on its way to the printer.
    var temporary = "/tmp"
    /// Finds a program; tests give their own.
    var find: @Sendable (String) -> String? = { Executable.find($0) }
    /// Runs a program with its arguments and input, for so many seconds at most.
    var run: @Sendable (String, [String], [UInt8], Int) async -> ChildProcess.Outcome? = {
        await ChildProcess.run($0, arguments: $1, input: $2, seconds: $3)
    }

    /// Typesetting takes a fraction of a second; a cold disk some more.
    static let typesetting = 20
    /// CUPS may have to wake up before it takes a job.
    static let spooling = 30

    /// Saves the slip as a PDF in the folder; one that is already there stays as it is.
    func save(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        guard Self.makeFolder(folder), let path = Self.reserve(Self.fileName(slip), in: folder) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(folder)))
        }
        if let failure = await makePDF(slip, at: path) {
            unlink(path)
            return .failure(failure)
        }
        return .success(.saved(path: path))
    }

    /// Prints the slip; where no printer is configured it is saved.
    func print(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        guard let printer else { return await save(slip) }
        guard let lp = find("lp") else {
            return .failure(Failure(words: Strings.Slip.printFailed("lp")))
        }
        guard let folder = makeTemporary() else {
            return .failure(Failure(words: Strings.Slip.printFailed(temporary)))
        }
        let path = folder + "/" + Self.fileName(slip)
        defer {
            unlink(path)
            rmdir(folder)
        }
        if let failure = await makePDF(slip, at: path) { return .failure(failure) }
        // lp has copied the file into the spool when it ends.
        let outcome = await run(lp, ["-d", printer, "-t", slip.code, path], [], Self.spooling)
        if outcome?.isTimedOut == true {
            return .failure(Failure(words: Strings.Slip.printerSilent(printer, Self.spooling)))
        }
        guard let outcome, outcome.code == 0 else {
            let line = outcome?.complaint.split(separator: "\n").first.map(String.init)
            return .failure(
                Failure(
                    words: Strings.Slip.printFailed(
                        [printer, line].compactMap(\.self).joined(separator: ": "))))
        }
        return .success(.printed(printer: printer))
    }

    /// nil where the PDF is there.
    private func makePDF(_ slip: SlipDocument, at path: String) async -> Failure? {
        guard let program = find("desk-print") else { return Failure(words: Strings.Starting.printMissing) }
        let json: [UInt8]
        do {
            json = try slip.json()
        } catch {
            return Failure(words: Strings.Slip.saveFailed("\(error)"))
        }
        guard let outcome = await run(program, ["--output", path], json, Self.typesetting) else {
            return Failure(words: Strings.Slip.saveFailed(program))
        }
        if outcome.isTimedOut { return Failure(words: Strings.Slip.typesetterSilent(Self.typesetting)) }
        guard outcome.code == 0 else {
            let line = outcome.complaint.split(separator: "\n").first.map(String.init) ?? "\(outcome.code)"
            return Failure(words: Strings.Slip.saveFailed(line))
        }
        return nil
    }

    private func makeTemporary() -> String? {
        guard Self.makeFolder(temporary) else { return nil }
        var template = Array((temporary + "/slip-XXXXXX").utf8CString)
        return mkdtemp(&template) == nil
            ? nil : String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Takes a name that nothing has yet, with "-2", "-3" … where the plain one is taken, by making an empty
    /// file of it: two desks that save at once can't get the same.
    static func reserve(_ name: String, in folder: String) -> String? {
        let stem = name.hasSuffix(".pdf") ? String(name.dropLast(4)) : name
        for number in 1...999 {
            let path = folder + "/" + stem + (number == 1 ? "" : "-\(number)") + ".pdf"
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if file >= 0 {
                close(file)
                return path
            }
            guard errno == EEXIST else { return nil }
        }
        return nil
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
