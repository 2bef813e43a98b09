import Forms

/// A table of officers as a spreadsheet writes it: a head that names the columns, a line for each officer; commas,
/// semicolons or tabs between them.
///
/// It only reads: what stands in a field is looked at by whoever takes it in, so that each fault has its line.
public struct OfficerFile: Hashable, Sendable {
    public enum Column: String, CaseIterable, Hashable, Sendable {
        case name
        case identityNumber = "identity_number"
        case position, unit, account, roles, vneid
        case from = "effective_from"
        case to = "effective_to"

        public static let required: [Column] = [.name, .identityNumber, .position, .unit]

        /// What its title may be, folded.
        fileprivate var titles: [String] {
            switch self {
            case .name: ["ho va ten", "ho ten", "name", "full name"]
            case .identityNumber:
                ["so dinh danh", "so can cuoc", "cccd", "so cccd", "so dinh danh ca nhan", "identity number"]
            case .position: ["chuc vu", "chuc danh", "position"]
            case .unit: ["ma don vi", "don vi", "unit", "unit code"]
            case .account: ["ten dang nhap", "tai khoan", "account", "login"]
            case .roles: ["vai tro", "roles", "role"]
            case .vneid: ["vneid", "ma vneid"]
            case .from: ["tu ngay", "ngay bat dau", "from"]
            case .to: ["den ngay", "ngay ket thuc", "to", "until"]
            }
        }
    }

    public struct Row: Hashable, Sendable {
        /// The line of the file, from 1, the head counted.
        public var number: Int
        public var fields: [String]
        /// Whether its last quotation mark is closed.
        public var isClosed: Bool
    }

    public static let mostRows = 20_000

    public private(set) var head: [String] = []
    public private(set) var rows: [Row] = []
    /// What stands between the fields.
    public let separator: Character

    public init(_ bytes: some Collection<UInt8>) throws(OfficerFileError) {
        let bytes = Array(bytes)
        guard !bytes.isEmpty else { throw .empty }
        // The marks of UTF-16, or every second byte nothing, as where it has none.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || bytes.prefix(64).filter({ $0 == 0 }).count > 8
        {
            throw .utf16
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .codePage }
        let text = Normalization.nfc(decoded.hasPrefix("\u{FEFF}") ? String(decoded.dropFirst()) : decoded)
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let first = lines.first ?? ""
        func count(_ mark: Character) -> Int { first.filter { $0 == mark }.count }
        separator = [",", ";", "\t"].max { count($0) < count($1) } ?? ","
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let (fields, isClosed) = Self.fields(line, separator)
            if head.isEmpty {
                head = fields
            } else {
                guard rows.count < Self.mostRows else { throw .tooLong }
                // A spreadsheet writes the separators of rows that were emptied.
                guard !fields.allSatisfy(\.isBlank) else { continue }
                rows.append(Row(number: index + 1, fields: fields, isClosed: isClosed))
            }
        }
        guard !head.isEmpty else { throw .empty }
    }

    /// Which column stands in which place, as its titles say; nil for one that is none of these.
    public var columns: [Column?] {
        var taken: Set<Column> = []
        return head.map { title in
            let name = TextFold.words(title).joined(separator: " ")
            guard let column = Column.allCases.first(where: { $0.titles.contains(name) }),
                taken.insert(column).inserted
            else { return nil }
            return column
        }
    }

    /// A quoted field ends with its line: one mark that is not closed spoils one line and not the file.
    private static func fields(_ line: Substring, _ separator: Character) -> ([String], Bool) {
        guard line.contains("\"") else {
            return (
                line.split(separator: separator, omittingEmptySubsequences: false).map(String.init), true
            )
        }
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var rest = line
        while let character = rest.popFirst() {
            switch character {
            case "\"" where isQuoted && rest.first == "\"":
                field.append("\"")
                rest = rest.dropFirst()
            case "\"": isQuoted.toggle()
            case separator where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        fields.append(field)
        return (fields, !isQuoted)
    }

    /// A file to correct: some of its lines as they were, each with what is wrong with it behind; marked as UTF-8 for
    /// spreadsheets.
    public func correction(_ faults: [Int: String], title: String) -> [UInt8] {
        func line(_ fields: [String]) -> String {
            fields.map { field in
                let isPlain = !field.contains { $0 == separator || $0 == "\"" || $0.isNewline }
                return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: String(separator)) + "\r\n"
        }
        var text = "\u{FEFF}" + line(head + [title])
        for row in rows {
            guard let fault = faults[row.number] else { continue }
            let missing = max(0, head.count - row.fields.count)
            text += line(row.fields + Array(repeating: "", count: missing) + [fault])
        }
        return Array(text.utf8)
    }
}
