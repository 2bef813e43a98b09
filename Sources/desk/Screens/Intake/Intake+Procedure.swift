import Forms
import Models
import TUI

extension Intake {
    /// Sets up all that depends on the case chosen: papers, quantities, and an empty place for its form.
    ///
    /// What was ticked for papers of the same code stays ticked, what was typed in the terms stays typed, right
    /// or wrong. The declaration stays where both cases have one form; else it is laid aside under its form.
    ///
    /// - Returns: papers that were ticked and that this case does not ask for.
    @discardableResult
    mutating func caseChanged() -> [SubmittedDocument] {
        guard let procedure = picker.procedure, let chosen = picker.chosenCase else { return [] }
        builtFor = CaseReference(procedure: procedure.code, version: procedure.version, caseCode: chosen.code)
        var list = PaperList(chosen.documents)
        let leftover = list.restore((held?.documents ?? []) + papers.submitted)
        papers = list
        if declaration?.definition.id != chosen.formId { layAside() }
        let before = terms.draft
        terms = Self.form(TermsForm.definition(fees: picker.fees), today, language, options)
        if let kept = held?.terms {
            _ = terms.restore(kept)
            var typed = before
            typed.entries.removeAll { !$0.typed }
            _ = terms.restore(typed)
        } else {
            _ = terms.restore(before)
            // The focus came along from the form before: this one begins with what its fees ask.
            if page != .terms, let first = terms.definition.groups.first?.fields.first {
                terms.focus(field: first.id)
            }
        }
        held = leftover.isEmpty ? nil : HeldWork(documents: leftover)
        fillQuantities()
        suggestDecision()
        return leftover
    }

    /// Papers, fees and quantities are those of another case than the chosen one.
    var needsRebuild: Bool {
        guard let procedure = picker.procedure, let chosen = picker.chosenCase else { return false }
        return builtFor
            != CaseReference(procedure: procedure.code, version: procedure.version, caseCode: chosen.code)
    }

    private mutating func layAside() {
        if let declaration { laidAside[declaration.definition.id] = declaration.draft }
        declaration = nil
    }

    /// Puts the form of the case in, with what was declared in it before, in whatever version.
    ///
    /// - Returns: what this version of the form has no field for.
    @discardableResult
    mutating func take(_ definition: FormDefinition) -> [FormDraft.Entry] {
        var form = Self.form(definition, today, language, options)
        var leftover: [FormDraft.Entry] = []
        if let draft = laidAside.removeValue(forKey: definition.id) { leftover = form.restore(draft) }
        declaration = form
        fillDeclaration()
        return leftover
    }

    /// Fills fields of the declaration that say they come from the applicant, as `card.name` does from the
    /// name on page 1. What was typed there stays.
    mutating func fillDeclaration() {
        guard let declaration else { return }
        for group in declaration.definition.groups where group.repeats == nil {
            for field in group.fields {
                for source in field.sources {
                    let parts = source.split(separator: ".")
                    guard parts.count == 2, parts[0] == "card" || parts[0] == "person",
                        let value = applicantValue(String(parts[1]))
                    else { continue }
                    let mark =
                        applicant.source(of: applicantField(String(parts[1])))
                        ?? Strings.Applicant.sourceApplicant
                    self.declaration?.fill(field.id, value: value, source: mark, overwrite: false)
                    break
                }
            }
        }
    }

    /// Fills in what the server knows for the form, where nothing stands yet.
    mutating func take(_ autofill: Autofill) -> Bool {
        var isFilled = false
        for filled in autofill.fields where declaration?.definition.field(filled.field) != nil {
            if declaration?.answers[filled.field] == nil,
                declaration?.fill(filled.field, value: filled.value, source: Phrase(vi: filled.sourceName))
                    == true
            {
                isFilled = true
            }
        }
        return isFilled
    }

    private func applicantField(_ attribute: String) -> String {
        guard isOrganisation else { return attribute }
        return switch attribute {
        case "name": ApplicantForm.ID.organisation
        case "address": ApplicantForm.ID.seat
        default: attribute
        }
    }

    private func applicantValue(_ attribute: String) -> Answer? {
        applicant.answers[applicantField(attribute)]
    }

    // MARK: - Papers and the decision

    /// Missing papers make the supplement request the natural decision; the officer may choose otherwise.
    mutating func suggestDecision() {
        guard isDecisionSuggested else { return listMissing() }
        decide(papers.missing.isEmpty ? .receive : .requestSupplement)
    }

    /// The decision stands there by what is missing, and not by anybody's key.
    var isDecisionSuggested: Bool { !isDecided && !review.isTyped(ReviewForm.ID.decision) }

    /// Sets the decision. A supplement request begins with the missing papers and a reason; a refusal with
    /// nothing, because its reason is the officer's own.
    mutating func decide(_ decision: IntakeDecision) {
        if decision != self.decision { review.set(ReviewForm.ID.decision, to: .text(decision.rawValue)) }
        listMissing()
    }

    /// What form 02 asks for follows the papers as they stand: a paper that came in leaves the list, one that
    /// is missing now joins it. Lines that the officer wrote or took out stay so.
    mutating func listMissing() {
        guard decision == .requestSupplement else { return }
        let missing = papers.missing.map(\.name)
        let before = review.rawText(ReviewForm.ID.missing) ?? ""
        let text = Self.asked(before, missing: missing, listed: listed ?? [])
        if text != before { review.set(ReviewForm.ID.missing, to: .text(text)) }
        listed = missing
        if !review.isTyped(ReviewForm.ID.reason) {
            let reason = missing.isEmpty ? "" : Strings.Review.defaultReason.text(.vi)
            review.set(ReviewForm.ID.reason, to: .text(reason))
        }
    }

    /// The list of form 02 after a change of the papers.
    ///
    /// - Parameters:
    ///   - text: The list as it stands, one matter a line.
    ///   - listed: The papers that were missing when it was made, whose lines are the program's; those of them that
    ///     are not in it any more were taken out by the officer. Every other line is the officer's, also where it is
    ///     called as a paper of the case.
    static func asked(_ text: String, missing: [String], listed: [String]) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let own = Set(listed)
        let shown = Set(lines.map(\.trimmed))
        let joining = missing.filter { !shown.contains($0) && !listed.contains($0) }
        if lines.allSatisfy({ own.contains($0.trimmed) || $0.trimmed.isEmpty }) {
            // All of it is the program's: the papers come in the order of the case.
            return missing.filter { shown.contains($0) || joining.contains($0) }.joined(separator: "\n")
        }
        let kept = lines.filter { !own.contains($0.trimmed) || missing.contains($0.trimmed) }
        return (kept + joining).joined(separator: "\n")
    }

    // MARK: - Fees and delivery

    var quantities: [String: FeeQuantity] {
        var quantities: [String: FeeQuantity] = [:]
        for fee in picker.fees {
            let field = TermsForm.ID.quantity(fee.code)
            switch TermsForm.quantity(of: fee) {
            case .one: quantities[fee.code] = .count(1)
            case .number:
                if case .number(let count)? = terms.answers[field] { quantities[fee.code] = .count(count) }
            case .pages:
                if let text = terms.answers.text(field), let pages = TermsForm.pages(text) {
                    quantities[fee.code] = .pages(pages)
                }
            }
        }
        return quantities
    }

    /// The quantities that are asked for and that nothing can be counted with: empty, or wrong.
    var uncountable: [Field] {
        let known = quantities
        return picker.fees.filter { known[$0.code] == nil }.compactMap {
            terms.definition.field(TermsForm.ID.quantity($0.code))
        }
    }

    var channel: Int { terms.answers.text(TermsForm.ID.channel).flatMap { Int($0) } ?? 1 }

    var exemption: String? {
        switch terms.answers[TermsForm.ID.exemption] {
        case .text(let code): code.isEmpty ? nil : code
        case .choices(let codes): codes.first
        default: nil
        }
    }

    var quoteRequest: FeeQuoteRequest? {
        guard let procedure = picker.procedure, let chosen = picker.chosenCase, !picker.fees.isEmpty
        else { return nil }
        return FeeQuoteRequest(
            procedure: procedure.code, caseCode: chosen.code, channel: channel, quantities: quantities,
            exemption: exemption)
    }

    var wireDelivery: Delivery {
        let answers = terms.answers
        let method = answers.text(TermsForm.ID.delivery).flatMap(DeliveryMethod.init(rawValue:)) ?? .desk
        guard method == .post else { return Delivery(method: method) }
        return Delivery(
            method: .post, address: answers.text(TermsForm.ID.address),
            phone: answers.text(TermsForm.ID.phone).map { PhoneNumber.normalize($0) ?? $0 },
            recipient: answers.text(TermsForm.ID.recipient))
    }

    /// Takes quantities that the declaration already says: nothing is asked twice.
    mutating func fillQuantities() {
        for (fee, value) in declaredQuantities {
            terms.fill(
                TermsForm.ID.quantity(fee.code), value: value, source: Strings.Applicant.sourceDeclaration)
        }
    }

    var declaredQuantities: [(fee: FeeRule, value: Answer)] {
        guard let declaration else { return [] }
        return TermsForm.declared(declaration.answers, on: declaration.definition, fees: picker.fees)
    }

    /// Quantities that the officer typed and that the declaration contradicts, with what it says.
    var quantityContradictions: [(fee: FeeRule, declared: String)] {
        declaredQuantities.compactMap { fee, value in
            let field = TermsForm.ID.quantity(fee.code)
            switch (value, terms.answers[field]) {
            case (.number(let declared), .number(let own)):
                return declared == own ? nil : (fee, "\(declared)")
            case (.text(let declared), .text(let own)):
                return TermsForm.pages(declared)?.sorted() == TermsForm.pages(own)?.sorted()
                    ? nil : (fee, declared)
            default: return nil
            }
        }
    }

    /// Offers the applicant's own name, address and phone for the postal delivery.
    mutating func fillDelivery() {
        guard wireDelivery.method == .post else { return }
        let person = wireApplicant
        let source = Strings.Applicant.sourceApplicant
        for (field, value) in [
            (TermsForm.ID.recipient, Optional(person.name)), (TermsForm.ID.address, person.address),
            (TermsForm.ID.phone, person.phone),
        ] {
            if let value, !value.isEmpty {
                terms.fill(field, value: .text(value), source: source, overwrite: false)
            }
        }
    }
}
