/// What the command line asks for.
struct PrintOptions: Equatable {
    enum Task: Equatable { case pdf, preview, modules, help }
    enum Paper: Equatable {
        case slip, declaration, register, report, receipt, manifest, labels, receiptSummary
    }

    var task = Task.pdf
    var paper = Paper.slip
    /// Nil: standard output.
    var output: String?
    /// Whether a file that is there stays as it is and the new one gets a name beside it.
    var isBeside = false
    var layout = SheetLayout.a5
    /// Characters in a line of the preview, 20 … 400.
    var width = 80

    static let widths = 20...400

    /// Reads options without the program's name. Both `--output FILE` and `--output=FILE` are understood.
    init(parsing arguments: [String]) throws(PrintFailure) {
        var rest = arguments[...]
        var hasLayout = false
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            var attached = parts.count > 1 ? String(parts[1]) : nil
            func value() throws(PrintFailure) -> String {
                let found = attached ?? rest.popFirst()
                attached = nil
                guard let found, !found.isEmpty else { throw PrintFailure(.usage, Words.missingValue(name)) }
                return found
            }
            switch name {
            case "--output", "-o":
                let path = try value()
                output = path == "-" ? nil : path
            case "--no-clobber", "-n": isBeside = true
            case "--layout":
                guard let layout = SheetLayout(rawValue: try value()) else {
                    throw PrintFailure(.usage, Words.unknownLayout)
                }
                self.layout = layout
                hasLayout = true
            case "--width":
                guard let width = Int(try value()), Self.widths.contains(width) else {
                    throw PrintFailure(.usage, Words.wrongWidth)
                }
                self.width = width
            case "--declaration": paper = .declaration
            case "--register": paper = .register
            case "--report": paper = .report
            case "--receipt": paper = .receipt
            case "--manifest": paper = .manifest
            case "--labels": paper = .labels
            case "--receipt-summary": paper = .receiptSummary
            case "--code": task = .modules
            case "--preview": task = .preview
            case "--help", "-h": task = .help
            default: throw PrintFailure(.usage, Words.unknownOption(argument))
            }
            if attached != nil { throw PrintFailure(.usage, Words.unknownOption(argument)) }
        }
        if ![.slip, .receipt, .labels].contains(paper), hasLayout {
            throw PrintFailure(.usage, Words.layoutOfDeclaration)
        }
        if isBeside, task == .pdf, output == nil { throw PrintFailure(.usage, Words.besideNeedsOutput) }
    }
}
