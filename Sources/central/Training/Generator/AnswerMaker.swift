import Forms
import Models

/// Fills forms in with answers that pass the validator: what the vocabulary says of a field, else what the
/// field's kind and its person ask for.
struct AnswerMaker: Sendable {
    /// For whom, where and when a form is filled in.
    struct Occasion: Sendable {
        var caseCode: String
        var unit: String
        var applicant: Applicant
        var day: LocalDate
    }

    private let persons: [String: DossierVocabulary.PersonRule]
    private let fields: [String: DossierVocabulary.FieldRule]
    private let health: [String]
    private let places: PlaceMaker

    /// What ids of fields end with where they belong to a person. Longer ones first.
    private static let attributes = [
        "so_dinh_danh", "ngay_sinh", "gioi_tinh", "dan_toc", "quoc_tich", "noi_cu_tru", "dien_thoai",
        "ho_ten",
        "email",
    ]
    /// What ids of fields end with where an address belongs.
    private static let addresses = [
        "noi_sinh", "noi_chet", "noi_cu_tru", "noi_o", "noi_den", "noi_tam_tru", "dia_chi", "que_quan",
        "thuong_tru",
    ]

    init(set: TrainingSet, places: PlaceMaker) {
        persons = Dictionary(
            set.dossiers.persons.map { (Self.key($0.form, $0.prefix, $0.case), $0) },
            uniquingKeysWith: { $1 })
        fields = Dictionary(
            set.dossiers.fields.map { (Self.key($0.form, $0.field, $0.case), $0) }, uniquingKeysWith: { $1 })
        health = set.names.healthFacilities
        self.places = places
    }

    private static func key(_ form: String, _ name: String, _ caseCode: String?) -> String {
        caseCode.map { "\(form) \(name) \($0)" } ?? "\(form) \(name)"
    }

    private func rule<T>(_ rules: [String: T], _ form: String, _ name: String, _ caseCode: String) -> T? {
        rules[Self.key(form, name, caseCode)] ?? rules[Self.key(form, name, nil)]
    }

    /// A day of birth that the vocabulary allows for a person of a form.
    func birthDate(
        of prefix: String, form: String, caseCode: String, on day: LocalDate, _ chance: inout SplitMix64
    ) -> LocalDate {
        let rule = rule(persons, form, prefix, caseCode)
        if let days = rule?.days, days.count == 2 {
            return day.adding(days: chance.between(days[0], days[1]))
        }
        let years = rule?.years ?? [22, 60]
        let age = chance.between(years[0], years.count > 1 ? years[1] : years[0])
        // Not quite a year back at most, so that the age stays what was drawn.
        return day.adding(days: -(age * 36_525 / 100 + 1 + chance.below(360)))
    }

    /// Whether a person's age fits the applicants of a form.
    func fits(_ birth: LocalDate, form: String, caseCode: String, on day: LocalDate) -> Bool {
        let years = rule(persons, form, "applicant", caseCode)?.years ?? [18, 80]
        return years.count == 2 && (years[0]...years[1]).contains(birth.age(on: day))
    }

    func answers(
        _ form: FormDefinition, _ occasion: Occasion, _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> Answers {
        var cast: [String: GeneratedPerson] = [:]
        var answers = Answers()
        for page in form.pages {
            guard page.visibleWhen.map({ $0.isTrue(answers, today: occasion.day) }) ?? true else { continue }
            for group in page.groups {
                guard group.visibleWhen.map({ $0.isTrue(answers, today: occasion.day) }) ?? true else {
                    continue
                }
                guard let repeats = group.repeats else {
                    for field in group.fields {
                        fill(field, form, occasion, &cast, &answers, row: nil, &makers, &chance)
                    }
                    continue
                }
                var rows: [Answers] = []
                for _ in 0..<max(repeats.min, chance.chance(35) ? min(2, repeats.max) : repeats.min) {
                    var row = Answers()
                    var others: [String: GeneratedPerson] = [:]
                    for field in group.fields {
                        fill(field, form, occasion, &others, &row, row: answers, &makers, &chance)
                    }
                    rows.append(row)
                }
                if !rows.isEmpty { answers[group.id] = .rows(rows) }
            }
        }
        return answers
    }

    /// - Parameter row: The answers of the form where `answers` are those of a row; nil outside of rows.
    private func fill(
        _ field: Field, _ form: FormDefinition, _ occasion: Occasion,
        _ cast: inout [String: GeneratedPerson], _ answers: inout Answers, row: Answers?,
        _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) {
        let whole = row ?? answers
        let own = row == nil ? nil : answers
        if let visible = field.visibleWhen, !visible.isTrue(whole, row: own, today: occasion.day) { return }
        let isNeeded = field.required.holds(whole, row: own, today: occasion.day)
        let rule = rule(fields, form.id, field.id, occasion.caseCode)
        if let answer = personal(field, form, occasion, &cast, &makers, &chance), isNeeded || rule == nil {
            answers[field.id] = answer
        } else if case .text(let text) = field.kind, text.format == .phone {
            if isNeeded { answers[field.id] = .text(makers.phone(&chance)) }
        } else if let answer = value(field, rule, occasion, isNeeded: isNeeded, &chance) {
            answers[field.id] = answer
        }
    }

    // MARK: Persons

    /// An attribute of the applicant, or of the person that the field's prefix stands for.
    private func personal(
        _ field: Field, _ form: FormDefinition, _ occasion: Occasion,
        _ cast: inout [String: GeneratedPerson], _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> Answer? {
        let applicant = occasion.applicant
        for source in field.sources {
            switch source.split(separator: ".").last {
            case "name": return .text(applicant.name)
            case "identity_number": return applicant.identityNumber.map(Answer.text)
            case "birth_date": return applicant.birthDate.map { .text($0.iso) }
            case "sex": return applicant.sex.map { .text($0.rawValue) }
            case "address": return applicant.address.map(Answer.text)
            case "phone": return applicant.phone.map(Answer.text)
            case "email": return applicant.email.map(Answer.text)
            case "tax_code": return applicant.taxCode.map(Answer.text)
            default: continue
            }
        }
        guard let attribute = Self.attributes.first(where: { field.id.hasSuffix("_" + $0) }) else {
            return lone(field, form, occasion, &makers, &chance)
        }
        let prefix = String(field.id.dropLast(attribute.count + 1))
        let person =
            cast[prefix] ?? self.person(prefix, form: form.id, occasion, cast, &makers, &chance)
        cast[prefix] = person
        switch attribute {
        case "so_dinh_danh": return .text(person.identityNumber)
        case "ngay_sinh": return .text(person.birthDate.iso)
        case "gioi_tinh": return .text(person.sex.rawValue)
        case "dan_toc": return .text("01")
        case "quoc_tich": return .text("Việt Nam")
        case "noi_cu_tru": return .text(person.address)
        case "dien_thoai": return person.phone.map(Answer.text)
        case "email": return person.email.map(Answer.text)
        default:
            if case .text(let rule) = field.kind, rule.uppercase { return .text(person.name.uppercased()) }
            return .text(person.name)
        }
    }

    /// A name that belongs to nobody else on the form.
    private func lone(
        _ field: Field, _ form: FormDefinition, _ occasion: Occasion, _ makers: inout PersonMaker,
        _ chance: inout SplitMix64
    ) -> Answer? {
        guard case .text(let rule) = field.kind, rule.format == .personName, field.required != .never else {
            return nil
        }
        let birth = birthDate(
            of: field.id, form: form.id, caseCode: occasion.caseCode, on: occasion.day, &chance)
        let address = places.address(near: occasion.unit, &chance)
        return .text(makers.person(bornOn: birth, address: address, &chance).name)
    }

    /// The applicant where the form means him (a bride, a mother, the one who adopts), else somebody new.
    private func person(
        _ prefix: String, form: String, _ occasion: Occasion, _ cast: [String: GeneratedPerson],
        _ makers: inout PersonMaker, _ chance: inout SplitMix64
    ) -> GeneratedPerson {
        let applicant = occasion.applicant
        let rule = rule(persons, form, prefix, occasion.caseCode)
        if ["me", "cha", "nu", "nam", "cm", "gh"].contains(prefix), let number = applicant.identityNumber,
            let birth = applicant.birthDate, let sex = applicant.sex, rule?.sex ?? sex == sex,
            rule?.years.map({ ($0[0]...$0[1]).contains(birth.age(on: occasion.day)) }) ?? true,
            let address = applicant.address
        {
            return GeneratedPerson(
                name: applicant.name, sex: sex, birthDate: birth, identityNumber: number, address: address,
                phone: applicant.phone, email: applicant.email)
        }
        let birth = birthDate(
            of: prefix, form: form, caseCode: occasion.caseCode, on: occasion.day, &chance)
        let family = ["tre", "con"].contains(prefix) ? applicant.name.split(separator: " ").first : nil
        return makers.person(
            bornOn: birth, sex: rule?.sex, family: family.map(String.init),
            address: cast.min { $0.key < $1.key }?.value.address
                ?? places.address(near: occasion.unit, &chance), &chance)
    }

    // MARK: Everything else

    private func value(
        _ field: Field, _ rule: DossierVocabulary.FieldRule?, _ occasion: Occasion, isNeeded: Bool,
        _ chance: inout SplitMix64
    ) -> Answer? {
        switch field.kind {
        case .checkbox: return .flag(chance.chance(rule?.percent ?? 0))
        case .radio(let options):
            return option(options, rule, isNeeded: isNeeded, &chance).map(Answer.text)
        case .checkboxes(let options):
            return option(options, rule, isNeeded: isNeeded, &chance).map { .choices([$0]) }
        case .search(.fixed(let options), _):
            return option(options, rule, isNeeded: isNeeded, &chance).map(Answer.text)
        case .dropdown(.fixed(let options), let multiple, _):
            let choice = option(options, rule, isNeeded: isNeeded, &chance)
            return choice.map { multiple ? .choices([$0]) : .text($0) }
        case .dropdown(.reference(let name, _), _, _), .search(.reference(let name, _), _):
            guard let codes = places.codes(of: occasion.unit) else { return nil }
            switch name {
            case "provinces": return .text(codes.province)
            case "communes": return .text(codes.commune)
            default: return isNeeded ? .text("01") : nil
            }
        case .date:
            guard let days = rule?.days, days.count == 2 else { return nil }
            return .text(occasion.day.adding(days: chance.between(days[0], days[1])).iso)
        case .dateRange:
            guard let days = rule?.days, days.count == 2 else { return nil }
            let (from, to) = (occasion.day.adding(days: days[0]), occasion.day.adding(days: days[1]))
            return DateRange(from: from, to: to).map { .text($0.iso) }
        case .slider(let scale): return isNeeded ? .number(scale.min) : nil
        case .number(let bounds), .spinBox(let bounds):
            guard let range = rule?.number ?? (isNeeded ? [bounds.min ?? 1, bounds.min ?? 1] : nil) else {
                return nil
            }
            return .number(chance.between(range[0], range[1]))
        case .money:
            guard let range = rule?.number else { return nil }
            return .number(chance.between(range[0], range[1]) * 1000)
        case .text, .textArea: return text(field, rule, occasion, isNeeded: isNeeded, &chance)
        // No training form asks for these: nothing of the vocabulary would say what to fill in.
        case .time, .timeRange, .files, .password, .note: return nil
        }
    }

    private func option(
        _ options: [Option], _ rule: DossierVocabulary.FieldRule?, isNeeded: Bool,
        _ chance: inout SplitMix64
    ) -> String? {
        if let choices = rule?.choices, !choices.isEmpty { return chance.pick(choices) }
        return isNeeded ? chance.pick(options).value : nil
    }

    private func text(
        _ field: Field, _ rule: DossierVocabulary.FieldRule?, _ occasion: Occasion, isNeeded: Bool,
        _ chance: inout SplitMix64
    ) -> Answer? {
        if let texts = rule?.texts, !texts.isEmpty { return .text(chance.pick(texts)) }
        guard isNeeded else { return nil }
        if field.id.hasSuffix("co_so_y_te") { return .text(chance.pick(health)) }
        if field.id.hasSuffix("chi_tiet") { return .text(places.street(&chance)) }
        if Self.addresses.contains(where: { field.id.hasSuffix($0) }) {
            return .text(places.address(near: occasion.unit, &chance))
        }
        return .text(field.label.vi)
    }
}
