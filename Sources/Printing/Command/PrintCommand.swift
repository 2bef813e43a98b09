import Glibc
import Models

/// The program: a slip, a declaration, a register or a report as JSON on standard input, a PDF (or its preview) out.
struct PrintCommand {
    var input = FileDescriptor.standardInput
    var output = FileDescriptor.standardOutput
    var errors = FileDescriptor.standardError

    /// Of a slip: as much as the central system takes in one request.
    static let slipLimit = 256 * 1024
    /// Of a code's text.
    static let codeLimit = 1024

    /// Does what the arguments (without the program's name) ask for and says in Vietnamese on standard
    /// error why it could not.
    func run(_ arguments: [String]) -> ExitStatus {
        // A reader that goes away is an error to report, and so is a file over its allowed size.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        do throws(PrintFailure) {
            try perform(PrintOptions(parsing: arguments))
            return .ok
        } catch {
            let lines = error.message.split(separator: "\n").map { "desk-print: \($0)\n" }
            // Nobody is left to be told where standard error cannot be written either.
            try? errors.writeAll(Array(lines.joined().utf8))
            return error.status
        }
    }

    private func perform(_ options: PrintOptions) throws(PrintFailure) {
        switch options.task {
        case .help: try emit(Array(Words.help.utf8))
        case .preview:
            let lines =
                switch options.paper {
                case .slip: SlipPreview.lines(try readSlip(), width: options.width)
                case .declaration: DeclarationPreview.lines(try readDeclaration(), width: options.width)
                case .register: RegisterPreview.lines(try readRegister(), width: options.width)
                case .report: RegisterPreview.lines(RegisterContent(try readReport()), width: options.width)
                case .receipt: SlipPreview.lines(SlipContent(try readReceipt()), width: options.width)
                case .manifest:
                    RegisterPreview.lines(RegisterContent(try readManifest()), width: options.width)
                case .labels:
                    try readLabels().pages.flatMap { SlipPreview.lines($0, width: options.width) + [""] }
                case .receiptSummary:
                    RegisterPreview.lines(RegisterContent(try readReceiptSummary()), width: options.width)
                }
            try emit(Array((lines.joined(separator: "\n") + "\n").utf8))
        case .modules: try emit(Array(try readCode().rows.joined(separator: "\n").utf8) + [0x0A])
        case .pdf:
            if options.output == nil, output.isTerminal {
                throw PrintFailure(.usage, Words.outputIsTerminal)
            }
            let pdf =
                switch options.paper {
                case .slip: try SlipPDF.make([SlipContent(readSlip())], layout: options.layout)
                case .declaration: try DeclarationPDF.make(DeclarationContent(readDeclaration()))
                case .register: try RegisterPDF.make(RegisterContent(readRegister()))
                case .report: try RegisterPDF.make(RegisterContent(readReport()))
                case .receipt: try SlipPDF.make([SlipContent(readReceipt())], layout: options.layout)
                case .manifest: try RegisterPDF.make(RegisterContent(readManifest()))
                case .labels: try SlipPDF.make(readLabels().pages, layout: options.layout)
                case .receiptSummary: try RegisterPDF.make(RegisterContent(readReceiptSummary()))
                }
            if let path = options.output {
                let file = OutputFile(path: path)
                guard options.isBeside else { return try file.write(pdf) }
                try emit(Array((try file.writeBeside(pdf) + "\n").utf8))
            } else {
                try emit(pdf)
            }
        }
    }

    private func readSlip() throws(PrintFailure) -> SlipDocument {
        try read(limit: Self.slipLimit)
    }

    private func readDeclaration() throws(PrintFailure) -> DeclarationDocument {
        try read(limit: DeclarationDocument.Limit.bytes)
    }

    private func readRegister() throws(PrintFailure) -> RegisterDocument {
        try read(limit: RegisterDocument.Limit.bytes)
    }

    private func readReceipt() throws(PrintFailure) -> ReceiptDocument {
        try read(limit: Self.slipLimit)
    }

    private func readManifest() throws(PrintFailure) -> ManifestDocument {
        try read(limit: RegisterDocument.Limit.bytes)
    }

    private func readLabels() throws(PrintFailure) -> ShipmentLabels {
        try read(limit: RegisterDocument.Limit.bytes)
    }

    /// The text of a code, as it is, for a screen: the lowest level, because nothing stains a screen.
    private func readCode() throws(PrintFailure) -> QRSymbol {
        let bytes = try readBytes(limit: Self.codeLimit)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PrintFailure(.badData, Words.barcodeFailed("qrencode"))
        }
        return try QRSymbol(text.split(whereSeparator: \.isNewline).joined(), isForScreen: true)
    }

    private func readReceiptSummary() throws(PrintFailure) -> ReceiptSummaryDocument {
        try read(limit: Self.slipLimit)
    }

    private func readReport() throws(PrintFailure) -> PeriodReportDocument {
        try read(limit: RegisterDocument.Limit.bytes)
    }

    /// - Parameter limit: in bytes; what is larger is not read whole.
    private func readBytes(limit: Int) throws(PrintFailure) -> [UInt8] {
        if input.isTerminal { throw PrintFailure(.usage, Words.inputIsTerminal) }
        let bytes: [UInt8]?
        do throws(SystemError) {
            bytes = try input.readAll(limit: limit)
        } catch {
            throw PrintFailure(.inputOutput, Words.readFailed(error.reason))
        }
        guard let bytes else { throw PrintFailure(.badData, Words.inputTooLarge(limit)) }
        if bytes.isEmpty { throw PrintFailure(.badData, Words.inputEmpty) }
        return bytes
    }

    /// - Parameter limit: in bytes; what is larger is not read whole.
    private func read<Paper: PrintablePaper>(limit: Int) throws(PrintFailure) -> Paper {
        let bytes = try readBytes(limit: limit)
        do throws(SlipError) {
            return try Paper(json: bytes)
        } catch {
            let lines = error.issues.map { Words.badSlip(pointer: $0.pointer, message: $0.message) }
            throw PrintFailure(.badData, lines.joined(separator: "\n"))
        }
    }

    private func emit(_ bytes: [UInt8]) throws(PrintFailure) {
        do throws(SystemError) {
            try output.writeAll(bytes)
        } catch {
            throw OutputFile.failure(error)
        }
    }
}
