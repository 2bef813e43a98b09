import Forms
import Models
import TUI

/// Draws page 6: the decision, then what is still to be mended or what will be sent.
extension IntakeScreen {
    func drawReview(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let wanted = FormView.rows(of: intake.review, columns: area.columns)
        let (top, rest) = area.splitTop(min(wanted, max(4, area.rows * 2 / 3)))
        let sheet = reviewSheet(width: area.columns - 3, context.language)
        let body = Rect(column: rest.column + 1, row: rest.row, columns: rest.columns - 2, rows: rest.rows)
        let first = sheet.clamped(reviewOffset, rows: body.rows)
        sheet.draw(into: &canvas, area: body, offset: first)
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: rest.endColumn - 1, row: rest.row, columns: 1, rows: rest.rows),
            total: sheet.lines.count, first: first, role: .border, glyphs: Glyphs.of(context))
        FormView.draw(intake.review, into: &canvas, rect: top, context: context, popupArea: area)
    }

    func reviewSheet(width: Int, _ language: Language, isSpoken: Bool = false) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func say(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        if let words = submission.words(isConnected: desk.link.isConnected) {
            sheet.text("! " + words.text(language), role: .error)
        }
        if !issues.isEmpty {
            sheet.section(say(Strings.Review.errors), role: .error)
            for issue in issues {
                let label =
                    issue.target.field.flatMap { self.label(of: $0, on: issue.target.page, language) } ?? ""
                let place = Strings.Review.page(
                    issue.target.page.rawValue, issue.target.page.name.text(language))
                let words = issue.text.text(language)
                // Where the message names the field, it is not named twice.
                let field = label.isEmpty || words.contains(label) ? "" : ", " + label
                sheet.text("! \(place.text(language))\(field): \(words)", role: .error)
            }
        }
        if let signature = intake.signature {
            let words = Strings.Review.signature(signature.keyId)
            sheet.text("✓ " + words.text(language), role: .success)
        } else if intake.needsSignature, intake.canSign, !isSpoken {
            let words = Strings.Review.howToSign(DeskActions.keyLabel(.sign))
            sheet.text(words.text(language), role: .dim)
        }
        for doubt in intake.doubts { sheet.text("▲ " + doubt.text(language), role: .warning) }
        if intake.isUnreachable {
            sheet.text("▲ " + Strings.Review.unreachable.text(language), role: .warning)
        }
        for name in intake.allSmallNames {
            sheet.text("▲ " + Strings.Review.smallName(name).text(language), role: .warning)
        }
        for notice in notices { sheet.text("▲ " + notice.text(language), role: .warning) }
        switch duplicates {
        case .none: break
        case .loading: sheet.text(Strings.Review.duplicatesLoading.text(language), role: .dim)
        case .failed(let words):
            sheet.text(
                "▲ " + Strings.Review.duplicatesUnknown(words.text(language)).text(language), role: .warning)
        case .ready(let found):
            guard !found.isEmpty else { break }
            sheet.section(say(Strings.Review.duplicates), role: .warning)
            DuplicateLines.addFolded(found, to: &sheet, language)
            sheet.text(Strings.Review.duplicateHint.text(language), role: .dim)
        }
        let person = intake.wireApplicant
        sheet.section(say(Strings.Intake.pageApplicant))
        let facts = [
            person.name, person.identityNumber, person.taxCode, person.birthDate?.display, person.phone,
            person.address,
        ].compactMap(\.self).filter { !$0.isEmpty }
        sheet.pair(say(Strings.Dossier.applicant), facts.joined(separator: ", "))
        if let submitter = intake.wireSubmitter {
            sheet.pair(
                say(Strings.Dossier.submitter),
                "\(submitter.name), \(submitter.identityNumber), \(submitter.relation)")
        }
        sheet.section(say(Strings.Intake.pageProcedure))
        sheet.pair(say(Strings.Dossier.procedure), intake.picker.procedure?.name)
        sheet.pair(say(Strings.Dossier.caseName), intake.picker.chosenCase?.name)
        sheet.section(say(Strings.Dossier.papers))
        for document in intake.papers.submitted {
            sheet.text("· " + PaperLine.text(document, language))
        }
        for missing in intake.papers.missing {
            sheet.text("▲ \(Strings.Review.missingPapers.text(language)): \(missing.name)", role: .warning)
        }
        sheet.section(say(Strings.Terms.fees))
        if intake.decision == .receive {
            for line in quoteLines(width: width, language) { sheet.add(line) }
        } else {
            sheet.text(Strings.Terms.nothingCollected(intake.decision).text(language), role: .dim)
        }
        sheet.section(say(Strings.Terms.appointment))
        if let preview = due.value, let at = preview.dueAt {
            let day = Strings.Common.weekday(at.date.weekday).text(language)
            sheet.pair(say(Strings.Dossier.due), "\(day), \(at.display)", role: .title)
            sheet.pair(
                say(Strings.Dossier.why), preview.explanation(in: language).joined(separator: "\n"),
                role: .dim)
        }
        sheet.pair(say(Strings.Terms.delivery), intake.wireDelivery.text(language))
        sheet.pair(say(Strings.Terms.note), intake.terms.text(TermsForm.ID.note))
        if let form = intake.declaration {
            sheet.section(say(Strings.Dossier.declaration))
            let names = names(of: form)
            sheet.add(
                AnswerLines(form: form.definition, language: language) { names[$0] }.lines(form.answers))
        }
        return sheet
    }

    /// What the lists of the form itself call the codes in it.
    private func names(of form: FormState) -> [AnswerLines.Code: String] {
        let (answers, lines) = (form.answers, AnswerLines(form: form.definition, language: .vi))
        var names: [AnswerLines.Code: String] = [:]
        for group in form.definition.groups {
            let rows = group.repeats == nil ? [answers] : answers.rows(group.id)
            for (number, row) in rows.enumerated() {
                for field in group.fields {
                    let path =
                        group.repeats == nil
                        ? FieldPath(field.id) : FieldPath(field.id, group: group.id, row: number)
                    for value in AnswerLines.values(row[field.id]) {
                        guard let code = lines.code(value, field, row, answers) else { continue }
                        names[code] = form.choices(at: path)?.items.first { $0.value == value }?.label.string
                    }
                }
            }
        }
        return names
    }

    private func label(of path: FieldPath, on page: IntakePage, _ language: Language) -> String? {
        let definition: FormDefinition? =
            switch page {
            case .applicant: ApplicantForm.definition
            case .declaration: intake.declaration?.definition
            case .terms: intake.terms.definition
            case .review: ReviewForm.definition
            case .procedure, .papers: nil
            }
        return definition?.field(path.field, group: path.group)?.label.text(language)
    }
}
