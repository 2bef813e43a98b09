import Forms

/// What the QR of an identity card says of its holder.
///
/// Both layouts begin with the same seven parts: number, old number, name, birth date, sex, place of
/// residence, date of issue. Cards since 01/07/2024 go on with the names of relatives; those are never read
/// into anything. Phone and e-mail are not on the card.
public struct IdentityCard: Hashable, Sendable {
    /// 12 digits.
    public var number: String
    /// The number of the old card, where there was one.
    public var oldNumber: String?
    public var name: String
    public var birthDate: LocalDate
    public var sex: Sex
    /// As printed, without the scanner's junk; it may still have the old district level. May be empty.
    public var residence: String
    public var issuedOn: LocalDate

    public init(
        number: String, oldNumber: String? = nil, name: String, birthDate: LocalDate, sex: Sex,
        residence: String, issuedOn: LocalDate
    ) {
        self.number = number
        self.oldNumber = oldNumber
        self.name = name
        self.birthDate = birthDate
        self.sex = sex
        self.residence = residence
        self.issuedOn = issuedOn
    }

    /// What in the number does not agree with birth date and sex; a warning, never an error.
    public var warnings: [Phrase] {
        IdentityNumber.mismatch(number, birthDate: birthDate, sex: sex)
    }

    /// Reads the text of a card.
    ///
    /// - Parameters:
    ///   - scan: With or without the line end that scanners add.
    ///   - today: Where given, dates after it are errors.
    public static func parse(_ scan: String, today: LocalDate? = nil) throws(CardError) -> IdentityCard {
        guard scan.utf8.count <= Scan.maximumLength else { throw .tooLong }
        let text = Normalization.nfc(scan).trimmed
        guard text.utf8.contains(UInt8(ascii: "|")) else { throw .notACard }
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard parts.count == 7 || parts.count >= 10 else { throw .cutShort(parts.count) }
        let used = parts.prefix(7).joined(separator: "|")
        if let position = CardText.hiddenCharacter(used) { throw .hidden(at: position) }

        let number = try number(parts[0])
        let oldNumber = try oldNumber(parts[1])
        let name = try name(parts[2])
        let birthDate = try date(parts[3], .birthDate)
        let sex = try sex(parts[4])
        let residence = CardText.address(parts[5])
        if CardText.looksGarbled(residence) || CardText.isTelex(name + " " + residence) {
            throw .garbled(Phrase("họ tên hoặc nơi thường trú", en: "name or residence"))
        }
        let isLast = parts.count == 7
        if isLast, parts[6].utf8.count < 8, CardText.isDigits(parts[6]) || parts[6].isEmpty { throw .cutDate }
        let issuedOn = try date(parts[6], .issueDate)

        if issuedOn < birthDate { throw .issuedBeforeBirth(birthDate, issuedOn) }
        if let today {
            if birthDate > today { throw .futureDate(birthDate, .birthDate) }
            if issuedOn > today { throw .futureDate(issuedOn, .issueDate) }
        }
        return IdentityCard(
            number: number, oldNumber: oldNumber, name: name, birthDate: birthDate, sex: sex,
            residence: residence, issuedOn: issuedOn)
    }

    private static func number(_ text: String) throws(CardError) -> String {
        guard CardText.isDigits(text) else {
            throw .garbled(Phrase("số định danh", en: "number"))
        }
        guard text.utf8.count == 12 else { throw .number(text.utf8.count) }
        return text
    }

    private static func oldNumber(_ text: String) throws(CardError) -> String? {
        if text.isEmpty { return nil }
        guard CardText.isDigits(text), text.utf8.count == 9 || text.utf8.count == 12 else {
            throw .garbled(Phrase("số CMND cũ", en: "old number"))
        }
        return text
    }

    private static func name(_ text: String) throws(CardError) -> String {
        guard !text.isEmpty else { throw .name }
        guard PersonName.check(text) == nil, !CardText.looksGarbled(text) else {
            throw .garbled(Phrase("họ và tên", en: "name"))
        }
        return text.split(separator: " ").joined(separator: " ")
    }

    private static func sex(_ text: String) throws(CardError) -> Sex {
        switch text.lowercased() {
        case "nam": return .male
        case "nữ": return .female
        case "": throw .sex(text)
        default:
            let isGarbled = text.lowercased().hasPrefix("n") && text.unicodeScalars.count <= 6
            throw isGarbled ? .garbled(Phrase("giới tính", en: "sex")) : .sex(CardText.short(text))
        }
    }

    private static func date(_ text: String, _ kind: CardError.Kind) throws(CardError) -> LocalDate {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, CardText.isDigits(text), let whole = Int(text),
            let date = LocalDate(year: whole % 10_000, month: whole / 10_000 % 100, day: whole / 1_000_000)
        else {
            throw kind == .birthDate
                ? .birthDate(CardText.short(text)) : .issueDate(CardText.short(text))
        }
        return date
    }
}
