import Forms
import Models

/// What a text in the search box may be taken for. Any text has a reading, be it that there is nothing to look for.
struct SearchReading: Sendable {
    /// A number in a column of its own.
    struct Number: Sendable, Hashable {
        var kind: SearchMatch
        var column: String
        var value: String
    }

    /// A whole code, however it was written or spoken.
    var code: String?
    /// The day and the number of a code, or the number's beginning.
    var codePart: [String]?
    var numbers: [Number] = []
    /// The four characters of a slip, and what else was said.
    var lookup: (secret: String, rest: String)? {
        secret.map { ($0, rest) }
    }
    private var secret: String?
    private var rest = ""
    /// Words of names, parts of codes; empty where the text is one of the above.
    var words: [String] = []

    /// Whether there was no text. One of which nothing can be made finds nothing; none is no condition.
    let isBlank: Bool

    /// Nothing that there is has more code points: of a longer text nothing is made.
    private static let longest = 200

    static func isTooLong(_ text: String) -> Bool { text.length > longest }

    /// More words than a name has.
    private static let mostWords = 8

    /// - Parameter withLookupCodes: Whether the four characters on the slip count, too: alone or behind the code.
    init(_ text: String, withLookupCodes: Bool = false) {
        guard !Self.isTooLong(text) else {
            isBlank = false
            return
        }
        let parts = text.split(whereSeparator: \.isWhitespace)
        isBlank = parts.isEmpty
        if withLookupCodes, let last = parts.last?.uppercased(), LookupCode.isOne(last) {
            secret = last
            rest = parts.dropLast().joined(separator: " ")
        }
        if let code = DossierCode.spoken(text) {
            self.code = code
            return
        }
        let numbers = Self.numbers(text)
        // "261127.0003", "2611270003" and "261127-00" are a day and the number in it, or its beginning. Ten digits may be a
        // tax code as well.
        if let part = DossierWords.shortCode(text) {
            codePart = part
            if text.allSatisfy(\.isASCIIDigit) { self.numbers = numbers }
            return
        }
        self.numbers = numbers
        if numbers.isEmpty { words = Array(DossierWords.split(text).prefix(Self.mostWords)) }
    }

    /// What was looked for, as far as it can be said without having looked.
    var understood: [SearchUnderstood] {
        var understood: [SearchUnderstood] = []
        if let code { understood.append(.init(kind: .code, text: code)) }
        if let codePart { understood.append(.init(kind: .codePart, text: codePart.joined(separator: "-"))) }
        for number in numbers where !understood.contains(where: { $0.kind == number.kind }) {
            understood.append(.init(kind: number.kind, text: number.value))
        }
        if let secret { understood.append(.init(kind: .lookupCode, text: secret)) }
        if !words.isEmpty {
            let isName = words.contains { $0.contains(where: \.isLetter) && !$0.contains(".") }
            understood.append(.init(kind: isName ? .name : .codePart, text: words.joined(separator: " ")))
        }
        return understood
    }

    /// A person's number, as it is looked for; nil where the text is none. One that is being typed counts with each
    /// digit from the ninth on.
    var personNumber: String? { numbers.first { $0.kind != .tracking }?.value }

    /// An identity number, a tax code, a phone number or one of the post, with the blanks, dots and dashes of people's
    /// writing; none where it is none, as the end of a dossier's code isn't.
    private static func numbers(_ text: String) -> [Number] {
        let written = text.filter { !$0.isWhitespace && $0 != "." }
        let digits = isCodeEnd(written) || isBranch(written) ? written : written.filter { $0 != "-" }
        var numbers: [Number] = []
        if digits.utf8.count >= 9, digits.allSatisfy(\.isASCIIDigit) {
            numbers += [
                Number(kind: .identityNumber, column: "applicant_identity", value: digits),
                Number(kind: .submitterIdentity, column: "submitter_identity", value: digits),
                Number(kind: .taxCode, column: "applicant_tax", value: digits),
            ]
        } else if isBranch(written) {
            numbers.append(
                Number(kind: .taxCode, column: "applicant_tax", value: TaxCode.normalize(text)))
        }
        if let phone = phone(text) {
            numbers += [
                Number(kind: .phone, column: "applicant_phone", value: phone),
                Number(kind: .submitterPhone, column: "submitter_phone", value: phone),
            ]
        }
        // Also with a digit that is wrong: it is no name.
        let tracking = written.filter { $0 != "-" }.uppercased()
        if S10.hasShape(tracking) {
            numbers.append(Number(kind: .tracking, column: "tracking", value: tracking))
        }
        return numbers
    }

    /// The number, also where the 0 that it begins with was left out.
    private static func phone(_ text: String) -> String? {
        for text in [text, "0" + text] where PhoneNumber.check(text) == nil {
            return PhoneNumber.normalize(text)
        }
        return nil
    }

    /// "5-261123-0001": its digits together are as many as those of an identity number.
    private static func isCodeEnd(_ text: String) -> Bool {
        let parts = text.split(separator: "-")
        guard parts.count >= 2 else { return false }
        return parts[parts.count - 2].utf8.count == 6 && parts[parts.count - 1].utf8.count < 6
    }

    /// The dash of a branch's tax code is part of it.
    private static func isBranch(_ text: String) -> Bool {
        text.split(separator: "-").map(\.utf8.count) == [10, 3] && TaxCode.check(text) == nil
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
