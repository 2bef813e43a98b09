import Forms
import Models
import TUI

/// An intake as a draft keeps it: all that would have to be typed again, the act's key, and what it was made
/// for, so that it can be taken up at any desk and under a changed form.
struct IntakeDraft: Codable, Hashable, Sendable {
    /// `Draft.kind` of these.
    static let kind = "intake"

    var key: ID
    var startedAt: Instant
    var page: Int
    var applicant: FormDraft
    var query: String
    var procedure: String?
    var procedureName: String?
    var caseCode: String?
    var documents: [SubmittedDocument]
    var declaration: FormDraft?
    var laidAside: [FormDraft]
    var terms: FormDraft
    var review: FormDraft
    var previous: ID?
    /// The papers that the list of form 02 was made of.
    var listed: [String]?
    /// The officer has decided.
    var decided: Bool?

    /// The content of a stored draft; nil where it is none of an intake.
    init?(_ content: JSONValue) {
        guard let draft = try? LenientJSON.decode(IntakeDraft.self, from: content) else { return nil }
        self = draft
    }

    init(_ intake: Intake) {
        let waiting = intake.resuming
        key = intake.key
        startedAt = intake.startedAt
        page = intake.page.rawValue
        applicant = intake.applicant.draft
        query = intake.picker.query.text
        procedure = intake.picker.procedure?.code ?? waiting?.procedure
        procedureName = intake.picker.procedure?.name ?? waiting?.procedureName
        caseCode = intake.picker.caseCode ?? waiting?.caseCode
        documents = waiting?.documents ?? (intake.held?.documents ?? []) + intake.papers.submitted
        let aside = Set(intake.laidAside.keys)
        declaration =
            intake.declaration?.draft ?? waiting?.declaration.flatMap { aside.contains($0.formId) ? nil : $0 }
        laidAside = intake.laidAside.values.sorted { $0.formId < $1.formId }
        terms = waiting?.terms ?? intake.terms.draft.adding(intake.held?.terms)
        review = waiting?.review ?? intake.review.draft
        previous = intake.previous
        listed = waiting?.listed ?? intake.listed
        decided = intake.isDecided ? true : nil
    }

    /// What goes into the store and to the server; nil only where it can't be written as JSON.
    func put(title: String) -> DraftPut? {
        guard let content = try? StrictJSON.value(of: self) else { return nil }
        return DraftPut(
            id: key, kind: Self.kind, title: title, procedure: procedure, formId: declaration?.formId,
            formVersion: declaration?.version, content: content, files: files.isEmpty ? nil : files)
    }

    /// The files that are at the server for this draft: it keeps them as long as the draft names them.
    private var files: [String] {
        let entries = (laidAside + [declaration].compactMap(\.self)).flatMap(\.entries)
        var hashes: [String] = []
        for case .rows(let rows)? in entries.map(\.answer) {
            for hash in rows.compactMap({ FileAnswer($0)?.sha256 }) where !hashes.contains(hash) {
                hashes.append(hash)
            }
        }
        return hashes
    }
}

extension Intake {
    /// Takes a draft up. The procedure has to be loaded before papers, fees and form can be put back; until
    /// then `resuming` keeps them.
    init(
        _ draft: IntakeDraft, now: Instant, language: Language,
        options: @escaping FormState.OptionProvider = { _ in nil }
    ) {
        self.init(key: draft.key, now: now, language: language, options: options)
        _ = applicant.restore(draft.applicant)
        picker.search(draft.query)
        for form in draft.laidAside { laidAside[form.formId] = form }
        if let form = draft.declaration { laidAside[form.formId] = form }
        previous = draft.previous
        listed = draft.listed
        isDecided = draft.decided == true
        if draft.procedure == nil {
            hold(draft)
            page = IntakePage(rawValue: draft.page) ?? .applicant
        } else {
            resuming = draft
            page = .applicant
        }
    }

    /// Puts back what waited for the procedure.
    ///
    /// - Returns: papers that this version of the case does not ask for any more.
    mutating func resume(with procedure: Procedure) -> [SubmittedDocument] {
        guard let draft = resuming, draft.procedure == procedure.code else { return [] }
        resuming = nil
        picker.take(procedure, case: draft.caseCode)
        hold(draft)
        guard picker.chosenCase != nil else {
            page = .procedure
            return []
        }
        let leftover = caseChanged()
        page = IntakePage(rawValue: draft.page) ?? .applicant
        return leftover
    }

    /// The draft's procedure is no longer there, or another one was picked instead: what was declared stays laid
    /// aside, papers and terms are held for the case that comes, the rest is put back.
    mutating func resumeWithoutProcedure() {
        guard let draft = resuming else { return }
        resuming = nil
        hold(draft)
        page = .procedure
    }

    private mutating func hold(_ draft: IntakeDraft) {
        _ = terms.restore(draft.terms)
        _ = review.restore(draft.review)
        held = HeldWork(documents: draft.documents, terms: draft.terms)
    }
}

extension FormDraft {
    /// This draft with what only the other one has.
    func adding(_ other: FormDraft?) -> FormDraft {
        guard let other else { return self }
        let own = Set(entries.map(\.pointer))
        var sum = self
        sum.entries += other.entries.filter { !own.contains($0.pointer) }
        return sum
    }
}
