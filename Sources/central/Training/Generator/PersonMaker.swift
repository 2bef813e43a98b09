import Forms
import Models

/// Makes up persons and organisations whose numbers are consistent: identity numbers with birth date, sex
/// and a province's prefix, phones of real ranges, tax codes with their check digit. None is given twice.
struct PersonMaker: Sendable {
    private let families: WeightedChoice<String>
    private let middles: [Sex: WeightedChoice<String>]
    private let givens: [Sex: WeightedChoice<String>]
    private let provinces: WeightedChoice<String>
    private let words: NameVocabulary
    private var identities: Set<String>
    private var phones: Set<String>
    private var taxCodes: Set<String> = []

    init(set: TrainingSet) {
        words = set.names
        families = WeightedChoice(words.families)
        middles = [.male: WeightedChoice(words.male.middles), .female: WeightedChoice(words.female.middles)]
        givens = [.male: WeightedChoice(words.male.givens), .female: WeightedChoice(words.female.givens)]
        provinces = WeightedChoice(words.identityProvinces)
        identities = Set(set.sampleCards.map(\.identityNumber))
        phones = Set(set.sampleCards.compactMap(\.phone))
    }

    mutating func person(
        bornOn birthDate: LocalDate, sex: Sex? = nil, family: String? = nil, address: String,
        _ chance: inout SplitMix64
    ) -> GeneratedPerson {
        let sex = sex ?? (chance.chance(52) ? .female : .male)
        let name = name(sex, family: family, &chance)
        let phone = chance.chance(93) ? phone(&chance) : nil
        return GeneratedPerson(
            name: name, sex: sex, birthDate: birthDate, identityNumber: identity(birthDate, sex, &chance),
            address: address, phone: phone,
            email: chance.chance(22) ? email(name, birthDate) : nil)
    }

    func name(_ sex: Sex, family: String?, _ chance: inout SplitMix64) -> String {
        let parts = [
            family ?? families.draw(&chance), middles[sex]?.draw(&chance) ?? "",
            givens[sex]?.draw(&chance) ?? "",
        ]
        return parts.joined(separator: " ")
    }

    private mutating func identity(_ birth: LocalDate, _ sex: Sex, _ chance: inout SplitMix64) -> String {
        let century = max(birth.year / 100 - 19, 0) * 2 + (sex == .female ? 1 : 0)
        while true {
            let number =
                provinces.draw(&chance) + String(century) + Self.padded(birth.year % 100, 2)
                + Self.padded(chance.below(1_000_000), 6)
            if identities.insert(number).inserted { return number }
        }
    }

    /// A mobile number of a real range that nobody else has.
    mutating func phone(_ chance: inout SplitMix64) -> String {
        while true {
            let number = chance.pick(words.mobilePrefixes) + Self.padded(chance.below(10_000_000), 7)
            if phones.insert(number).inserted { return number }
        }
    }

    /// Of a domain that is kept for examples, so that no letter ever reaches anybody.
    private func email(_ name: String, _ birth: LocalDate) -> String {
        let parts = TextFold.fold(name).split(separator: " ")
        return "\(parts.last ?? "")." + parts.dropLast().joined() + "\(birth.year % 100)@example.vn"
    }

    mutating func organisation(address: String, _ chance: inout SplitMix64) -> Applicant {
        let name = [
            chance.pick(words.organisations.kinds), chance.pick(words.organisations.fields),
            chance.pick(words.organisations.names),
        ].joined(separator: " ")
        let sex: Sex = chance.chance(30) ? .female : .male
        return Applicant(
            kind: .organisation, name: name, address: address, taxCode: taxCode(&chance),
            phone: phone(&chance), representative: self.name(sex, family: nil, &chance))
    }

    /// Ten digits of which the last checks the others.
    private mutating func taxCode(_ chance: inout SplitMix64) -> String {
        while true {
            let base = "01" + Self.padded(chance.below(10_000_000), 7)
            for digit in 0...9 {
                let code = base + String(digit)
                if TaxCode.check(code) == nil, taxCodes.insert(code).inserted { return code }
            }
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
