import Forms
import Models

/// What an officer types into the look-up, as the server is asked for it: people copy codes from paper with blanks
/// between the signs, in small letters, without dashes.
enum LookupQuery {
    /// The signs of look-up codes; none that is mistaken for another one.
    private static let lookupSigns = Set("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    /// How many signs a look-up code has.
    private static let lookupLength = 4

    /// The whole code of a dossier, however it is written; nil for anything else.
    static func code(_ text: String) -> String? {
        DossierCode.spoken(text) ?? DossierCode.spoken(joined(text))
    }

    /// What to ask the server for.
    static func asked(_ text: String) -> String {
        if let code = code(text) { return code }
        let whole = joined(text)
        // "0912 345 678", "001 185 000 123": one number.
        let digits = whole.filter { $0 != "." && $0 != "-" }
        if digits.count >= 9, digits.allSatisfy({ $0.isASCII && $0.isNumber }) {
            // The dash of a branch's tax code is part of it.
            return whole.contains("-") && TaxCode.check(whole) == nil ? whole : digits
        }
        // "q y b v": signs one by one are no name.
        let signs = text.split(whereSeparator: \.isWhitespace)
        let capitals = whole.uppercased()
        if whole.count == lookupLength, signs.count == 1 || signs.allSatisfy({ $0.count == 1 }),
            whole.contains(where: \.isNumber) || signs.count > 1,
            capitals.allSatisfy({ lookupSigns.contains($0) })
        {
            return capitals
        }
        return text
    }

    private static func joined(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
