/// Turns what was typed into an answer.
public enum FieldParser {
    /// The answer that raw text stands for, nil where it was left empty, or what is wrong with it.
    ///
    /// Spelling is made uniform here (NFC, blanks, `+84`, a tax code's dash, a dossier code read aloud), so
    /// that what is stored does not depend on how it was typed. Dates come as people write them, numbers and
    /// amounts with or without dots. A field of several choices takes their values one a line.
    public static func parse(
        _ raw: String, as field: Field, today: LocalDate
    ) -> Result<Answer?, FieldIssue> {
        let text = Normalization.nfc(raw)
        if text.isBlank { return .success(nil) }
        let answer: Answer
        switch field.kind {
        case .text(let rule): answer = .text(spelled(text, rule))
        case .password: answer = .text(text)
        case .textArea: answer = .text(lines(text))
        case .radio, .dropdown(_, multiple: false, _), .search: answer = .text(text.trimmed)
        case .checkbox:
            guard let flag = flag(text) else { return .failure(Messages.wrongType(field)) }
            answer = .flag(flag)
        case .checkboxes, .dropdown(_, multiple: true, _):
            answer = .choices(text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty })
        case .date:
            guard let date = LocalDate(typed: text, reference: today) else {
                return .failure(dateIssue(text, today: today))
            }
            answer = .text(date.iso)
        case .dateRange:
            let ends = TypedRange.cut(text) { LocalDate(iso: $0) ?? LocalDate(typed: $0, reference: today) }
            guard let (from, to) = ends else { return .failure(Messages.dateRange) }
            // Turned round it is kept as it is, so that the check says so.
            answer = .text(from.iso + "/" + to.iso)
        case .time:
            guard let time = LocalTime(typed: text) else { return .failure(Messages.time) }
            answer = .text(time.iso)
        case .timeRange:
            guard let (from, to) = TypedRange.cut(text, { LocalTime(typed: $0) }) else {
                return .failure(Messages.timeRange)
            }
            answer = .text(from.iso + "/" + to.iso)
        case .files:
            guard let json = try? StrictJSON.parse(text.utf8), let files = Answer(json) else {
                return .failure(Messages.files)
            }
            if files.isEmpty { return .success(nil) }
            answer = files
        case .number, .money, .slider, .spinBox:
            let isMoney = if case .money = field.kind { true } else { false }
            switch number(text, isMoney: isMoney) {
            case .success(let number): answer = .number(number)
            case .failure(let issue): return .failure(issue)
            }
        case .note: return .success(nil)
        }
        if let issue = FieldCheck(field: field, today: today).issue(answer) { return .failure(issue) }
        return .success(answer)
    }

    static func spelled(_ text: String, _ rule: TextRule) -> String {
        var text = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0.isNewline })
            .joined(separator: " ")
        switch rule.format {
        case .identityNumber?: text = IdentityNumber.normalize(text)
        case .phone?: text = PhoneNumber.normalize(text) ?? text
        case .taxCode?: text = TaxCode.normalize(text)
        case .dossierCode?: text = DossierCodeFormat.spoken(text) ?? text
        case .email?, .personName?, nil: break
        }
        return rule.uppercase ? Normalization.nfc(text.uppercased()) : text
    }

    private static func lines(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": result.append("\n")
            case "\n" where afterReturn: break
            case "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
            default: result.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(result).trimmed
    }

    private static func flag(_ text: String) -> Bool? {
        switch TextFold.fold(text.trimmed) {
        case "1", "x", "true", "co", "yes", "y", "c": true
        case "0", "false", "khong", "no", "n", "k": false
        default: nil
        }
    }

    /// Says which part of a date is wrong where its parts can be told apart.
    private static func dateIssue(_ text: String, today: LocalDate) -> FieldIssue {
        let parts = text.trimmed.split(whereSeparator: { "/-. ".contains($0) })
        var numbers = parts.map { $0.utf8.count <= 4 ? Int($0) : nil }
        if parts.count == 1, [6, 8].contains(parts[0].utf8.count), let whole = Int(parts[0]), whole >= 0 {
            let isLong = parts[0].utf8.count == 8
            let divisor = isLong ? 10_000 : 100
            numbers = [whole / divisor / 100, whole / divisor % 100, whole % divisor]
        }
        guard (2...3).contains(numbers.count), let day = numbers[0], let month = numbers[1],
            day >= 0, month >= 0
        else { return Messages.dateFormat }
        var year = today.year
        if numbers.count == 3 {
            guard let written = numbers[2], written >= 0 else { return Messages.dateFormat }
            let firstOfYear = "01/01/" + (written < 10 ? "0" : "") + String(written)
            year = written < 100 ? LocalDate(typed: firstOfYear, reference: today)?.year ?? 0 : written
        }
        guard (1...12).contains(month) else { return Messages.noSuchMonth(month) }
        guard (1800...9999).contains(year), (1...31).contains(day), day > LocalDate.days(in: month, of: year)
        else {
            return Messages.dateFormat
        }
        return Messages.noSuchDay(day, month, year)
    }

    /// Above every amount there is, and below where sums overflow.
    static let largestNumber = 1_000_000_000_000_000_000

    private static func number(_ text: String, isMoney: Bool) -> Result<Int, FieldIssue> {
        let issue = isMoney ? Messages.money : Messages.number
        var body = text.trimmed[...]
        if isMoney {
            for unit in ["đồng", "vnđ", "vnd", "đ", "₫"] where body.lowercased().hasSuffix(unit) {
                body = body.dropLast(unit.count)
                break
            }
        }
        var digits = body.trimmed
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == " " }
        let isWritten = groups.allSatisfy { group in
            !group.isEmpty && group.utf8.allSatisfy { (48...57).contains($0) }
        }
        let isGrouped = groups[0].utf8.count <= 3 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard isWritten, groups.count == 1 || isGrouped else { return .failure(issue) }
        guard let number = Int(groups.joined()), number <= largestNumber else {
            return .failure(Messages.hugeNumber)
        }
        return .success(isNegative ? -number : number)
    }
}
