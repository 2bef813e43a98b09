import Forms
import Models
import TUI

/// What an officer types into the look-up, as the server is asked for it: people copy codes from paper with blanks
/// between the signs, in small letters, without dashes.
enum LookupQuery {
    /// The signs of look-up codes; none that is mistaken for another one.
    private static let lookupSigns = Set("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    /// Nothing that there is has more code points; a server looks for nothing longer.
    private static let longest = 200

    /// Of a box in which dossiers are looked up: what is pasted into it by mistake stays whole, and is told.
    static let input = TextInput(maxLength: 20_000)

    static func isTooLong(_ text: String) -> Bool { text.unicodeScalars.count > longest }

    /// How many signs a look-up code has.
    private static let lookupLength = 4

    /// The whole code of a dossier, however it is written; nil for anything else.
    ///
    /// - Parameter unit: The officer's unit, by whose code digits without any sign between them are told apart.
    static func code(_ text: String, unit: String? = nil) -> String? {
        own(text, unit) ?? plausible(DossierCode.spoken(text)) ?? plausible(DossierCode.spoken(joined(text)))
            ?? parted(text) ?? unparted(text, unit: unit)
    }

    /// Digits that happen to make a date of another century are none.
    private static func plausible(_ code: String?) -> String? {
        guard let code, let date = DossierCode.parse(code)?.date, (2000..<2100).contains(date.year) else {
            return nil
        }
        return code
    }

    private static func run(_ text: String) -> String {
        text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// The officer's own unit, whatever stands or is missing between its digits.
    private static func own(_ text: String, _ unit: String?) -> String? {
        guard let unit, text.allSatisfy({ $0.isASCII }) else { return nil }
        let (run, head) = (run(text), run(unit))
        guard run.hasPrefix(head), run.count == head.count + 10 else { return nil }
        return made(unit, String(run.suffix(10).prefix(6)), String(run.suffix(4)))
    }

    /// "h26.1.5.261124.1": any sign between the parts, the number without its zeros.
    private static func parted(_ text: String) -> String? {
        let parts = text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        // "00" is the beginning of a number, not one without its zeros.
        guard parts.count >= 3, let number = parts.last, number.count <= 4,
            number.count == 4 || number.first != "0", parts[parts.count - 2].count >= 6
        else { return nil }
        let unit = parts.dropLast(2).joined(separator: ".")
        return made(unit, String(parts[parts.count - 2]), String(number))
    }

    /// "h26152611240001", "h26 15 261124 0001", "2611240001": no dots and dashes at all. Without a unit it is the
    /// officer's own, where it can be no tax code and no telephone number.
    private static func unparted(_ text: String, unit: String?) -> String? {
        let run = run(text)
        guard text.allSatisfy({ $0.isASCII }), run.count > 9 else { return nil }
        let (head, tail) = (run.dropLast(10), run.suffix(10))
        let (date, number) = (String(tail.prefix(6)), String(tail.suffix(4)))
        if head.isEmpty {
            // A dash behind the day stands in no tax code; without any sign one in eleven codes passes for one.
            guard let unit, !run.hasPrefix("0"), isDayAndNumber(text) || TaxCode.check(run) != nil else {
                return nil
            }
            return made(unit, date, number)
        }
        // H26 1 5: another unit's, with one digit for each level.
        guard head.count > 3, head.count <= 6, head.first?.isLetter == true else { return nil }
        let levels = head.dropFirst(3).map { "." + String($0) }
        return made(head.prefix(3) + levels.joined(), date, number)
    }

    /// "261127-0003", "261127 00", "261127.1": the day, a sign, and a number or its beginning.
    private static func isDayAndNumber(_ text: String) -> Bool {
        let parts = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return parts.count == 2 && parts[0].count == 6 && parts[1].count < 8
            && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }

    private static func made(_ unit: String, _ date: String, _ number: String) -> String? {
        let zeros = String(repeating: "0", count: max(0, 4 - number.count))
        let code = "\(unit)-\(date)-\(zeros)\(number)"
        return DossierCode.parse(code)?.text
    }

    /// What to ask the server for.
    static func asked(_ text: String, unit: String? = nil) -> String {
        if let code = code(text, unit: unit) { return code }
        // The server tells a day and a number from an identity number by the sign between them.
        if isDayAndNumber(text) { return text }
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
