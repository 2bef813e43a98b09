/// What the command line asks for.
struct PreviewOptions: Equatable {
    enum Task: Equatable { case picture, help }

    var task = Task.picture
    /// Nil: standard input.
    var file: String?
    /// Of the terminal: a cell is one pixel wide and two high.
    var columns = 80
    var rows = 24
    /// From 1.
    var page = 1

    static let sizes = 1...500
    static let pages = 1...10_000

    /// Reads options without the program's name. Both `--page N` and `--page=N` are understood.
    init(parsing arguments: [String]) throws(PreviewFailure) {
        var rest = arguments[...]
        var isNamed = false
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            let attached = parts.count > 1 ? String(parts[1]) : nil
            func number(_ range: ClosedRange<Int>) throws(PreviewFailure) -> Int {
                guard let text = attached ?? rest.popFirst(), let value = Int(text), range.contains(value)
                else {
                    throw PreviewFailure(.usage, Words.wrongNumber(name, range))
                }
                return value
            }
            switch name {
            case "--columns": columns = try number(Self.sizes)
            case "--rows": rows = try number(Self.sizes)
            case "--page": page = try number(Self.pages)
            case "--help", "-h": task = .help
            default:
                guard !isNamed, argument == "-" || !argument.hasPrefix("-"), !argument.isEmpty else {
                    throw PreviewFailure(.usage, Words.unknownOption(argument))
                }
                isNamed = true
                file = argument == "-" ? nil : argument
            }
        }
        guard isNamed || task == .help else { throw PreviewFailure(.usage, Words.missingFile) }
    }
}
