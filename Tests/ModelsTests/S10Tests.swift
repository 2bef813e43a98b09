import Models
import Testing

@Suite("Tracking numbers (UPU S10)")
struct S10Tests {
    @Test(
        "The published numbers",
        arguments: [
            "RR473124829VN", "RR123456785VN", "EE123456785VN", "EE000000014VN", "EE987654326VN",
            "EE202507158VN",
        ])
    func published(number: String) {
        #expect(S10.isValid(number))
        let serial = Int(number.dropFirst(2).prefix(8)) ?? -1
        #expect(S10.make(service: String(number.prefix(2)), serial: serial) == number)
    }

    @Test("A number that stands in many places and is wrong")
    func wellKnownWrong() { #expect(!S10.isValid("EH123456789VN")) }

    /// By the definition, and not by what is tested.
    private static func check(_ digits: [Int]) -> Int {
        let sum = zip(digits, [8, 6, 4, 2, 3, 5, 9, 7]).map { $0 * $1 }.reduce(0, +)
        let rest = 11 - sum % 11
        return rest == 10 ? 0 : rest == 11 ? 5 : rest
    }

    @Test(
        "10,000 random numbers: right as they are; every wrong digit and transposition is found that the digit can find"
    )
    func random() {
        var chance = SeededGenerator(20_261_123)
        var (missedDigits, missedSwaps) = (0, 0)
        for _ in 0..<10_000 {
            let serial = Int.random(in: 0...99_999_999, using: &chance)
            guard let number = S10.make(service: "RR", serial: serial) else {
                Issue.record("no number for \(serial)")
                return
            }
            let digits = Array(number.utf8.dropFirst(2).prefix(9)).map { Int($0) - 48 }
            #expect(digits[8] == Self.check(Array(digits.prefix(8))) && S10.isValid(number))
            for place in 0..<9 {
                for wrong in 0...9 where wrong != digits[place] {
                    var changed = digits
                    changed[place] = wrong
                    let isFound = !S10.isValid(Self.text(changed))
                    // Ten digits stand for eleven remainders: 5 for two of them.
                    let canBeFound = Self.check(Array(changed.prefix(8))) != changed[8]
                    #expect(isFound == canBeFound)
                    if !isFound { missedDigits += 1 }
                }
            }
            // The last digit of the serial and the check digit may change places, too.
            for place in 0..<8 where digits[place] != digits[place + 1] {
                var swapped = digits
                swapped.swapAt(place, place + 1)
                let isFound = !S10.isValid(Self.text(swapped))
                #expect(isFound == (Self.check(Array(swapped.prefix(8))) != swapped[8]))
                if !isFound { missedSwaps += 1 }
            }
        }
        // Only where the remainder turns from 0 into 6 or back: both are written 5.
        #expect(missedDigits > 0 && missedDigits < 10_000 * 81 / 40)
        #expect(missedSwaps < 10_000 * 8 / 40)
    }

    private static func text(_ digits: [Int]) -> String { "RR" + digits.map(String.init).joined() + "VN" }

    @Test(
        "What is no number",
        arguments: ["", "RR12345678VN", "rr123456785vn", "R1123456785VN", "RR12345678５VN"])
    func wrong(text: String) {
        #expect(!S10.isValid(text))
    }
}
