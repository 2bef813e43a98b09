import Forms

/// A bank's file of what came into an account: a table with a line for each transfer.
///
/// Its head names the columns, in Vietnamese or English and in any order; commas or semicolons stand between them. A
/// line that can't be read is told with its number and the reason, and keeps no other line from being read.
public struct BankFile: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// From 1, the head counted.
        public var number: Int
        public var day: LocalDate
        /// In đồng.
        public var amount: Int
        public let text: String
        /// The bank's own number of the transfer.
        public var reference: String
        /// The text without marks, small: it is held against every code that is waited for.
        fileprivate let folded: [UInt8]

        public init(number: Int, day: LocalDate, amount: Int, text: String, reference: String) {
            self.number = number
            self.day = day
            self.amount = amount
            self.text = text
            self.reference = reference
            folded = Array(TextFold.fold(text).utf8)
        }
    }

    public struct Broken: Hashable, Sendable {
        public var number: Int
        public var reason: Phrase
    }

    public private(set) var lines: [Line] = []
    public private(set) var broken: [Broken] = []

    public static let mostLines = 20_000

    private enum Column: CaseIterable {
        case day, amount, text, reference

        var names: [String] {
            switch self {
            case .day: ["ngay", "ngay giao dich", "date"]
            case .amount: ["so tien", "so tien ghi co", "amount"]
            case .text: ["noi dung", "dien giai", "description"]
            case .reference: ["ma giao dich", "so but toan", "reference"]
            }
        }
    }

    /// - Throws: Where it is no such table at all: nothing of it was read.
    public init(_ bytes: some Collection<UInt8>) throws(BankFileError) {
        guard let text = String(validating: Array(bytes), as: UTF8.self) else { throw .encoding }
        let rows = Self.rows(Normalization.nfc(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text))
        guard let head = rows.first else { throw .empty }
        guard rows.count - 1 <= Self.mostLines else { throw .tooLong }
        var places: [Column: Int] = [:]
        for (index, title) in head.fields.enumerated() {
            let name = TextFold.words(title).joined(separator: " ")
            if let column = Column.allCases.first(where: { $0.names.contains(name) }), places[column] == nil {
                places[column] = index
            }
        }
        guard let day = places[.day], let amount = places[.amount], let text = places[.text],
            let reference = places[.reference]
        else { throw .head }
        for row in rows.dropFirst() where !row.fields.allSatisfy(\.isBlank) {
            func fail(_ vi: String, _ en: String) {
                broken.append(Broken(number: row.number, reason: Phrase(vi, en: en)))
            }
            guard row.isClosed else {
                fail("Dấu ngoặc kép không đóng.", "A quotation mark is not closed.")
                continue
            }
            guard row.fields.count == head.fields.count else {
                fail(
                    "Có \(row.fields.count) cột, phải có \(head.fields.count).",
                    "It has \(Phrase.counted(row.fields.count, "column")) instead of \(head.fields.count).")
                continue
            }
            guard let on = Self.day(row.fields[day].trimmed) else {
                fail("Ngày không đúng: “\(row.fields[day])”.", "Not a day: “\(row.fields[day])”.")
                continue
            }
            guard let sum = Self.amount(row.fields[amount].trimmed) else {
                fail(
                    "Số tiền không đúng: “\(row.fields[amount])”.", "Not an amount: “\(row.fields[amount])”.")
                continue
            }
            let number = row.fields[reference].trimmed
            guard (1...100).contains(number.utf8.count) else {
                fail("Thiếu mã giao dịch, hoặc quá dài.", "The transfer's number is missing or too long.")
                continue
            }
            guard row.fields[text].utf8.count <= 1_000 else {
                fail("Nội dung quá dài.", "The text is too long.")
                continue
            }
            lines.append(
                Line(
                    number: row.number, day: on, amount: sum, text: row.fields[text].trimmed,
                    reference: number))
        }
    }

    private static func day(_ text: String) -> LocalDate? {
        if let day = LocalDate(iso: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0].utf8.count <= 2, parts[1].utf8.count <= 2, parts[2].utf8.count == 4
        else { return nil }
        func pad(_ part: String) -> String { part.utf8.count == 1 ? "0" + part : part }
        return LocalDate(iso: parts[2] + "-" + pad(parts[1]) + "-" + pad(parts[0]))
    }

    /// Whole đồng above 0: "16000", "16.000", "16,000".
    static func amount(_ text: String) -> Int? {
        var text = text.hasPrefix("+") ? String(text.dropFirst()) : text
        for mark in [".", ","] where text.contains(mark) {
            let groups = text.split(separator: Character(mark), omittingEmptySubsequences: false)
            guard let first = groups.first, (1...3).contains(first.utf8.count),
                groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
            else { return nil }
            text = groups.joined()
        }
        guard (1...13).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let amount = Int(text), amount > 0
        else { return nil }
        return amount
    }

    // MARK: Rows

    private struct Row {
        var number: Int
        var fields: [String]
        var isClosed: Bool
    }

    /// A quoted field ends with its line: one mark that is not closed spoils one line and not the file.
    private static func rows(_ text: String) -> [Row] {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let head = lines.first ?? ""
        let mark: Character =
            head.filter { $0 == ";" }.count > head.filter { $0 == "," }.count
            ? ";" : head.contains("\t") ? "\t" : ","
        var rows: [Row] = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            var fields: [String] = []
            var field = ""
            var isQuoted = false
            var rest = line[...]
            while let character = rest.popFirst() {
                switch character {
                case "\"" where isQuoted && rest.first == "\"":
                    field.append("\"")
                    rest = rest.dropFirst()
                case "\"": isQuoted.toggle()
                case mark where !isQuoted:
                    fields.append(field)
                    field = ""
                default: field.append(character)
                }
            }
            fields.append(field)
            rows.append(Row(number: index + 1, fields: fields, isClosed: !isQuoted))
        }
        return rows
    }
}

extension BankFile.Line {
    /// Whether its text names a dossier. Banks take marks, dots and dashes out of what was typed, or put spaces in their
    /// place; a code that goes on in further digits is another's.
    public func names(_ code: String) -> Bool {
        let parts = TextFold.fold(code).utf8.split { !Self.isPlain($0) }.map(Array.init)
        guard let first = parts.first else { return false }
        return folded.indices.contains { start in
            guard folded[start...].starts(with: first) else { return false }
            var position = start + first.count
            for part in parts.dropFirst() {
                while position < folded.count, !Self.isPlain(folded[position]) { position += 1 }
                guard folded[position...].starts(with: part) else { return false }
                position += part.count
            }
            return position == folded.count || !(0x30...0x39).contains(folded[position])
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
