import Models
import TUI

/// The forms as they were before another applicant was taken from a card.
///
/// The change reaches over three forms, and fields of the declaration that the officer does not see. It is one
/// step for whoever made it by mistake; it can be taken back as long as nothing else has been typed.
struct FormerApplicant: Sendable {
    var applicant: FormState
    var declaration: FormState?
    var terms: FormState
    var known: KnownPerson?
    /// The forms' revisions right after the change.
    var revisions: [Int]
}

extension Intake {
    private var revisions: [Int] { [applicant.revision, declaration?.revision ?? -1, terms.revision] }

    /// Whether the last thing done was to take another applicant.
    var canTakeBack: Bool { beforeChange.map { $0.revisions == revisions } ?? false }

    /// Takes the card that differed, as one step that ``takeBack()`` undoes.
    ///
    /// - Returns: The new applicant's name; nil where no card waits.
    mutating func changeApplicant() -> String? {
        var former = FormerApplicant(
            applicant: applicant, declaration: declaration, terms: terms, known: known, revisions: [])
        guard let name = takeOtherCard() else { return nil }
        former.revisions = revisions
        beforeChange = former
        return name
    }

    /// Brings the former applicant back, with all that was there.
    ///
    /// - Returns: The name; nil where something else has been done since.
    mutating func takeBack() -> String? {
        guard canTakeBack, let former = beforeChange else { return nil }
        beforeChange = nil
        (applicant, declaration, terms) = (former.applicant, former.declaration, former.terms)
        known = former.known
        return applicantName ?? identityNumber ?? ""
    }

    /// Lets the server's own additions follow the change without ending the time in which it can be taken back.
    mutating func keepingTakeBack(_ change: (inout Intake) -> Bool) -> Bool {
        let could = canTakeBack
        let result = change(&self)
        let now = revisions
        if could { beforeChange?.revisions = now }
        return result
    }
}
