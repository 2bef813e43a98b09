import Forms
import Models
import TUI

extension Intake {
    /// Sets up all that depends on the case chosen: papers, quantities, and an empty place for its form.
    ///
    /// What was ticked for papers of the same code stays ticked, and the declaration of the case before is
    /// laid aside under its form.
    mutating func caseChanged() {
        guard let chosen = picker.chosenCase else { return }
        papers = papers.carried(to: chosen.documents)
        layAside()
        let before = terms
        terms = Self.form(TermsForm.definition(fees: picker.fees), today, language, options)
        for (field, answer) in before.answers.values where terms.definition.field(field) != nil {
            terms.set(field, to: answer)
        }
        suggestDecision()
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
        guard !review.isTyped(ReviewForm.ID.decision) else { return listMissing() }
        decide(papers.missing.isEmpty ? .receive : .requestSupplement)
    }

    /// Sets the decision, with the missing papers and a reason to begin with.
    mutating func decide(_ decision: IntakeDecision) {
        if decision != self.decision { review.set(ReviewForm.ID.decision, to: .text(decision.rawValue)) }
        listMissing()
    }

    /// What form 02 asks for follows the ticks until the officer writes it himself.
    private mutating func listMissing() {
        guard decision == .requestSupplement else { return }
        let missing = papers.missing
        if !review.isTyped(ReviewForm.ID.missing) {
            review.set(ReviewForm.ID.missing, to: .text(missing.map(\.name).joined(separator: "\n")))
        }
        if !review.isTyped(ReviewForm.ID.reason) {
            let reason = missing.isEmpty ? "" : Strings.Review.defaultReason.text(.vi)
            review.set(ReviewForm.ID.reason, to: .text(reason))
        }
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
        guard let answers = declaration?.answers else { return }
        func number(_ fields: [String]) -> Int? {
            for field in fields { if case .number(let count)? = answers[field] { return count } }
            return nil
        }
        let source = Strings.Applicant.sourceDeclaration
        for fee in picker.fees {
            let field = TermsForm.ID.quantity(fee.code)
            switch TermsForm.quantity(of: fee) {
            case .one: break
            case .number:
                if let count = number(TermsForm.countingFields(per: fee.per)) {
                    terms.fill(field, value: .number(count), source: source)
                }
            case .pages:
                guard let pages = number(["so_trang"]), (1...9999).contains(pages) else { continue }
                let copies = min(max(1, number(["so_ban"]) ?? 1), 60)
                let text = Array(repeating: "\(pages)", count: copies).joined(separator: " ")
                terms.fill(field, value: .text(text), source: source)
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
