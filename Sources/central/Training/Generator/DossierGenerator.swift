import Forms
import Models

/// Makes the training dossiers: some thousand, believable, in every state, around the present day.
///
/// The same seed, moment and data make the same dossiers, bit for bit. Nothing lies in the future: what is
/// dated today came in before `now`.
struct DossierGenerator: Sendable {
    /// The national portal, which stands for the receiving officer while nobody has received a dossier.
    static let portal = OfficerRef(
        id: "00000000-0000-7000-8000-000000000000", name: "Cổng Dịch vụ công quốc gia")
    /// How many working days back the dossiers begin.
    static let workingDays = 45

    let seed: UInt64
    let now: Instant
    let set: TrainingSet

    init(seed: UInt64 = 7753, now: Instant, set: TrainingSet) {
        self.seed = seed
        self.now = now
        self.set = set
    }

    /// As it stands at the end of a working day.
    init(seed: UInt64 = 7753, today: LocalDate, set: TrainingSet) {
        self.init(seed: seed, now: Instant(date: today, hour: 17, minute: 0), set: set)
    }

    func make() -> GeneratedRegister {
        var chance = SplitMix64(seed: seed)
        let places = PlaceMaker(set: set, on: now.date)
        let answers = AnswerMaker(set: set, places: places)
        var makers = PersonMaker(set: set)
        var timelines: [String: UnitTime] = [:]
        var plans: [DossierPlan] = []
        for share in set.dossiers.units {
            guard let calendar = set.calendars.calendar(of: share.unit, on: now.date) else { continue }
            let time = UnitTime(calendar: calendar, now: now)
            timelines[share.unit] = time
            var planner = PlanMaker(
                set: set, unit: share.unit, time: time, places: places, answers: answers)
            plans += planner.plans(share.dossiers, &makers, &chance)
        }
        let moments = plans.map { timelines[$0.unit]?.line.instant(at: $0.position) ?? now }
        let order = plans.indices.sorted {
            moments[$0] == moments[$1] ? $0 < $1 : moments[$0] < moments[$1]
        }
        var writer = DossierWriter(
            set: set, now: now, timelines: timelines, places: places, answers: answers,
            staff: Staff(set: set))
        let dossiers = order.compactMap { writer.write(plans[$0], &makers, &chance) }
        return GeneratedRegister(
            dossiers: dossiers, persons: persons(dossiers, &chance), codeCounters: writer.codeCounters,
            bookCounters: writer.bookCounters)
    }

    /// The register of persons: what was last known of each applicant, and the registered sample cards.
    private func persons(_ dossiers: [GeneratedDossier], _ chance: inout SplitMix64) -> [Person] {
        var known: [String: Person] = [:]
        func record(_ applicant: Applicant, _ at: Instant, _ chance: inout SplitMix64) {
            guard applicant.kind == .citizen, let number = applicant.identityNumber else { return }
            let id =
                known[number]?.id ?? UUIDv7.make(milliseconds: at.seconds * 1000, using: &chance)
            known[number] = Person(
                id: id, identityNumber: number, name: applicant.name, birthDate: applicant.birthDate,
                sex: applicant.sex, address: applicant.address, phone: applicant.phone,
                email: applicant.email, source: "so_dang_ky", fetchedAt: at)
        }
        for card in set.sampleCards where card.registered {
            record(card.applicant, now.adding(seconds: -90 * 86_400), &chance)
        }
        for generated in dossiers {
            record(generated.dossier.applicant, generated.dossier.submittedAt, &chance)
        }
        return known.values.sorted { $0.identityNumber < $1.identityNumber }
    }
}
