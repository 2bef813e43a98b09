import Forms

/// Makes the codes that people read: `H26.1.5-261123-0007` and the four characters that open the public lookup.
enum DossierCodeMaker {
    /// `{unit}-{YYMMDD}-{number of the day}` (domain.md §2.1), four digits at least.
    static func code(unit: String, day: LocalDate, number: Int) -> String {
        "\(unit)-\(pad(day.year % 100, 2))\(pad(day.month, 2))\(pad(day.day, 2))-\(pad(number, 4))"
    }

    /// Four characters that can't be mistaken for one another when read from paper or over the telephone.
    static func lookupCode() -> String {
        let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
        return String((0..<4).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
