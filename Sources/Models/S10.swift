/// Tracking numbers of the post (UPU S10): two letters, eight digits, a check digit, two letters for the
/// country; 13 characters.
public enum S10 {
    private static let weights = [8, 6, 4, 2, 3, 5, 9, 7]

    /// Whether a text is a whole number in capitals, check digit included.
    public static func isValid(_ text: String) -> Bool {
        guard hasShape(text) else { return false }
        let bytes = Array(text.utf8)
        return checkDigit(bytes[2..<10].map { Int($0) - 48 }) == Int(bytes[10]) - 48
    }

    /// Whether a text looks like a whole number in capitals, whatever its check digit.
    public static func hasShape(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 13 && (bytes[0..<2] + bytes[11..<13]).allSatisfy { (65...90).contains($0) }
            && bytes[2..<11].allSatisfy { (48...57).contains($0) }
    }

    /// The number of a shipment: `RR`, 12345678 → `RR123456785VN`. Nil where the service is not two capitals
    /// or the serial has more than eight digits.
    public static func make(service: String, serial: Int, country: String = "VN") -> String? {
        guard (0...99_999_999).contains(serial) else { return nil }
        let plain = String(serial)
        let padded = String(repeating: "0", count: 8 - plain.count) + plain
        let check = checkDigit(padded.utf8.map { Int($0) - 48 })
        let text = service + padded + String(check) + country
        return isValid(text) ? text : nil
    }

    private static func checkDigit(_ digits: [Int]) -> Int {
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return switch 11 - sum % 11 {
        case 10: 0
        case 11: 5
        case let digit: digit
        }
    }
}
