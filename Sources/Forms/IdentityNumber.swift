/// The personal identification number: three digits for the province where the birth was registered, one
/// for century and sex, two for the year, six by chance. It has no check digit.
public enum IdentityNumber {
    /// Whether a text has the shape: 12 digits, or the 9 of the old identity card.
    public static func check(_ text: String) -> FieldIssue? {
        let digits = normalize(text)
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return Messages.identityDigits }
        return digits.utf8.count == 12 || digits.utf8.count == 9
            ? nil : Messages.identityLength(digits.utf8.count)
    }

    /// Without the blanks and dots that people group the digits with.
    public static func normalize(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "." }
    }

    /// What does not agree between a number and the rest of a person's data.
    ///
    /// Only ever a warning: numbers were given wrongly, and stay valid. A number of 9 digits tells nothing.
    public static func mismatch(_ text: String, birthDate: LocalDate?, sex: Sex?) -> [Phrase] {
        let number = normalize(text)
        let digits = Array(number)
        guard digits.count == 12, check(number) == nil, let code = digits[3].wholeNumberValue else {
            return []
        }
        var phrases: [Phrase] = []
        if province(number) == nil { phrases.append(Messages.identityProvince(String(digits[0..<3]))) }
        if let sex, (sex == .female) != (code % 2 == 1) {
            phrases.append(Messages.identitySex(digits[3], sex))
        }
        if let birthDate {
            if birthDate.year / 100 != 19 + code / 2 {
                phrases.append(Messages.identityCentury(digits[3], birthDate.year))
            }
            let year = String(digits[4..<6])
            if Int(year) != birthDate.year % 100 {
                phrases.append(Messages.identityYear(year, birthDate.year))
            }
        }
        return phrases
    }

    /// The province in the first three digits, by its name when the codes were given (63 provinces); nil for
    /// a prefix that is not known.
    public static func province(_ text: String) -> String? {
        guard let code = Int(text.prefix(3)), text.utf8.count == 12 else { return nil }
        return provinces[code]
    }

    private static let provinces: [Int: String] = [
        1: "Hà Nội", 2: "Hà Giang", 4: "Cao Bằng", 6: "Bắc Kạn", 8: "Tuyên Quang", 10: "Lào Cai",
        11: "Điện Biên", 12: "Lai Châu", 14: "Sơn La", 15: "Yên Bái", 17: "Hòa Bình", 19: "Thái Nguyên",
        20: "Lạng Sơn", 22: "Quảng Ninh", 24: "Bắc Giang", 25: "Phú Thọ", 26: "Vĩnh Phúc", 27: "Bắc Ninh",
        30: "Hải Dương", 31: "Hải Phòng", 33: "Hưng Yên", 34: "Thái Bình", 35: "Hà Nam", 36: "Nam Định",
        37: "Ninh Bình", 38: "Thanh Hóa", 40: "Nghệ An", 42: "Hà Tĩnh", 44: "Quảng Bình", 45: "Quảng Trị",
        46: "Huế", 48: "Đà Nẵng", 49: "Quảng Nam", 51: "Quảng Ngãi", 52: "Bình Định", 54: "Phú Yên",
        56: "Khánh Hòa", 58: "Ninh Thuận", 60: "Bình Thuận", 62: "Kon Tum", 64: "Gia Lai", 66: "Đắk Lắk",
        67: "Đắk Nông", 68: "Lâm Đồng", 70: "Bình Phước", 72: "Tây Ninh", 74: "Bình Dương", 75: "Đồng Nai",
        77: "Bà Rịa - Vũng Tàu", 79: "Hồ Chí Minh", 80: "Long An", 82: "Tiền Giang", 83: "Bến Tre",
        84: "Trà Vinh", 86: "Vĩnh Long", 87: "Đồng Tháp", 89: "An Giang", 91: "Kiên Giang", 92: "Cần Thơ",
        93: "Hậu Giang", 94: "Sóc Trăng", 95: "Bạc Liêu", 96: "Cà Mau",
    ]
}
