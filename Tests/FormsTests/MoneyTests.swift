import Forms
import TUITesting
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "In words",
        arguments: [
            (0, "không đồng"), (1, "một đồng"), (5, "năm đồng"), (10, "mười đồng"), (11, "mười một đồng"),
            (14, "mười bốn đồng"), (15, "mười lăm đồng"), (20, "hai mươi đồng"), (21, "hai mươi mốt đồng"),
            (24, "hai mươi tư đồng"), (25, "hai mươi lăm đồng"), (55, "năm mươi lăm đồng"),
            (91, "chín mươi mốt đồng"),
            (100, "một trăm đồng"), (101, "một trăm linh một đồng"), (105, "một trăm linh năm đồng"),
            (110, "một trăm mười đồng"), (115, "một trăm mười lăm đồng"), (121, "một trăm hai mươi mốt đồng"),
            (999, "chín trăm chín mươi chín đồng"), (1_000, "một nghìn đồng chẵn"),
            (1_001, "một nghìn không trăm linh một đồng"), (1_010, "một nghìn không trăm mười đồng"),
            (1_100, "một nghìn một trăm đồng"), (8_000, "tám nghìn đồng chẵn"),
            (16_000, "mười sáu nghìn đồng chẵn"),
            (20_500, "hai mươi nghìn năm trăm đồng"), (100_000, "một trăm nghìn đồng chẵn"),
            (105_000, "một trăm linh năm nghìn đồng chẵn"), (400_000, "bốn trăm nghìn đồng chẵn"),
            (1_000_000, "một triệu đồng chẵn"), (1_000_001, "một triệu không trăm linh một đồng"),
            (1_050_000, "một triệu không trăm năm mươi nghìn đồng chẵn"),
            (1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng"),
            (21_000_000, "hai mươi mốt triệu đồng chẵn"), (1_000_000_000, "một tỷ đồng chẵn"),
            (1_000_001_000, "một tỷ không trăm linh một nghìn đồng chẵn"),
            (15_000_000_000, "mười lăm tỷ đồng chẵn"), (1_000_000_000_000, "một nghìn tỷ đồng chẵn"),
            (1_005_000_000_000, "một nghìn không trăm linh năm tỷ đồng chẵn"),
            (
                123_456_789_012_345,
                "một trăm hai mươi ba nghìn bốn trăm năm mươi sáu tỷ bảy trăm tám mươi chín triệu "
                    + "không trăm mười hai nghìn ba trăm bốn mươi lăm đồng"
            ),
            (1_000_000_000_000_000, "một triệu tỷ đồng chẵn"),
            (1_000_000_000_000_001, "một triệu tỷ không trăm linh một đồng"),
            (-16_000, "âm mười sáu nghìn đồng chẵn"),
        ])
    func words(_ dong: Int, _ words: String) {
        #expect(Money(dong).words == words)
    }

    @Test(
        "Grouped",
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1.000"), (16_000, "16.000"), (-1_234_567, "-1.234.567"),
            (Int.max, "9.223.372.036.854.775.807"), (Int.min, "-9.223.372.036.854.775.808"),
        ])
    func grouped(_ dong: Int, _ text: String) {
        #expect(Money(dong).grouped == text)
        #expect(Money(dong).display == text + " đ")
    }

    /// Reads the words back by their meaning, so that no rule of writing is trusted twice.
    private func value(_ words: String) -> Int? {
        let digits = [
            "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
            "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
        ]
        var total = 0
        var group = 0
        var last = 0
        var millions = 0
        for word in words.split(separator: " ") {
            switch word {
            case "trăm":
                group += last * 100
                last = 0
            case "mươi":
                group += last * 10
                last = 0
            case "mười":
                group += 10
                last = 0
            case "linh", "đồng", "chẵn": continue
            case "nghìn":
                millions += (group + last) * 1000
                (group, last) = (0, 0)
            case "triệu":
                millions += (group + last) * 1_000_000
                (group, last) = (0, 0)
            case "tỷ":
                total += (millions + group + last) * 1_000_000_000
                (millions, group, last) = (0, 0, 0)
            default:
                guard let digit = digits[String(word)] else { return nil }
                last = digit
            }
        }
        return total + millions + group + last
    }

    @Test("Words say the amount, for 20,000 amounts up to 10^15")
    func roundTrip() {
        var generator = SeededGenerator(3)
        for index in 0..<20_000 {
            let limit = [1_000, 100_000, 10_000_000, 1_000_000_000, 1_000_000_000_000_000][index % 5]
            let amount = Int.random(in: 1...limit, using: &generator)
            #expect(value(Money(amount).words) == amount, "\(amount): \(Money(amount).words)")
        }
        #expect(!Money(.min).words.isEmpty && !Money(.max).words.isEmpty)
    }
}
