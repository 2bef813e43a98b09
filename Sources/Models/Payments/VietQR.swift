import Forms

/// What a bank's app reads from a VietQR code (NAPAS, after EMVCo): who is paid, how much, and for what.
///
/// The amount stands in the code, so nobody types it; the purpose is the dossier's code, so the bank's file finds its
/// dossier again. Whatever makes no code that every bank reads is refused here, and never cut.
public struct VietQR: Hashable, Sendable {
    /// The bank, by its six digits (BIN).
    public let bank: String
    /// Digits and letters, at most 19.
    public let account: String
    /// In đồng, 1 … 9.999.999.999.999: what has 13 digits fits into the field.
    public let amount: Int
    /// Upper case, without marks, at most 25 characters.
    public let purpose: String
    /// The number of a bill, at most 25 characters; nil where there is none.
    public let bill: String?

    /// The most characters of a purpose or a bill's number (EMVCo, field 62).
    public static let longestText = 25
    /// The most characters of an account.
    public static let longestAccount = 19
    public static let largestAmount = 9_999_999_999_999

    /// - Throws: `VietQRError`, which says what can't stand in a code.
    public init(bank: String, account: String, amount: Int, purpose: String, bill: String? = nil)
        throws(VietQRError)
    {
        guard bank.utf8.count == 6, bank.utf8.allSatisfy(Self.isDigit) else { throw .bank }
        guard (1...Self.longestAccount).contains(account.utf8.count),
            account.utf8.allSatisfy({ Self.isDigit($0) || Self.isLetter($0) })
        else { throw .account }
        guard (1...Self.largestAmount).contains(amount) else { throw .amount }
        let purpose = Self.plain(purpose)
        guard Self.fits(purpose) else { throw .purpose }
        let bill = bill.map(Self.plain)
        guard bill.map(Self.fits) ?? true else { throw .bill }
        self.bank = bank
        self.account = account
        self.amount = amount
        self.purpose = purpose
        self.bill = bill
    }

    /// The text that the code holds.
    public var payload: String {
        let beneficiary = Self.field("00", bank) + Self.field("01", account)
        let merchant =
            Self.field("00", "A000000727") + Self.field("01", beneficiary) + Self.field("02", "QRIBFTTA")
        let additional = (bill.map { Self.field("01", $0) } ?? "") + Self.field("08", purpose)
        let text =
            Self.field("00", "01") + Self.field("01", "12") + Self.field("38", merchant)
            + Self.field("53", "704") + Self.field("54", String(amount)) + Self.field("58", "VN")
            + Self.field("62", additional) + "6304"
        return text + CRC16.text(text.utf8)
    }

    /// As banks take a text: without marks, in upper case.
    public static func plain(_ text: String) -> String {
        TextFold.withoutMarks(text).uppercased()
    }

    /// A field of EMVCo: two digits that name it, two that say how long it is, and the value.
    private static func field(_ id: String, _ value: String) -> String {
        let length = String(value.utf8.count)
        return id + (length.utf8.count < 2 ? "0" : "") + length + value
    }

    private static func fits(_ text: String) -> Bool {
        (1...longestText).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
