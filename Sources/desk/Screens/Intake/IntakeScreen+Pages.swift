import APIClient
import Forms
import Models
import TUI

/// What happens on the pages that are no forms, and what a scan does on all of them.
extension IntakeScreen {
    // MARK: - The card

    mutating func take(scan: String, _ context: ScreenContext) -> [Effect<Message>] {
        let language = context.language
        switch ScanReading.recognise(scan) {
        case .identityCard(let raw):
            let card: IdentityCard
            do {
                card = try IdentityCard.parse(raw)
            } catch {
                let words = "\(error.message.text(language)) \(error.hint.text(language))"
                return [.toast(SafeText(words), .error), .bell]
            }
            switch intake.take(card) {
            case .filled(let name):
                return [.toast(SafeText(Strings.Applicant.scanned(name).text(language)), .success)]
                    + lookUpIfNew()
            case .placed(let name, let group):
                let group = group.text(language)
                let words =
                    intake.otherCard == nil
                    ? Strings.Applicant.placed(name, group) : Strings.Applicant.placedOther(name, group)
                return [.toast(SafeText(words.text(language)), .success)]
            case .differs(let name):
                let words = Strings.Applicant.scannedOther(name)
                return [.toast(SafeText(words.text(language)), .warning), .bell]
            }
        case .dossierCode(let code): return [.push(DossierScreen(desk: desk, code: code))]
        case .trackingNumber(let number): return [.push(LookupScreen(desk: desk, query: number))]
        case nil: return []
        }
    }

    mutating func fillKnown(_ context: ScreenContext) -> [Effect<Message>] {
        if let card = intake.otherCard {
            ask(.otherApplicant(card), context)
            return []
        }
        guard intake.fillKnown() else { return [] }
        return [.toast(SafeText(Strings.Applicant.filled.text(context.language)), .success)]
    }

    /// The officer has said yes to another applicant.
    mutating func changeApplicant(_ context: ScreenContext) -> [Effect<Message>] {
        let former = intake.applicantName ?? intake.identityNumber ?? ""
        guard let name = intake.changeApplicant() else { return [] }
        let words = Strings.Applicant.changed(former, name).text(context.language)
        return [.clearToasts(), .toast(SafeText(words), .warning)] + lookUpIfNew() + loadAutofill()
    }

    /// Alt-Z right after it: all of it at once.
    mutating func takeBackApplicant(_ context: ScreenContext) -> [Effect<Message>] {
        guard let name = intake.takeBack() else { return [] }
        let words = Strings.Applicant.takenBack(name).text(context.language)
        return [.clearToasts(), .toast(SafeText(words), .success)] + lookUpIfNew()
    }

    // MARK: - Procedures

    mutating func handleInProcedures(_ input: Input) -> [Effect<Message>] {
        if case .mouse(let mouse) = input {
            return intake.picker.point(mouse) == true ? takeProcedure() : []
        }
        let isChanged = intake.picker.handle(input)
        // What the entry did not take, in whole or in part, is heard and said (eForm TF-2).
        let bell: [Effect<Message>] = intake.picker.query.notice == nil ? [] : [.bell]
        guard isChanged else { return bell }
        // What is loaded is searched at once; beyond the first page the server is asked.
        guard desk.catalogueIsPartial else { return bell }
        return bell + [.after(id: "search-pause", seconds: 0.35, .searchPause(intake.picker.query.text))]
    }

    mutating func takeProcedure() -> [Effect<Message>] {
        if intake.picker.focus == .cases {
            intake.picker.takeCase()
            return caseTaken()
        }
        guard let summary = intake.picker.highlighted else { return [.bell] }
        if let procedure = intake.picker.procedure, procedure.code == summary.code {
            if procedure.cases.count > 1 {
                intake.picker.openCases()
                return []
            }
            intake.picker.take(procedure, case: intake.picker.caseCode)
            return intake.picker.chosenCase == nil ? [] : caseTaken()
        }
        procedureLoad = .loading
        return [loadProcedure(summary.code)]
    }

    /// A case is chosen: its papers are the next thing to do.
    mutating func caseTaken() -> [Effect<Message>] {
        if intake.needsRebuild {
            intake.caseChanged()
            quote = .none
            due = .none
            duplicates = .none
        }
        if intake.page == .procedure { intake.page = .papers }
        return loadForm() + refreshTerms()
    }

    // MARK: - Scrolling

    /// Moves what stands below the form: fees and appointment, or the review.
    mutating func scroll(_ step: Int, _ context: ScreenContext) -> [Effect<Message>] {
        switch intake.page {
        case .terms:
            return scrollBox(step, most: termsScroll(context))
        case .applicant: return scrollBox(step, most: knownScroll(context))
        case .review: reviewOffset = max(0, reviewOffset + step * 3)
        case .procedure, .papers, .declaration: return [.bell]
        }
        return []
    }

    private mutating func scrollBox(_ step: Int, most: Int) -> [Effect<Message>] {
        guard most > 0 else { return [.bell] }
        boxOffset = min(max(0, min(boxOffset, most) + step), most)
        return []
    }

    // MARK: - Papers

    mutating func handleInPapers(_ input: Input, _ language: Language) -> [Effect<Message>] {
        switch input {
        case .mouse(let mouse):
            // A second click ticks, as the key does that the bar names.
            switch intake.papers.drawn.click(
                mouse, bar: intake.papers.cursor, count: intake.papers.rows.count)
            {
            case .open:
                intake.papers.tick()
                intake.suggestDecision()
            case .row(let row): intake.papers.move(to: row)
            case nil: break
            }
        case .text(let text):
            var isTaken = true
            for character in text {
                guard let digit = character.wholeNumberValue else { continue }
                if !intake.papers.type(digit) { isTaken = false }
            }
            intake.suggestDecision()
            guard !isTaken, intake.papers.column == .digitised else { return isTaken ? [] : [.bell] }
            return [
                .clearToasts(), .toast(SafeText(Strings.Papers.noNumber.text(language)), .warning), .bell,
            ]
        case .key(let key):
            switch key.code {
            case .up: intake.papers.move(by: -1)
            case .down: intake.papers.move(by: 1)
            case .left: intake.papers.moveColumn(by: -1)
            case .right: intake.papers.moveColumn(by: 1)
            case .home: intake.papers.move(to: 0)
            case .end: intake.papers.move(to: intake.papers.rows.count - 1)
            case .enter, .tab:
                if intake.papers.cursor + 1 < intake.papers.rows.count {
                    intake.papers.move(by: 1)
                } else {
                    intake.page = .declaration
                }
            case .backTab:
                if intake.papers.cursor > 0 { intake.papers.move(by: -1) } else { intake.page = .procedure }
            default: break
            }
        default: break
        }
        return []
    }
}
