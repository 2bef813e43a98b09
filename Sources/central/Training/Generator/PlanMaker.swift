import Forms
import Models

/// Settles which dossiers a unit has: what is asked for, by whom, when, and where it has got to.
struct PlanMaker {
    let set: TrainingSet
    let unit: String
    let time: UnitTime
    let places: PlaceMaker
    let answers: AnswerMaker
    private let mix: WeightedChoice<String>
    private let procedures: [String: Procedure]
    /// Applicants so far, who may come again.
    private var known: [Applicant] = []

    /// Working seconds of an hour and of a day.
    static let hour = 3600
    static let day = 8 * 3600

    init(set: TrainingSet, unit: String, time: UnitTime, places: PlaceMaker, answers: AnswerMaker) {
        self.set = set
        self.unit = unit
        self.time = time
        self.places = places
        self.answers = answers
        mix = WeightedChoice(set.dossiers.mix)
        procedures = Dictionary(set.procedures.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    }

    /// That many plans, the fixed ones of the training unit among them.
    mutating func plans(
        _ count: Int, _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> [DossierPlan] {
        var plans = unit == TrainingSet.trainingUnit ? seeds(&makers, &chance) : []
        let waiting = max(count / 70, 4)
        while plans.count < count - waiting {
            let position = chance.between(time.begin, time.present)
            if let plan = plan(at: position, &makers, &chance) { plans.append(plan) }
        }
        let open = plans.filter { $0.id == nil && $0.fate.isRepeatable }
        while plans.count < count {
            // The national portal never sleeps, and a desk has eight working hours to answer it.
            let position = max(time.present - chance.below(9 * Self.hour), time.begin)
            if !open.isEmpty, chance.chance(40) {
                var again = chance.pick(open)
                again.due += max(position - again.position, 0)
                again.position = max(position, again.position)
                again.fate = again.selected?.online == true ? .new : .received
                again.channel = again.fate == .new ? 2 : 1
                plans.append(again)
            } else if var plan = plan(at: position, &makers, &chance), plan.selected?.online == true {
                plan.fate = .new
                plan.channel = 2
                plans.append(plan)
            }
        }
        return plans
    }

    mutating func plan(
        at position: Int, _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> DossierPlan? {
        guard let procedure = procedures[mix.draw(&chance)] else { return nil }
        let cases = procedure.cases
        let selected = chance.chance(60) ? cases[0] : chance.pick(cases)
        let channel: Int
        switch (selected.online, chance.below(100)) {
        case (true, 0..<30): channel = 2
        case (true, 30..<38): channel = 3
        default: channel = 1
        }
        guard let due = time.due(at: position, selected.time) else { return nil }
        let applicant = applicant(procedure, selected, at: position, &makers, &chance)
        return DossierPlan(
            unit: unit, position: position, due: due, procedure: procedure, caseCode: selected.code,
            channel: channel,
            fate: fate(position, due: due, procedure, selected, &chance), applicant: applicant)
    }

    // MARK: Applicants

    mutating func applicant(
        _ procedure: Procedure, _ selected: ProcedureCase, at position: Int, _ makers: inout PersonMaker,
        _ chance: inout SplitMix64
    ) -> Applicant {
        let day = time.line.instant(at: position).date
        if set.dossiers.organisationProcedures.contains(procedure.code),
            selected.code == "cong_trinh" || chance.chance(8)
        {
            let organisation = makers.organisation(address: places.address(near: unit, &chance), &chance)
            return organisation
        }
        if !known.isEmpty, chance.chance(55) {
            for _ in 0..<6 {
                let candidate = chance.pick(known)
                if let birth = candidate.birthDate,
                    answers.fits(birth, form: selected.formId, caseCode: selected.code, on: day)
                {
                    return candidate
                }
            }
        }
        let birth = answers.birthDate(
            of: "applicant", form: selected.formId, caseCode: selected.code, on: day, &chance)
        let person = makers.person(bornOn: birth, address: places.address(near: unit, &chance), &chance)
        known.append(person.applicant)
        return person.applicant
    }

    // MARK: Fates

    /// Where a dossier has got to that was taken in at a position and falls due at another.
    func fate(
        _ position: Int, due: Int, _ procedure: Procedure, _ selected: ProcedureCase,
        _ chance: inout SplitMix64
    ) -> DossierFate {
        let late = time.present - due
        let age = time.present - position
        let canPay = !selected.fees.isEmpty
        let weights: [(DossierFate, Int)]
        if late > 12 * Self.day {
            weights = [
                (.delivered, 905), (.refused, 30), (.withdrawn, 25), (.stopped, 20), (.ready, 12),
                (.suspended, 4), (.supplement(atDesk: false), age < 20 * Self.day ? 4 : 0),
            ]
        } else if late > 0 {
            weights = [
                (.delivered, 770), (.ready, 80), (.refused, 24), (.supplement(atDesk: true), 20),
                (.supplement(atDesk: false), 22), (.overdue, 30), (.payment, canPay ? 26 : 0),
                (.withdrawn, 16), (.suspended, 6), (.stopped, 6),
            ]
        } else if age < 2 * Self.hour {
            weights = [
                (.received, 700), (.running(0.1), 180), (.supplement(atDesk: true), 60), (.refused, 40),
                (.payment, canPay ? 20 : 0),
            ]
        } else {
            let progress = Double(age) / Double(max(age - late, 1))
            weights = [
                (.running(progress), 560), (.received, progress < 0.3 ? 150 : 20), (.ready, 80),
                (.delivered, 110), (.supplement(atDesk: true), 30), (.supplement(atDesk: false), 45),
                (.payment, canPay ? 50 : 0), (.refused, 25), (.withdrawn, 12), (.suspended, 10),
                (.stopped, 5),
            ]
        }
        return WeightedChoice(weights.filter { $0.1 > 0 }).draw(&chance)
    }
}
