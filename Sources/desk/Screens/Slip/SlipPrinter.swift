import Forms
import Glibc
import Models

/// Makes a slip's PDF with `desk-print`, and prints it with `lp` where a printer is configured.
///
/// A slip holds personal data: there is a file of it only where the officer asked for one, readable by this user
/// alone; what goes to a printer passes through memory and pipes only.
struct SlipPrinter: Sendable {
    /// What became of a slip.
    enum Outcome: Sendable, Equatable {
        case saved(path: String)
        /// The printer has it; where it has a trouble the paper comes out once that is seen to.
        case printed(printer: String, trouble: PrinterTrouble? = nil)

        var words: Phrase {
            switch self {
            case .saved(let path): Strings.Slip.saved(path)
            case .printed(let printer, nil): Strings.Slip.printed(printer)
            case .printed(let printer, let trouble?): Strings.Slip.held(printer, trouble)
            }
        }

        /// The paper waits for somebody to see to the printer.
        var isHeld: Bool {
            if case .printed(_, .some) = self { true } else { false }
        }
    }

    /// Why there is no paper.
    struct Failure: Error, Sendable, Equatable {
        var words: Phrase
    }

    /// Where saved slips go; absolute.
    var folder: String
    var printer: String?
    /// Finds a program; tests give their own.
    var find: @Sendable (String) -> String? = { Executable.find($0) }
    /// Runs a program with its arguments and input, for so many seconds at most.
    var run: @Sendable (String, [String], [UInt8], Int) async -> ChildProcess.Outcome? = {
        await ChildProcess.run($0, arguments: $1, input: $2, seconds: $3)
    }

    /// Typesetting takes a fraction of a second; a cold disk some more.
    static let typesetting = 20
    /// A register of thousands of rows takes longer.
    static let typesettingRegister = 60
    /// CUPS may have to wake up before it takes a job.
    static let spooling = 30
    /// How the printer stands is known at once or not at all.
    static let looking = 5

    /// Saves the slip as a PDF in the folder; one that is already there stays as it is, and this one gets a number.
    func save(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        await save(slip, as: Self.fileName(slip))
    }

    /// Saves the paper of a form as a PDF, half filled in or whole.
    func save(_ paper: DeclarationDocument, form: String) async -> Result<Outcome, Failure> {
        await save(paper, as: Self.fileName(paper, form: form), ["--declaration"])
    }

    /// Saves the text of the paper of a form.
    func saveText(_ lines: [String], of paper: DeclarationDocument, form: String) -> Result<Outcome, Failure>
    {
        guard Self.makeFolder(folder) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(folder)))
        }
        let stem = folder + "/" + Self.fileName(paper, form: form).dropLast(4)
        for number in 1...99 {
            let path = stem + (number == 1 ? "" : "-\(number)") + ".txt"
            switch TextFile.create(path, text: lines.joined(separator: "\n") + "\n") {
            case .made: return .success(.saved(path: path))
            case .taken: continue
            case .failed(let reason): return .failure(Failure(words: Strings.Slip.saveFailed(reason)))
            }
        }
        return .failure(Failure(words: Strings.Slip.saveFailed(stem)))
    }

    func save(
        _ paper: some PrintablePaper, as name: String, _ options: [String] = []
    ) async -> Result<Outcome, Failure> {
        guard Self.makeFolder(folder) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(folder)))
        }
        let path = folder + "/" + name
        switch await typeset(paper, options + ["--output", path, "--no-clobber"]) {
        case .failure(let failure): return .failure(failure)
        case .success(let said):
            // The name that was free, as the program says it.
            let name = String(decoding: said, as: UTF8.self).trimmed
            return .success(.saved(path: name.isEmpty ? path : name))
        }
    }

    /// Prints the slip; where no printer is configured it is saved.
    func print(_ slip: SlipDocument) async -> Result<Outcome, Failure> {
        await print(slip, as: Self.fileName(slip), title: slip.code)
    }

    /// Prints the paper of a form; where no printer is configured it is saved.
    func print(_ paper: DeclarationDocument, form: String) async -> Result<Outcome, Failure> {
        await print(
            paper, as: Self.fileName(paper, form: form), title: paper.code ?? form, ["--declaration"])
    }

    func print(
        _ paper: some PrintablePaper, as name: String, title: String, _ options: [String] = []
    ) async -> Result<Outcome, Failure> {
        guard let printer else { return await save(paper, as: name, options) }
        guard let lp = find("lp") else { return .failure(Failure(words: Strings.Slip.noPrintSystem)) }
        let sheets: [UInt8]
        switch await typeset(paper, options + ["--output", "-"]) {
        case .failure(let failure): return .failure(failure)
        case .success(let pdf): sheets = pdf
        }
        let outcome = await run(lp, ["-d", printer, "-t", title], sheets, Self.spooling)
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
        return .success(.printed(printer: printer, trouble: await trouble(of: printer)))
    }

    /// A printer without paper takes a job and keeps it: that the job was taken is not that the paper is out.
    private func trouble(of printer: String) async -> PrinterTrouble? {
        guard let lpstat = find("lpstat"),
            let status = await run(lpstat, ["-l", "-p", printer], [], Self.looking), status.code == 0
        else { return nil }
        return PrinterTrouble(status: String(decoding: status.output, as: UTF8.self))
    }

    /// Runs `desk-print`, and gives what it writes to its standard output.
    private func typeset(_ paper: some PrintablePaper, _ arguments: [String]) async -> Result<
        [UInt8], Failure
    > {
        guard let program = find("desk-print") else {
            return .failure(Failure(words: Strings.Starting.printMissing))
        }
        let json: [UInt8]
        do {
            json = try paper.json()
        } catch {
            return .failure(Failure(words: Strings.Slip.saveFailed("\(error)")))
        }
        let seconds =
            paper is RegisterDocument || paper is PeriodReportDocument
            ? Self.typesettingRegister : Self.typesetting
        guard let outcome = await run(program, arguments, json, seconds) else {
            return .failure(Failure(words: Strings.Slip.saveFailed(program)))
        }
        if outcome.isTimedOut {
            return .failure(Failure(words: Strings.Slip.typesetterSilent(seconds)))
        }
        guard outcome.code == 0 else {
            let line = outcome.complaint.split(separator: "\n").first.map(String.init) ?? "\(outcome.code)"
            return .failure(Failure(words: Strings.Slip.saveFailed(line)))
        }
        return .success(outcome.output)
    }

    /// The code, the form and which print it is: letters, digits and a few signs only, whatever a code holds.
    static func fileName(_ slip: SlipDocument) -> String {
        let code = plain(slip.code)
        let again = slip.reprint > 0 ? "-in\(slip.reprint + 1)" : ""
        return "\(code)-mau\(slip.form.rawValue)\(again).pdf"
    }

    /// The dossier's code, or that there is none yet, and the form.
    static func fileName(_ paper: DeclarationDocument, form: String) -> String {
        "\(paper.code.map(plain) ?? "nhap")-\(plain(form)).pdf"
    }

    static func plain(_ name: String) -> String {
        String(
            name.unicodeScalars.map {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." || $0 == "-")
                    ? Character($0) : "_"
            })
    }

    /// The folder of what is saved, with those above it. False where nothing can be written there.
    static func makeFolder(_ path: String) -> Bool {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o700) != 0, errno != EEXIST, access(made, F_OK) != 0 { return false }
        }
        return access(path, W_OK) == 0
    }
}
