import Forms

/// Makes up addresses of the administration with two levels, mostly near a unit.
struct PlaceMaker: Sendable {
    private struct Home: Sendable {
        var province: Province
        var commune: Commune
    }

    private let streets: [String]
    private let homes: [String: Home]
    private let communes: [String: [Commune]]
    private let provinces: [String: Province]
    private let codes: [String]

    /// - Parameter day: On which provinces are called what they are called.
    init(set: TrainingSet, on day: LocalDate) {
        streets = set.names.streets
        let provinces = Dictionary(
            set.provinces.filter { $0.holds(on: day) }.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        let byCode = Dictionary(set.communes.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        var homes: [String: Home] = [:]
        for agency in set.agencies where agency.holds(on: day) {
            guard let commune = agency.commune.flatMap({ byCode[$0] }),
                let province = provinces[commune.province]
            else { continue }
            homes[agency.code] = Home(province: province, commune: commune)
        }
        self.homes = homes
        self.provinces = provinces
        codes = provinces.keys.sorted()
        communes = Dictionary(grouping: set.communes, by: \.province)
    }

    func street(_ chance: inout SplitMix64) -> String {
        "Số \(chance.between(1, 180)) phố \(chance.pick(streets))"
    }

    /// The codes of a unit's own province and commune.
    func codes(of unit: String) -> (province: String, commune: String)? {
        homes[unit].map { ($0.province.code, $0.commune.code) }
    }

    /// An address in the unit's commune, or now and then in its province or elsewhere.
    func address(near unit: String, _ chance: inout SplitMix64) -> String {
        let roll = chance.below(100)
        if let home = homes[unit] {
            if roll < 72 { return write(home.commune, home.province, &chance) }
            if roll < 92, let near = communes[home.province.code] {
                return write(chance.pick(near), home.province, &chance)
            }
        }
        return elsewhere(&chance)
    }

    /// An address anywhere in the country.
    func elsewhere(_ chance: inout SplitMix64) -> String {
        guard let province = provinces[chance.pick(codes)], let there = communes[province.code] else {
            return street(&chance)
        }
        return write(chance.pick(there), province, &chance)
    }

    private func write(_ commune: Commune, _ province: Province, _ chance: inout SplitMix64) -> String {
        let place =
            commune.type == .ward ? street(&chance) : "Thôn \(chance.between(1, 12))"
        return "\(place), \(commune.name), \(province.name)"
    }
}
