import Forms
import Models
import TUI

extension Intake {
    /// What a scan did.
    enum ScanOutcome: Equatable {
        /// Fields were filled in with the card's data.
        case filled(name: String)
        /// The person of a group of the declaration was filled in; the applicant may be taken from it by key.
        case placed(name: String, group: Phrase)
        /// Another person is entered already; `otherCard` waits for the officer's key.
        case differs(name: String)
    }

    /// Fills in a scanned card. A scan answers the question "who": it fills what is empty or was filled in
    /// before, never what was typed.
    mutating func take(_ card: IdentityCard) -> ScanOutcome {
        if isScanForSubmitter {
            fillSubmitter(card)
            return .filled(name: card.name)
        }
        if let group = fillPerson(card) {
            isCardPlaced = text(ApplicantForm.ID.number) != card.number
            otherCard = isCardPlaced ? card : nil
            return .placed(name: card.name, group: group)
        }
        isCardPlaced = false
        if let number = text(ApplicantForm.ID.number), number != card.number {
            otherCard = card
            return .differs(name: card.name)
        }
        otherCard = nil
        fill(card, overwrite: false)
        return .filled(name: card.name)
    }

    /// Takes the card that differed, in place of the person entered.
    mutating func takeOtherCard() -> String? {
        guard let card = otherCard else { return nil }
        otherCard = nil
        isCardPlaced = false
        known = nil
        // What a source said of the former person is nothing of this one; what was typed is the officer's.
        let given = Set(Self.values(of: card).map(\.0))
        for field in ApplicantForm.ID.personal
        where applicant.source(of: field) != nil && !given.contains(field) {
            applicant.set(field, to: nil)
        }
        fill(card, overwrite: true)
        applicantChanged()
        return card.name
    }

    private var isScanForSubmitter: Bool {
        page == .applicant && isOnBehalf && applicant.focus?.field.hasPrefix("submitter_") == true
    }

    private mutating func fill(_ card: IdentityCard, overwrite: Bool) {
        let source = Strings.Applicant.sourceCard
        applicant.set(ApplicantForm.ID.kind, to: .text(ApplicantForm.citizen))
        // One step of undo: half of two persons is nobody.
        _ = applicant.fill(
            Self.values(of: card).map { (FieldPath($0.0), $0.1) }, source: source, overwrite: overwrite)
        // The card says nothing of the telephone: that is what the officer asks next.
        if page == .applicant { applicant.focus(field: firstOpenField) }
    }

    private mutating func fillSubmitter(_ card: IdentityCard) {
        let source = Strings.Applicant.sourceCard
        applicant.fill(
            ApplicantForm.ID.submitterNumber, value: .text(card.number), source: source, overwrite: true)
        applicant.fill(
            ApplicantForm.ID.submitterName, value: .text(card.name), source: source, overwrite: true)
        applicant.focus(field: ApplicantForm.ID.relation)
    }

    private static func values(of card: IdentityCard) -> [(String, Answer)] {
        var values: [(String, Answer)] = [
            (ApplicantForm.ID.number, .text(card.number)), (ApplicantForm.ID.name, .text(card.name)),
            (ApplicantForm.ID.birth, .text(card.birthDate.iso)),
            (ApplicantForm.ID.sex, .text(card.sex.rawValue)),
        ]
        if !card.residence.isEmpty { values.append((ApplicantForm.ID.address, .text(card.residence))) }
        return values
    }

    /// The first personal field without an answer; the telephone where all have one.
    private var firstOpenField: String {
        ApplicantForm.ID.personal.first { text($0) == nil && $0 != ApplicantForm.ID.email }
            ?? ApplicantForm.ID.phone
    }

    // MARK: - What the system knows

    /// The known values for fields that are still empty: what the officer is offered.
    var offers: [(field: String, value: Answer)] {
        guard let known, known.number == identityNumber else { return [] }
        return known.values.filter { text($0.field) == nil && !applicant.holdsText($0.field) }
    }

    /// Known values that differ from what stands in the fields, to be shown and not to be taken.
    var contradictions: [(field: String, value: Answer)] {
        guard let known, known.number == identityNumber else { return [] }
        return known.values.filter { field, value in
            guard let own = text(field), case .text(let theirs) = value else { return false }
            return TextFold.fold(own) != TextFold.fold(theirs)
        }
    }

    /// Fills in what was offered; true where anything was.
    mutating func fillKnown() -> Bool {
        guard let known else { return false }
        var isFilled = false
        for (field, value) in offers
        where applicant.fill(field, value: value, source: known.source, overwrite: false) {
            isFilled = true
        }
        if isFilled, page == .applicant, applicant.focus.map({ text($0.field) != nil }) ?? true {
            applicant.focus(field: firstOpenField)
        }
        return isFilled
    }

    // MARK: - Switches

    mutating func switchKind() {
        let kind = isOrganisation ? ApplicantForm.citizen : ApplicantForm.organisation
        applicant.set(ApplicantForm.ID.kind, to: .text(kind))
        applicant.focus(field: isOrganisation ? ApplicantForm.ID.organisation : ApplicantForm.ID.number)
    }

    mutating func switchOnBehalf() {
        let flag = !isOnBehalf
        applicant.set(ApplicantForm.ID.onBehalf, to: .text(flag ? ApplicantForm.yes : "no"))
        if flag { applicant.focus(field: ApplicantForm.ID.submitterNumber) }
    }

    // MARK: - On the wire

    var wireApplicant: Applicant { ApplicantForm.applicant(text) }
    var wireSubmitter: Submitter? { ApplicantForm.submitter(text) }
}
