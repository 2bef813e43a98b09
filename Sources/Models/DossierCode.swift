import Forms

/// The code that people know a dossier by: `H26.1.5-261123-0001`, or in the older form
/// `000.00.01.H29-260310-0420`.
public struct DossierCode: Hashable, Sendable {
    /// The electronic id of the unit that took the dossier in.
    public let unit: String
    /// The day of intake.
    public let date: LocalDate
    /// The number within the day, as printed, with leading zeros.
    public let number: String
    /// The whole code as printed.
    public let text: String

    /// Reads a code exactly as it is printed; nil for anything else.
    public static func parse(_ text: String) -> DossierCode? {
        DossierCodeFormat.parse(text).map {
            DossierCode(unit: $0.unit, date: $0.date, number: $0.number, text: text)
        }
    }

    /// The code that a caller reads out or an officer types in a hurry: lower case, blanks, missing dashes,
    /// "chấm" and "gạch" in words. Nil where no code can be made of it.
    public static func spoken(_ text: String) -> String? {
        DossierCodeFormat.spoken(text)
    }

    /// The code of the n-th dossier of a unit on a day: four digits, five and more past 9999.
    public static func make(unit: String, date: LocalDate, number: Int) -> String {
        let digits = String(number)
        let iso = date.iso.filter { $0 != "-" }
        return unit + "-" + iso.dropFirst(2) + "-"
            + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
