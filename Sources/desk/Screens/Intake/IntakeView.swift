import APIClient
import Forms
import Models
import TUI

/// Draws the intake: the pages across the top, the draft's time, the page below.
extension IntakeScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        let (head, body) = area.splitTop(2)
        drawTabs(into: &canvas, area: head, context)
        // Lists and calendars of a form may cover the whole page: the form is drawn last.
        switch intake.page {
        case .applicant: drawApplicant(into: &canvas, area: body, context)
        case .procedure:
            ProcedurePickerView.draw(
                intake.picker, load: procedureLoad, catalogueIsLoading: desk.catalogue == nil, into: &canvas,
                area: body, context)
        case .papers: drawPapers(into: &canvas, area: body, context)
        case .declaration: drawDeclaration(into: &canvas, area: body, context)
        case .terms: drawTerms(into: &canvas, area: body, context)
        case .review: drawReview(into: &canvas, area: body, context)
        }
        dialog?.draw(into: &canvas, bounds: area, context: context)
    }

    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
        guard dialog == nil else { return nil }
        return openForm.flatMap { FormView.drawTyped($0, into: &canvas, context: context) }
    }

    func lineEnd(_ context: ScreenContext) -> LineEnd? {
        guard dialog == nil else { return nil }
        return openForm.flatMap { FormView.lineEnd($0, context: context) }
    }

    /// The form that the open page is.
    private var openForm: FormState? {
        switch intake.page {
        case .applicant: intake.applicant
        case .declaration: intake.declaration
        case .terms: intake.terms
        case .procedure, .papers, .review: nil
        }
    }

    // MARK: - The top

    private func drawTabs(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let names = IntakePage.allCases.map { SafeText("\($0.rawValue) \($0.name.text(language))") }
        let total = names.reduce(0) { $0 + $1.width }
        // Where all names have no room, the pages but the one that is open show their numbers only.
        let room = area.columns - 2
        let isShort = total + 2 * (names.count - 1) > room
        let gap = isShort ? 2 : min(3, (room - total) / (names.count - 1))
        var column = 1
        var openEnd = 0
        for (page, name) in zip(IntakePage.allCases, names) {
            let isOpen = page == intake.page
            let mark = pageMark(page)
            var text = isShort && !isOpen ? SafeText("\(page.rawValue)") : name
            if let mark { text += mark.0 }
            let role: Role = isOpen ? .tabSelected : mark?.1 ?? .tab
            let used = canvas.put(text, at: Point(column, area.row), role: role)
            if isOpen {
                canvas.fill(
                    Rect(column: column, row: area.row + 1, columns: used, rows: 1), with: "═",
                    role: .borderFocused)
                openEnd = column + used
            }
            column += used + gap - (mark == nil ? 0 : min(1, gap - 1))
        }
        let note = draftNote(language)
        let right = area.columns - note.0.width - 1
        canvas.put(note.0, at: Point(openEnd < right ? right : 1, area.row + 1), role: note.1)
    }

    /// A page with errors carries "!".
    private func pageMark(_ page: IntakePage) -> (SafeText, Role)? {
        if issues.contains(where: { $0.target.page == page }) { return ("!", .error) }
        return nil
    }

    private func draftNote(_ language: Language) -> (SafeText, Role) {
        if saveProblem == .full { return (SafeText(Strings.Intake.draftDiskFull.text(language)), .warning) }
        if saveProblem != nil { return (SafeText(Strings.Intake.draftMemory.text(language)), .warning) }
        if owner?.store == nil { return (SafeText(Strings.Intake.draftMemory.text(language)), .warning) }
        guard let savedAt else { return (.empty, .dim) }
        return (SafeText(Strings.Intake.draftSaved(savedAt.clock).text(language)), .dim)
    }

    // MARK: - Page 1

    private func drawApplicant(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let wanted = FormView.rows(of: intake.applicant, columns: area.columns)
        let language = context.language
        let notes = knownLines(width: area.columns - 5, language)
        let noteRows = notes.isEmpty ? 0 : min(notes.count + 2, max(3, area.rows - wanted))
        let formRows = min(wanted, area.rows - noteRows)
        let (top, rest) = area.splitTop(formRows)
        if noteRows > 0 {
            // As wide as the form, which keeps its last column for a scroll bar.
            let box = rest.splitTop(noteRows).top.splitLeft(area.columns - 1).left
            let hasAnswer = intake.known != nil || lookup.isLoading || lookup.failure != nil
            let title =
                hasAnswer
                ? Strings.Applicant.known(hasHistory: intake.known?.dossiers.isEmpty == false)
                : Strings.Applicant.doubts
            drawScrolled(
                title.text(language), notes, offset: boxOffset, into: &canvas, area: box, language)
        }
        FormView.draw(intake.applicant, into: &canvas, rect: top, context: context, popupArea: area)
    }

    /// How far the box of page 1 can be scrolled.
    func knownScroll(_ context: ScreenContext) -> Int {
        let area = Rect(origin: Point(0, 0), size: context.size).splitTop(2).rest
        let wanted = FormView.rows(of: intake.applicant, columns: area.columns)
        let notes = knownLines(width: area.columns - 5, context.language).count
        return notes == 0 ? 0 : max(0, notes + 2 - min(notes + 2, max(3, area.rows - wanted)))
    }

    /// What the system knows of this person, and doubts about the number; the most pressing first.
    private func knownLines(width: Int, _ language: Language) -> [[Sheet.Run]] {
        var sheet = Sheet(width: width)
        if let card = intake.otherCard, !intake.isCardPlaced {
            sheet.text("▲ " + Strings.Applicant.cardOffer(card.name).text(language), role: .warning)
        }
        for small in intake.smallNames {
            sheet.text("▲ " + Strings.Applicant.smallName(small.name).text(language), role: .warning)
        }
        for doubt in intake.doubts { sheet.text("▲ " + doubt.text(language), role: .warning) }
        if lookup.isLoading { sheet.text(Strings.Applicant.looking.text(language), role: .dim) }
        if let failure = lookup.failure {
            sheet.text(Strings.Applicant.lookupFailed(failure.text(language)).text(language), role: .warning)
        }
        guard let known = intake.known else { return sheet.lines }
        if !intake.offers.isEmpty {
            let list = intake.offers.map { offer($0.field, $0.value, language) }.joined(separator: ", ")
            sheet.text(
                "\(Strings.Applicant.offer(list).text(language))   \(Strings.Applicant.offerKey.text(language))",
                role: .filled)
        }
        for (field, value) in intake.contradictions {
            sheet.text(
                "▲ " + Strings.Applicant.otherValue(offer(field, value, language)).text(language),
                role: .warning)
        }
        if let first = known.open.first {
            sheet.text(
                "▲ "
                    + Strings.Applicant.open(known.open.count, first.code, first.procedureName).text(language),
                role: .warning)
        }
        let closed = known.dossiers.filter { !$0.open }
        if let latest = closed.first {
            let words = Strings.Applicant.earlier(
                closed.count, latest.day?.display, latest.procedureName, latest.statusName)
            sheet.text(words.text(language))
        }
        if known.dossiers.isEmpty { sheet.text(Strings.Applicant.knownNone().text(language), role: .dim) }
        return sheet.lines
    }

    /// A known value under the name of its field.
    func offer(_ field: String, _ value: Answer, _ language: Language) -> String {
        let label = ApplicantForm.definition.field(field)?.label.text(language) ?? field
        guard case .text(let text) = value else { return label }
        switch field {
        case ApplicantForm.ID.birth: return "\(label) \(LocalDate(iso: text)?.display ?? text)"
        case ApplicantForm.ID.sex:
            let words = text == Sex.female.rawValue ? Strings.Dossier.female : Strings.Dossier.male
            return "\(label) \(words.text(language))"
        default: return "\(label) \(text)"
        }
    }

    // MARK: - Pages 3 and 4

    private func drawPapers(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        guard intake.picker.chosenCase != nil else {
            canvas.put(
                SafeText(Strings.Papers.notYet.text(context.language)), at: Point(2, area.row + 1), role: .dim
            )
            return
        }
        PaperListView.draw(
            intake.papers, declaration: intake.picker.chosenCase?.formId, into: &canvas, area: area,
            isFocused: dialog == nil, context)
    }

    private func drawDeclaration(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        if let form = intake.declaration {
            return FormView.draw(form, into: &canvas, rect: area, context: context, popupArea: area)
        }
        let language = context.language
        let (words, role): (Phrase, Role) =
            if intake.picker.chosenCase == nil {
                (Strings.Papers.notYet, .dim)
            } else if let failure = formLoad.failure {
                (Strings.Declaration.failed(failure.text(language)), .error)
            } else { (Strings.Declaration.loading, .dim) }
        for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
            canvas.put(line, at: Point(2, area.row + 1 + row), role: role)
        }
    }

    // MARK: - Message line

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        func line(_ words: Phrase, _ role: Role = .dim) -> MessageLine {
            MessageLine(SafeText(words.text(language)), role: role)
        }
        switch submission {
        case .sending:
            let slow = SlowServer.words(since: sentAt, now: context.now)
            return line(slow ?? Strings.Review.sending, slow == nil ? .dim : .warning)
        case .unknown, .open: break
        }
        if intake.page == .review, let words = submission.words(isConnected: desk.link.isConnected) {
            return line(words, .error)
        }
        if let card = intake.otherCard, !intake.isCardPlaced {
            return line(Strings.Applicant.cardOffer(card.name), .warning)
        }
        // Lamps warm up, and the network is searched: that it goes on has to be seen as long as it takes.
        if isScanning, intake.page == .declaration { return line(Strings.Files.scanning) }
        switch intake.page {
        case .procedure:
            if let notice = intake.picker.query.notice { return line(notice, .warning) }
            if let failure = procedureLoad.failure { return line(failure, .error) }
            return line(
                intake.picker.focus == .cases ? Strings.Procedure.chooseCase : Strings.Procedure.findHelp)
        case .papers:
            if intake.picker.chosenCase != nil, !intake.papers.missing.isEmpty,
                intake.papers.cursor == intake.papers.rows.count - 1
            {
                return line(Strings.Papers.missingHint, .warning)
            }
            return line(Strings.Papers.help)
        case .review:
            if !issues.isEmpty { return line(Strings.Review.errorCount(issues.count), .error) }
            return intake.review.messageLine(language)
        case .declaration where intake.declaration == nil: return nil
        case .applicant, .declaration, .terms: return intake.form?.messageLine(language)
        }
    }
}
