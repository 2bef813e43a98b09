import Forms
import Foundation
import Models

/// A dossier that others are copied from, worked out as far as they have it in common.
struct LeanModel: Sendable {
    struct Numbers {
        var id: ID
        var code: String
        /// As the code has it.
        var number: String
        var register: Int
        var lookupCode: String
    }

    let load: DossierLoad.Model
    private let template: LeanTemplate
    /// The marks of the index but for the number.
    private let marks: String
    private let details: [[UInt8]?]
    private let sex: Sex
    private let isOrganisation: Bool

    init(_ generated: GeneratedDossier, _ graphs: [ProcessRef: ProcessGraph]) throws {
        var dossier = generated.dossier
        let applicant = dossier.applicant
        isOrganisation = applicant.kind == .organisation
        sex = applicant.sex ?? .female
        typealias Gap = LeanTemplate.Gap
        dossier.id = Gap.id.placeholder
        dossier.lookupCode = Gap.lookupCode.placeholder
        dossier.registerNumber = Gap.number
        dossier.applicant.name = Gap.name.placeholder
        dossier.applicant.identityNumber = applicant.identityNumber.map { _ in Gap.identity.placeholder }
        dossier.applicant.birthDate = applicant.birthDate.map { _ in Gap.day }
        dossier.applicant.address = Gap.address.placeholder
        dossier.applicant.taxCode = applicant.taxCode.map { _ in Gap.tax.placeholder }
        dossier.applicant.phone = applicant.phone.map { _ in Gap.phone.placeholder }
        dossier.applicant.representative = applicant.representative.map { _ in Gap.representative.placeholder
        }
        dossier.applicant.email = nil
        if let submitter = dossier.submitter {
            dossier.submitter = Submitter(
                name: Gap.submitterName.placeholder, identityNumber: Gap.submitterIdentity.placeholder,
                phone: submitter.phone.map { _ in Gap.submitterPhone.placeholder },
                relation: submitter.relation)
        }
        if dossier.delivery.method == .post {
            dossier.delivery = Delivery(
                method: .post, address: Gap.address.placeholder,
                phone: applicant.phone.map { _ in Gap.phone.placeholder } ?? dossier.delivery.phone,
                recipient: Gap.name.placeholder)
        }
        dossier.answers = Answers()
        dossier.deadline.explanation = []
        dossier.deadline.explanationEn = []
        dossier.quote.lines = []
        for index in dossier.documents.indices { dossier.documents[index].name = nil }
        let mark = DossierTerms.marks(
            code: dossier.code, unit: dossier.unit.code, holder: generated.holderUnit,
            procedure: dossier.procedure.code, channel: dossier.channel, status: dossier.status,
            isOpen: generated.endedAt == nil)
        let number = DossierTerms.number(String(dossier.code.split(separator: "-").last ?? ""))
        marks = mark.filter { $0 != number }.joined(separator: " ")
        dossier.code = Gap.code.placeholder
        template = try LeanTemplate(dossier)
        details = try generated.events.map { try $0.detail.map { try StrictJSON.encode($0) } }
        let waits = graphs[generated.process]?.waiting(at: dossier.step) != nil
        let events = generated.events.map { event in
            var event = event
            // It would name whoever the model was made for.
            if event.action == ProcessAction.deliver.rawValue { event.note = "Đã trả cho người nộp." }
            return event
        }
        load = DossierLoad.Model(
            stored: StoredDossier(
                dossier: dossier, process: generated.process, holderUnit: generated.holderUnit,
                assignee: generated.assignee, endedAt: generated.endedAt,
                expiresAt: waits ? Instant(seconds: 0) : nil), events: events)
    }

    func entry(
        _ index: Int, _ numbers: Numbers, _ people: inout LeanPeople, _ addresses: [String], _ seal: DataSeal,
        _ chance: inout SplitMix64
    ) throws -> DossierLoad.Entry {
        let applicant = load.stored.dossier.applicant
        var values = Array(repeating: "", count: LeanTemplate.Gap.allCases.count)
        func set(_ gap: LeanTemplate.Gap, _ value: String?) { values[gap.rawValue] = value ?? "" }
        var entry = DossierLoad.Entry(
            model: index, id: numbers.id, code: numbers.code, lookupCode: numbers.lookupCode, name: "",
            sort: "", document: Data(), details: [], names: [], terms: "", persons: [])
        set(.id, numbers.id)
        set(.code, numbers.code)
        set(.lookupCode, numbers.lookupCode)
        set(.registerNumber, String(numbers.register))
        if isOrganisation {
            let organisation = people.organisation(&chance)
            entry.name = organisation.name
            entry.sort = organisation.words.joined(separator: " ")
            entry.names = DossierTerms.names([organisation.name, organisation.representative])
            entry.tax = organisation.tax
            entry.phone = applicant.phone == nil ? nil : organisation.phone
            set(.tax, organisation.tax)
            set(.representative, organisation.representative)
            set(.address, chance.pick(addresses))
        } else {
            let person = people.person(sex, addresses, &chance)
            entry.name = person.known.name
            entry.sort = person.sort
            entry.names = person.words
            entry.identity = applicant.identityNumber == nil ? nil : person.known.identity
            entry.phone = applicant.phone == nil ? nil : person.known.phone ?? people.phone(&chance)
            set(.identity, person.known.identity)
            set(.birthDate, person.known.birthDate)
            set(.address, person.known.address)
            if person.isNew { entry.persons.append(person.known) }
        }
        set(.name, entry.name)
        set(.phone, entry.phone)
        if let submitter = load.stored.dossier.submitter {
            let person = people.person(chance.chance(52) ? .female : .male, addresses, &chance)
            entry.submitterIdentity = person.known.identity
            entry.submitterPhone = submitter.phone == nil ? nil : person.known.phone ?? people.phone(&chance)
            entry.names += person.words.filter { !entry.names.contains($0) }
            set(.submitterName, person.known.name)
            set(.submitterIdentity, person.known.identity)
            set(.submitterPhone, entry.submitterPhone)
            if person.isNew { entry.persons.append(person.known) }
        }
        for name in entry.names {
            entry.terms += name
            entry.terms += " "
        }
        entry.terms += marks
        entry.terms += " n:"
        entry.terms += numbers.number
        entry.document = try SealedColumn.seal(
            template.fill(values), at: DossierTable.place(numbers.id), seal)
        entry.details = try zip(load.events, details).map { event, detail in
            try detail.map {
                try SealedColumn.seal($0, at: DossierTable.place(numbers.id, event: event.seq), seal)
            }
        }
        return entry
    }
}
