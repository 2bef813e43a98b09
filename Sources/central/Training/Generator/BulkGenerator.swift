import Forms
import Models

/// Makes dossiers by the hundred thousand, in slices that know nothing of each other: a slice is a part of one
/// unit's working day, with its own chance and with the numbers from which its codes go on. So slices are made side by
/// side, any number of them costs the memory of a few, and the whole follows from seed, moment, data and count.
///
/// The dossiers are of the same make as those of `DossierGenerator`, but for the ones with fixed ids.
struct BulkGenerator: Sendable {
    /// What is made at once.
    struct Slice: Hashable, Sendable {
        var unit: String
        var day: LocalDate
        /// When the dossiers are taken in, on the unit's line of time.
        var positions: ClosedRange<Int>
        var count: Int
        var seed: UInt64
        /// The numbers given before.
        var lastCode: Int
        var lastEntry: Int
    }

    static let largestSlice = 500

    let seed: UInt64
    let now: Instant
    let set: TrainingSet
    /// Whether all are still being worked on, as in the queues of a busy unit.
    let areOpen: Bool
    private let timelines: [String: UnitTime]
    private let shares: [(unit: String, weight: Int)]
    private let places: PlaceMaker
    private let answers: AnswerMaker
    private let staff: Staff

    /// What is still open began not long ago.
    private static let openDays = 12

    /// - Parameters:
    ///   - units: The units that get dossiers, by their shares in the data; nil for all.
    ///   - workingDays: Over how many working days before today they are spread.
    init(
        seed: UInt64, now: Instant, set: TrainingSet, units: Set<String>? = nil, areOpen: Bool = false,
        workingDays: Int = DossierGenerator.workingDays
    ) {
        self.seed = seed
        self.now = now
        self.set = set
        self.areOpen = areOpen
        var timelines: [String: UnitTime] = [:]
        var shares: [(unit: String, weight: Int)] = []
        for share in set.dossiers.units where units?.contains(share.unit) ?? true {
            guard let calendar = set.calendars.calendar(of: share.unit, on: now.date) else { continue }
            timelines[share.unit] = UnitTime(
                calendar: calendar, now: now, workingDays: workingDays)
            shares.append((share.unit, share.dossiers))
        }
        self.timelines = timelines
        self.shares = shares
        places = PlaceMaker(set: set, on: now.date)
        answers = AnswerMaker(set: set, places: places)
        staff = Staff(set: set)
    }

    /// The units that can get dossiers.
    var units: [String] { shares.map(\.unit) }

    /// All slices of so many dossiers, unit by unit and in the order of time.
    ///
    /// - Parameters:
    ///   - lastCode: The number that a unit gave last on a day.
    ///   - lastEntry: The last number in a unit's book.
    func slices(
        _ total: Int, largest: Int = largestSlice, lastCode: (String, LocalDate) throws -> Int,
        lastEntry: (String, String) throws -> Int
    ) rethrows -> [Slice] {
        var slices: [Slice] = []
        var (left, weightLeft) = (total, shares.reduce(0) { $0 + $1.weight })
        for share in shares {
            guard let time = timelines[share.unit] else { continue }
            let count = left * share.weight / max(weightLeft, 1)
            left -= count
            weightLeft -= share.weight
            let first = max(time.begin, areOpen ? time.present - Self.openDays * PlanMaker.day : 0)
            let days = time.line.days.filter { $0.position + $0.length > first && $0.position < time.present }
            var entries: [String: Int] = [:]
            for (number, day) in days.enumerated() {
                // As many on each day, and none lost by rounding.
                let quota = count * (number + 1) / days.count - count * number / days.count
                let book = DossierWriter.book(of: day.date)
                var entry = try entries[book] ?? lastEntry(share.unit, book)
                var code = try lastCode(share.unit, day.date)
                let end = min(day.position + day.length - 1, time.present)
                let parts = (quota + largest - 1) / largest
                for part in 0..<parts {
                    let size = quota * (part + 1) / parts - quota * part / parts
                    let length = end - day.position
                    slices.append(
                        Slice(
                            unit: share.unit, day: day.date,
                            positions: day.position + length * part / parts...day.position + length
                                * (part + 1) / parts,
                            count: size,
                            seed: Self.seed(seed, slices.count), lastCode: code,
                            lastEntry: entry))
                    code += size
                    entry += size
                }
                entries[book] = entry
            }
        }
        return slices
    }

    /// Of a slice's own chance. Drawn and not counted on: the generator's states are counted on from its seed, so seeds
    /// that lie a step of it apart would give one course, a number later each.
    private static func seed(_ seed: UInt64, _ number: Int) -> UInt64 {
        var chance = SplitMix64(seed: seed ^ UInt64(number + 1) &* 0xD6E8_FEB8_6659_FD93)
        return chance.next()
    }

    /// Some dossiers of a slice that many are copied from (`LeanMaker`): as `make` has them, but for the ended ones, most of
    /// which ended with their first act.
    func models(_ slice: Slice, count: Int, _ chance: inout SplitMix64) -> [GeneratedDossier] {
        make(slice, count: count, &chance) { plan, planner, chance in
            if areOpen { return planner.open(&plan, &chance) }
            guard plan.fate.isEnded || chance.chance(70) else { return }
            plan.fate = WeightedChoice([
                (DossierFate.delivered, 15), (.refused, 65), (.withdrawn, 15), (.stopped, 5),
            ]).draw(&chance)
        }
    }

    func address(near unit: String, _ chance: inout SplitMix64) -> String {
        places.address(near: unit, &chance)
    }

    /// The dossiers of a slice, in the order of their being taken in.
    func make(_ slice: Slice) -> [GeneratedDossier] {
        var chance = SplitMix64(seed: slice.seed)
        return make(slice, count: slice.count, &chance) { plan, planner, chance in
            if areOpen { planner.open(&plan, &chance) }
        }
    }

    private func make(
        _ slice: Slice, count: Int, _ chance: inout SplitMix64,
        settle: (inout DossierPlan, inout PlanMaker, inout SplitMix64) -> Void
    ) -> [GeneratedDossier] {
        guard let time = timelines[slice.unit] else { return [] }
        var makers = PersonMaker(set: set)
        var planner = PlanMaker(set: set, unit: slice.unit, time: time, places: places, answers: answers)
        var plans: [DossierPlan] = []
        while plans.count < count {
            let position = chance.between(slice.positions.lowerBound, slice.positions.upperBound)
            guard var plan = planner.plan(at: position, &makers, &chance) else { continue }
            settle(&plan, &planner, &chance)
            plans.append(plan)
        }
        plans.sort { $0.position < $1.position }
        var writer = DossierWriter(
            set: set, now: now, timelines: timelines, places: places, answers: answers, staff: staff)
        writer.resume(
            code: .init(unit: slice.unit, day: slice.day, last: slice.lastCode),
            book: .init(
                unit: slice.unit, book: DossierWriter.book(of: slice.day), last: slice.lastEntry))
        return plans.compactMap { writer.write($0, &makers, &chance) }
    }
}

extension PlanMaker {
    /// Gives a plan a fate that has not ended; what came in over the portal in the last hours may still wait to be
    /// received.
    fileprivate func open(_ plan: inout DossierPlan, _ chance: inout SplitMix64) {
        guard let selected = plan.selected else { return }
        if plan.channel == 2, time.present - plan.position < 9 * Self.hour, chance.chance(50) {
            plan.fate = .new
            return
        }
        guard plan.fate.isEnded else { return }
        let canPay = !selected.fees.isEmpty
        var weights: [(DossierFate, Int)]
        if plan.due < time.present {
            weights = [
                (.overdue, 40), (.ready, 30), (.supplement(atDesk: false), 14), (.payment, canPay ? 10 : 0),
                (.suspended, 6),
            ]
        } else {
            let progress =
                Double(time.present - plan.position) / Double(max(plan.due - plan.position, 1))
            weights = [
                (.running(progress), 55), (.received, 15), (.ready, 12), (.supplement(atDesk: false), 10),
                (.payment, canPay ? 8 : 0), (.suspended, 4),
            ]
        }
        weights.removeAll { $0.1 == 0 }
        plan.fate = WeightedChoice(weights).draw(&chance)
    }
}

extension DossierFate {
    /// Whether nothing is left to be done.
    var isEnded: Bool {
        switch self {
        case .refused, .withdrawn, .stopped, .delivered: true
        default: false
        }
    }
}
