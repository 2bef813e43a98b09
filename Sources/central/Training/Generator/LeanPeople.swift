import Forms
import Models

/// Persons by the million: names as `PersonMaker` draws them, numbers by counting, so that nobody has to remember which
/// were given. Who came once comes again now and then.
struct LeanPeople {
    struct Person {
        var known: DossierLoad.Person
        /// Of the name, folded.
        var words: [String]
        var sort: String
        var isNew: Bool
    }

    struct Organisation {
        var name: String
        var words: [String]
        var tax: String
        var phone: String
        var representative: String
    }

    private static let millions = 1_000_000
    private var maker: PersonMaker
    private let set: TrainingSet
    private let provinces: [String]
    private var next: Int
    /// Words without accents, each folded once.
    private var folded: [Substring: String] = [:]
    private var met: [Sex: [Person]] = [:]

    init(set: TrainingSet, first: Int) {
        self.set = set
        maker = PersonMaker(set: set)
        provinces = set.names.identityProvinces.map(\.text)
        next = first
    }

    mutating func person(_ sex: Sex, _ addresses: [String], _ chance: inout SplitMix64) -> Person {
        if let known = met[sex], known.count > 8, chance.chance(60) {
            var again = chance.pick(known)
            again.isNew = false
            return again
        }
        let name = maker.name(sex, family: nil, &chance)
        var words: [String] = []
        for part in name.split(separator: " ") {
            let word = folded[part] ?? TextFold.fold(String(part))
            folded[part] = word
            if !words.contains(word) { words.append(word) }
        }
        let birth = LocalDate(epochDay: 20_400 - chance.between(18 * 365, 80 * 365))
        let person = Person(
            known: DossierLoad.Person(
                id: UUIDv7.make(milliseconds: 1_767_000_000_000 + Int64(next), using: &chance),
                identity: identity(birth, sex), name: name, birthDate: birth.iso, sex: sex.rawValue,
                address: chance.pick(addresses), phone: chance.chance(93) ? phone(&chance) : nil),
            words: words, sort: sort(name), isNew: true)
        met[sex, default: []].append(person)
        next += 1
        return person
    }

    /// As `NameOrder.key` has it.
    private func sort(_ name: String) -> String {
        let parts = name.split(separator: " ").compactMap { folded[$0] }
        return ([parts.last ?? ""] + parts.dropLast()).joined(separator: " ")
    }

    mutating func organisation(_ chance: inout SplitMix64) -> Organisation {
        let made = maker.organisation(address: "", &chance)
        return Organisation(
            name: made.name, words: DossierTerms.words(made.name), tax: made.taxCode ?? "",
            phone: phone(&chance), representative: made.representative ?? "")
    }

    /// Two persons with the same six last digits are a multiple of a million apart, and so of different provinces.
    private func identity(_ birth: LocalDate, _ sex: Sex) -> String {
        let province = provinces[(next + next / Self.millions) % provinces.count]
        let century = max(birth.year / 100 - 19, 0) * 2 + (sex == .female ? 1 : 0)
        return province + String(century) + PersonMaker.padded(birth.year % 100, 2)
            + PersonMaker.padded(next % Self.millions * 611_953 % Self.millions, 6)
    }

    mutating func phone(_ chance: inout SplitMix64) -> String {
        chance.pick(set.names.mobilePrefixes) + PersonMaker.padded(chance.below(10_000_000), 7)
    }
}
