import Forms
import Models
import Testing

@testable import central

@Suite("Training dossiers")
struct DossierGeneratorTests {
    static let loaded = TrainingDataTests.loaded
    static let monday = Instant(seconds: 1_795_401_660)
    static let generated = loaded.map { DossierGenerator(now: monday, set: $0).make() }

    var set: TrainingSet { get throws { try Self.loaded.get() } }
    var register: GeneratedRegister { get throws { try Self.generated.get() } }

    /// The same with fewer dossiers, for tests that make them several times.
    var small: TrainingSet {
        get throws {
            var set = try set
            set.dossiers.units = set.dossiers.units.map { .init(unit: $0.unit, dossiers: $0.dossiers / 10) }
            return set
        }
    }

    @Test("5,000 dossiers, at least 1,500 of the training desk, in every status, of every procedure")
    func numbers() throws {
        let all = try register.dossiers.map(\.dossier)
        #expect(Self.monday.display == "09:41 23/11/2026")
        #expect(all.count == 5000)
        let own = all.filter { $0.unit.code == TrainingSet.trainingUnit }
        #expect(own.count >= 1500)
        for status in 1...10 {
            #expect(own.count { $0.status == status } >= 10, "status \(status)")
        }
        #expect(Set(all.map(\.procedure.code)).count == 22)
        #expect(Set(all.map(\.channel)) == [1, 2, 3])
        #expect(Set(all.map(\.id)).count == 5000)
        #expect(all.count { $0.applicant.kind == .organisation } > 20)
        #expect(all.count { $0.submitter != nil } > 100)
    }

    @Test("the same seed, moment and data make the same dossiers")
    func deterministic() throws {
        let set = try small
        let one = DossierGenerator(now: Self.monday, set: set).make()
        let again = DossierGenerator(now: Self.monday, set: set).make()
        #expect(again.dossiers.map(\.dossier) == one.dossiers.map(\.dossier))
        #expect(again.dossiers.map(\.events) == one.dossiers.map(\.events))
        #expect(again.persons == one.persons)
        let other = DossierGenerator(seed: 1, now: Self.monday, set: set).make()
        #expect(other.dossiers.map(\.dossier.applicant) != one.dossiers.map(\.dossier.applicant))
    }

    @Test("codes and register numbers run without gaps, and the counters stand at the last")
    func gapless() throws {
        let register = try register
        var days: [String: [Int]] = [:]
        var books: [String: [Int]] = [:]
        for dossier in register.dossiers.map(\.dossier) {
            let parts = dossier.code.split(separator: "-")
            days[parts.dropLast().joined(separator: "-"), default: []].append(Int(parts.last ?? "") ?? 0)
            books[dossier.unit.code + " " + dossier.registerBook, default: []].append(dossier.registerNumber)
        }
        for numbers in days.values { #expect(numbers == Array(1...numbers.count)) }
        for numbers in books.values { #expect(numbers == Array(1...numbers.count)) }
        #expect(register.codeCounters.map(\.last).reduce(0, +) == 5000)
        #expect(register.codeCounters.count == days.count)
        let counter = register.bookCounters.first { $0.unit == "H26.1.5" && $0.book == "01/2026" }
        #expect(counter?.last == books["H26.1.5 01/2026"]?.count)
    }

    @Test("events follow the process, in order, by officers who are bound to the step")
    func events() throws {
        let set = try set
        let staff = Staff(set: set)
        let processes = Dictionary(set.processes.map { ($0.procedure, $0) }, uniquingKeysWith: { $1 })
        var faults: [String] = []
        for generated in try register.dossiers {
            let dossier = generated.dossier
            let process = try #require(processes[dossier.procedure.code])
            var step = process.entry
            var last = dossier.submittedAt
            for (index, event) in generated.events.enumerated() {
                let place = "\(dossier.code) \(index) \(event.action)"
                guard let action = ProcessAction(rawValue: event.action),
                    let transition = process.transition(from: step, action)
                else {
                    faults.append(place + " is no transition of \(step)")
                    break
                }
                if event.seq != index + 1 || event.fromStep != step || event.toStep != transition.to {
                    faults.append(place + " does not follow")
                }
                if event.at < last || event.at > Self.monday { faults.append(place + " out of time") }
                if let actor = event.actor {
                    let able = staff.officers(unit: dossier.unit.code, process: process.id, step: step)
                    if !able.contains(where: { $0.id == actor.id }) { faults.append(place + " not bound") }
                } else if !action.isAutomatic {
                    faults.append(place + " by nobody")
                }
                last = event.at
                step = transition.to
                if event.status != process.step(step)?.status { faults.append(place + " status") }
            }
            let end = process.step(step)
            if dossier.step != step || dossier.status != end?.status || dossier.stepName != end?.name
                || (generated.endedAt != nil) != (end?.kind == .terminal)
            {
                faults.append("\(dossier.code) is not where its events lead")
            }
        }
        #expect(faults.isEmpty, "\(faults.prefix(20))")
    }

    @Test("due dates are those of the deadline function, with the pauses")
    func deadlines() throws {
        let set = try set
        let day = Self.monday.date
        let calendars = Dictionary(
            set.receivingUnits.map { ($0, set.calendars.calendar(of: $0, on: day)) }, uniquingKeysWith: { $1 }
        )
        var accepted = 0
        var faults: [String] = []
        for generated in try register.dossiers {
            let dossier = generated.dossier
            guard let acceptedAt = dossier.acceptedAt, let calendar = calendars[dossier.unit.code] ?? nil
            else {
                if dossier.dueAt != nil { faults.append(dossier.code) }
                continue
            }
            accepted += 1
            let due = Deadline.due(
                calendar: calendar, acceptedAt: acceptedAt, amount: dossier.deadline.amount,
                unit: dossier.deadline.unit, pauses: generated.pauses)
            let isPaused = generated.pauses.last.map { $0.to == nil } ?? false
            if due.dueAt != dossier.dueAt || (dossier.dueAt == nil) != isPaused {
                faults.append(dossier.code)
            }
        }
        #expect(accepted > 4000)
        #expect(faults.isEmpty, "\(faults.prefix(20))")
    }

    @Test("answers pass the validator of their form on the day of intake")
    func answers() throws {
        let set = try set
        var wrong: [String: Int] = [:]
        for dossier in try register.dossiers.map(\.dossier) {
            let form = try #require(set.form(dossier.formId, version: dossier.formVersion))
            let day = (dossier.acceptedAt ?? dossier.submittedAt).date
            for error in FormValidator(form, today: day).check(dossier.answers)
            where error.issue.severity == .error {
                wrong["\(form.id) \(error.path.pointer) \(error.issue.code)", default: 0] += 1
            }
        }
        #expect(wrong.isEmpty, "\(wrong.sorted { $0.value > $1.value }.prefix(40))")
    }

    @Test("persons are consistent: identity numbers, phones, tax codes, names")
    func persons() throws {
        let register = try register
        #expect(Set(register.persons.map(\.identityNumber)).count == register.persons.count)
        var faults: [String] = []
        for person in register.persons {
            let number = person.identityNumber
            let isSound =
                IdentityNumber.check(number) == nil
                && IdentityNumber.mismatch(number, birthDate: person.birthDate, sex: person.sex).isEmpty
                && Normalization.nfc(person.name).unicodeScalars.elementsEqual(person.name.unicodeScalars)
                && person.phone.map { PhoneNumber.check($0) == nil } ?? true
                && person.email.map { EmailAddress.check($0) == nil } ?? true
            if !isSound { faults.append("\(person)") }
        }
        for code in register.dossiers.compactMap(\.dossier.applicant.taxCode) where TaxCode.check(code) != nil
        {
            faults.append(code)
        }
        #expect(faults.isEmpty, "\(faults.prefix(20))")
        let families = register.persons.map { $0.name.split(separator: " ").first ?? "" }
        let share = Double(families.count { $0 == "Nguyễn" }) / Double(families.count)
        #expect((0.25...0.4).contains(share))
    }

    @Test("the fixed dossiers are there, in their states")
    func fixed() throws {
        let all = try register.dossiers.map(\.dossier)
        let expected: [(ID, Int, String)] = [
            (SeedDossiers.received, 2, "2.000635"), (SeedDossiers.overdue, 4, "1.001612"),
            (SeedDossiers.supplement, 5, "1.001193"), (SeedDossiers.payment, 6, "2.001263"),
            (SeedDossiers.readyAtDesk, 9, "1.004837"), (SeedDossiers.readyForPost, 9, "3.000333"),
            (SeedDossiers.delivered, 10, "1.000894"), (SeedDossiers.new, 1, "1.004222"),
            (SeedDossiers.signing, 4, "1.004222"), (SeedDossiers.refused, 3, "1.011606"),
            (SeedDossiers.withdrawn, 7, "1.001022"), (SeedDossiers.stopped, 8, "1.013314"),
        ]
        for (id, status, procedure) in expected {
            let dossier = try #require(all.first { $0.id == id })
            #expect(dossier.status == status && dossier.procedure.code == procedure, "\(id)")
            #expect(dossier.unit.code == "H26.1.5")
        }
        let overdue = try #require(all.first { $0.id == SeedDossiers.overdue }?.dueAt)
        #expect(overdue < Self.monday)
        let card = try #require(try set.sampleCards.first { $0.code == "returning" })
        let own = all.filter { $0.applicant.identityNumber == card.identityNumber }
        #expect(own.count >= 5)
        #expect(own.contains { $0.procedure.code == "1.004222" && $0.status == 4 && $0.step == "ky" })
        #expect(try register.persons.contains { $0.identityNumber == card.identityNumber })
        #expect(try !register.persons.contains { $0.identityNumber == "038202004517" }, "the new citizen")
    }

    @Test("every training officer has work waiting")
    func work() throws {
        let now = Self.monday
        let own = try register.dossiers.filter { $0.dossier.unit.code == "H26.1.5" }
        let soon = now.adding(seconds: 2 * 86_400)
        #expect(own.count { $0.dossier.status == 4 && ($0.dossier.dueAt ?? now) < now } >= 15, "overdue")
        #expect(
            own.count {
                [2, 4].contains($0.dossier.status)
                    && ($0.dossier.dueAt.map { (now...soon).contains($0) } ?? false)
            } >= 10, "due soon")
        #expect(own.count { $0.dossier.status == 9 && $0.dossier.delivery.method == .post } >= 5, "post")
        for step in [
            "moi_dang_ky", "tiep_nhan", "tham_dinh", "ky", "van_thu", "cho_thanh_toan", "tra_ket_qua",
        ] {
            #expect(own.count { $0.dossier.step == step } >= 5, "\(step)")
        }
        for unit in ["G01.26.5", "G01.26", "H26.1.5.2", "H26.1.5.3"] {
            #expect(own.contains { $0.holderUnit == unit && $0.endedAt == nil }, "\(unit)")
        }
        let open = Dictionary(
            grouping: own.filter { $0.endedAt == nil && $0.dossier.applicant.identityNumber != nil }
        ) { "\($0.dossier.applicant.identityNumber ?? "") \($0.dossier.procedure.code)" }
        #expect(open.values.count { $0.count > 1 } >= 5, "possible duplicates")
    }

    @Test(
        "on any day: Sunday, a holiday at night, before opening, the first days of a year",
        arguments: ["2026-11-22", "2026-11-24", "2026-11-25", "2026-02-17", "2027-01-02", "2026-12-31"])
    func anyDay(iso: String) throws {
        let day = try #require(LocalDate(iso: iso))
        let now = Instant(date: day, hour: 6, minute: 30)
        let register = DossierGenerator(now: now, set: try small).make()
        #expect(register.dossiers.count == 500)
        #expect(register.dossiers.allSatisfy { $0.dossier.submittedAt <= now })
        #expect(register.dossiers.allSatisfy { $0.events.allSatisfy { $0.at <= now } })
        let own = register.dossiers.filter { $0.dossier.unit.code == "H26.1.5" }
        for status in 1...10 { #expect(own.contains { $0.dossier.status == status }, "status \(status)") }
        let overdue = try #require(register.dossiers.first { $0.dossier.id == SeedDossiers.overdue })
        #expect(overdue.dossier.status == 4 && (overdue.dossier.dueAt ?? now) < now)
    }
}
