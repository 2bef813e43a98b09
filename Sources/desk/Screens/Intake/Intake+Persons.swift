import Forms
import Models
import TUI

/// Other persons than the applicant, in the declaration.
extension Intake {
    /// The value of the option "Bản thân" in forms that ask how the applicant is related to whom they are about.
    static let myself = "ban_than"

    /// The person whose group has the focus on the declaration; nil for the applicant's own.
    var focusedPerson: (group: PersonGroup, row: Int?)? {
        guard page == .declaration, let declaration, let path = declaration.focus,
            let group = declaration.definition.groups.first(where: { group in
                path.group.map { $0 == group.id }
                    ?? (group.repeats == nil && group.fields.contains { $0.id == path.field })
            }),
            let person = PersonGroup(group), !person.isApplicants
        else { return nil }
        return (person, path.row)
    }

    /// Fills a scanned card into the group that has the focus: a card put under the scanner there is that person's.
    ///
    /// - Returns: The group's title; nil where the focus is on no other person.
    mutating func fillPerson(_ card: IdentityCard) -> Phrase? {
        guard let (group, row) = focusedPerson else { return nil }
        let values = group.values(
            name: card.name, number: card.number, birth: card.birthDate, sex: card.sex,
            address: card.residence)
        _ = declaration?.fill(
            values.map { (group.path($0.field, row: row), $0.value) }, source: Strings.Applicant.sourceCard,
            overwrite: true)
        return group.title
    }

    /// The applicant is the person whom the form is about, or one of those whom it asks for ("Mẹ" where there is a group
    /// `me`), or is not any more: copies what page 1 says into that person's group, and takes back what it has copied.
    ///
    /// - Returns: The group's title where something was copied.
    mutating func relationChanged(_ path: FieldPath) -> Phrase? {
        guard page == .declaration, path.group == nil,
            let field = declaration?.definition.field(path.field), asksForRelation(field)
        else { return nil }
        takeBackCopies(of: field)
        return copyMyself(field)
    }

    /// Takes back what stands in the groups that an answer to this question may mean, but for the one that it means now.
    private mutating func takeBackCopies(of relation: Field) {
        guard let declaration else { return }
        let meant = person(meantBy: declaration.answers[relation.id], at: relation)?.id
        let groups = Set(
            Self.options(relation).compactMap { person(meantBy: .text($0.value), at: relation)?.id })
        for group in declaration.definition.groups where group.id != meant && groups.contains(group.id) {
            takeBackCopy(in: group)
        }
    }

    private mutating func takeBackCopy(in group: FormGroup) {
        for field in group.fields
        where declaration?.source(of: field.id) == Strings.Applicant.sourceApplicant {
            declaration?.set(field.id, to: nil)
        }
    }

    private mutating func copyMyself(_ relation: Field) -> Phrase? {
        guard let declaration, !isOrganisation,
            let group = person(meantBy: declaration.answers[relation.id], at: relation)
        else { return nil }
        let person = wireApplicant
        let values = group.values(
            name: person.name, number: person.identityNumber, birth: person.birthDate, sex: person.sex,
            address: person.address)
        let before = declaration.revision
        _ = self.declaration?.fill(
            values.map { (FieldPath($0.field), $0.value) }, source: Strings.Applicant.sourceApplicant,
            overwrite: false)
        return self.declaration?.revision == before ? nil : group.title
    }

    /// The applicant's own telephone and e-mail, declared on the form, are how he is told: page 1 takes them where it
    /// has none. A field is the applicant's own where the form has it filled from what is known of him.
    mutating func takeDeclaredContact() {
        guard let declaration else { return }
        let source = Strings.Applicant.sourceDeclaration
        let contact = [ApplicantForm.ID.phone: "person.phone", ApplicantForm.ID.email: "person.email"]
        for (own, name) in contact.sorted(by: { $0.key < $1.key }) {
            let isOurs = applicant.source(of: own) == source
            guard text(own) == nil || isOurs, isOurs || !applicant.holdsText(own) else { continue }
            let declared = declaration.definition.groups.filter { $0.repeats == nil }.flatMap(\.fields)
                .first { $0.sources.contains(name) }
            guard let declared, let value = declaration.answers[declared.id],
                text(own) != declaration.text(declared.id)
            else { continue }
            _ = applicant.fill(own, value: value, source: source, overwrite: isOurs)
        }
    }

    /// Another person is the applicant: what followed from the former one follows from this one.
    mutating func applicantChanged() {
        let groups = (declaration?.definition.groups ?? []).filter { $0.repeats == nil }
        for field in groups.flatMap(\.fields)
        where !field.sources.isEmpty && declaration?.source(of: field.id) != nil {
            declaration?.set(field.id, to: nil)
        }
        fillDeclaration()
        for field in groups.flatMap(\.fields) where asksForRelation(field) {
            if let meant = person(meantBy: declaration?.answers[field.id], at: field),
                let group = groups.first(where: { $0.id == meant.id })
            {
                takeBackCopy(in: group)
            }
            _ = copyMyself(field)
        }
        for field in [TermsForm.ID.recipient, TermsForm.ID.address, TermsForm.ID.phone]
        where terms.source(of: field) == Strings.Applicant.sourceApplicant {
            terms.set(field, to: nil)
        }
        fillDelivery()
    }

    private static func options(_ field: Field) -> [Option] {
        switch field.kind {
        case .radio(let options), .dropdown(.fixed(let options), multiple: false, _): options
        default: []
        }
    }

    /// An answer to this question may say that the applicant is somebody whom the form asks for.
    private func asksForRelation(_ field: Field) -> Bool {
        Self.options(field).contains { $0.value == Self.myself }
    }

    /// Whom an answer says that the applicant is: with "Bản thân" the first person after the question that is not the
    /// applicant; with another one the person whose group is called like the answer.
    private func person(meantBy answer: Answer?, at relation: Field) -> PersonGroup? {
        guard let groups = declaration?.definition.groups, case .text(let value)? = answer,
            let asking = groups.firstIndex(where: { $0.fields.contains { $0.id == relation.id } })
        else { return nil }
        return groups[(asking + 1)...].lazy.filter { group in
            group.repeats == nil && (value == Self.myself || group.id == value)
        }.compactMap(PersonGroup.init).first { !$0.isApplicants }
    }

    // MARK: - Names in small letters

    /// Names on the open page that were typed in small letters, with what they would be in capitals.
    var smallNames: [(path: FieldPath, name: String)] {
        guard let form, page == .applicant || page == .declaration else { return [] }
        return form.definition.groups.flatMap { group in
            let rows: [Int?] =
                group.repeats == nil ? [nil] : form.answers.rows(group.id).indices.map { $0 }
            return rows.flatMap { row in
                group.fields.compactMap { field -> (FieldPath, String)? in
                    guard PersonGroup.format(field) == .personName else { return nil }
                    let path =
                        row.map { FieldPath(field.id, group: group.id, row: $0) } ?? FieldPath(field.id)
                    guard let name = form.rawText(path), let better = Self.capitals(name)
                    else { return nil }
                    return (path, better)
                }
            }
        }
    }

    /// Names in small letters on both pages that have names, as they stand there.
    var allSmallNames: [String] {
        var copy = self
        return [IntakePage.applicant, .declaration].flatMap { page in
            copy.page = page
            return copy.smallNames.compactMap { copy.form?.rawText($0.path) }
        }
    }

    /// Writes them in capitals; as if it had been typed so.
    mutating func capitaliseNames() {
        guard var form else { return }
        for (path, name) in smallNames { form.retype(path, text: name) }
        self.form = form
    }

    /// "đặng thị hoa" → "Đặng Thị Hoa"; nil for a name with a capital in it, which somebody has thought about.
    static func capitals(_ name: String) -> String? {
        guard name.contains(where: \.isLetter), name == name.lowercased() else { return nil }
        var result = ""
        var begins = true
        for character in name {
            result += begins ? character.uppercased() : String(character)
            begins = character == " " || character == "-"
        }
        return result == name ? nil : result
    }
}
