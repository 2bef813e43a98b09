/// Tax codes ("mã số thuế"): ten digits, of which the last is a check digit; a branch adds `-` and three
/// digits; persons and household businesses use the twelve digits of the identity number since 01/07/2025
/// (TT 86/2024/TT-BTC).
public enum TaxCode {
    private static let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

    /// Without blanks and dots, and with the branch's dash.
    public static func normalize(_ text: String) -> String {
        let kept = text.filter { !$0.isWhitespace && $0 != "." }
        guard kept.utf8.count == 13, kept.utf8.allSatisfy({ (48...57).contains($0) }) else { return kept }
        return kept.prefix(10) + "-" + kept.suffix(3)
    }

    public static func check(_ text: String) -> FieldIssue? {
        let parts = normalize(text).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            return Messages.taxCodeShape
        }
        let lengths = parts.map(\.utf8.count)
        if lengths == [12] { return nil }
        guard lengths == [10] || lengths == [10, 3] else { return Messages.taxCodeShape }
        let digits = parts[0].utf8.map { Int($0) - 48 }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return 10 - sum % 11 == digits[9] ? nil : Messages.taxCodeCheck
    }
}
