import Forms
import Models
import TUI

/// Composes a dossier's page: what stands in it, its papers, its clock, its money, its history.
struct DossierSheet {
    var dossier: Dossier
    var events: Remote<[DossierEvent]>
    /// Names the fields of the declaration.
    var form: Remote<FormDefinition>
    /// Names codes of reference sets in the answers.
    var names: [AnswerLines.Code: String] = [:]
    /// With the pauses; nil where it is not loaded.
    var clock: DossierClock?
    /// Until when an online dossier that is not taken in has to be answered.
    var limit: Instant?
    var now: Instant
    var language: Language

    private typealias Words = Strings.Dossier

    /// - Parameter isPage: The page's own head says code and status already.
    func sheet(width: Int, isSpoken: Bool = false, isPage: Bool = false) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        head(&sheet, isPage: isPage)
        if let bundle = dossier.bundle { BundleLines.add(bundle, to: &sheet, of: dossier.id, language) }
        applicant(&sheet)
        deadline(&sheet)
        papers(&sheet)
        result(&sheet)
        handover(&sheet)
        declaration(&sheet)
        fees(&sheet)
        history(&sheet)
        return sheet
    }

    private func say(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }

    private func head(_ sheet: inout Sheet, isPage: Bool) {
        if !isPage {
            // A step that is called like its status is not said twice.
            let step = dossier.stepName == dossier.statusName ? "" : dossier.stepName
            sheet.line(
                .init(SafeText(dossier.code), .title), .init("  "),
                .init(SafeText(dossier.statusTitle.text(language)), dossier.statusRole), .init("  "),
                .init(SafeText(step), .dim))
        }
        sheet.pair(say(Words.procedure), "\(dossier.procedure.name) (\(dossier.procedure.code))")
        sheet.pair(say(Words.caseName), dossier.caseName)
        sheet.pair(say(Words.unit), dossier.unit.name)
        sheet.pair(say(Words.lookupCode), dossier.lookupCode)
        sheet.pair(
            say(Words.register),
            Words.registerEntry(dossier.registerBook, dossier.registerNumber).text(language))
        sheet.pair(say(Words.receivedBy), dossier.receivedBy.name)
        sheet.pair(say(Words.channel), Words.channelName(dossier.channel).text(language))
        sheet.pair(say(Words.note), dossier.note)
        // What was asked for and came since stands in the history; here stands what holds.
        guard [3, 5, 8].contains(dossier.status) else { return }
        sheet.pair(say(Words.reason), dossier.reason, role: .warning)
        guard dossier.status == 5 else { return }
        sheet.pair(say(Words.missing), dossier.missing?.joined(separator: "; "), role: .warning)
    }

    private func applicant(_ sheet: inout Sheet) {
        let applicant = dossier.applicant
        sheet.section(say(Words.applicant))
        if dossier.masked { sheet.text(Words.maskedNote.text(language), role: .dim) }
        let isOrganisation = applicant.kind == .organisation
        sheet.pair(say(isOrganisation ? Words.organisation : Words.name), applicant.name)
        sheet.pair(say(Words.number), applicant.identityNumber)
        sheet.pair(say(Words.taxCode), applicant.taxCode)
        sheet.pair(say(Words.representative), applicant.representative)
        sheet.pair(say(Words.birth), applicant.birthDate?.display)
        sheet.pair(
            say(Words.sex), applicant.sex.map { ($0 == .female ? Words.female : Words.male).text(language) })
        sheet.pair(say(Words.address), applicant.address)
        sheet.pair(say(Words.phone), applicant.phone)
        sheet.pair(say(Words.email), applicant.email)
        if let submitter = dossier.submitter {
            let facts = [submitter.name, submitter.identityNumber, submitter.phone, submitter.relation]
            sheet.pair(say(Words.submitter), facts.compactMap(\.self).joined(separator: ", "))
        }
    }

    private func deadline(_ sheet: inout Sheet) {
        sheet.section(say(Words.deadline))
        sheet.pair(say(Words.submitted), dossier.submittedAt.display)
        sheet.pair(say(Words.accepted), dossier.acceptedAt?.display)
        let term = ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit).words
        if let due = dossier.dueAt {
            let left = DueText(due: due, now: now, isRunning: isRunning)
            sheet.pair(
                say(Words.due), "\(due.display)  \(left.words?.text(language) ?? "")", role: left.role)
        } else if let limit {
            let bar = ClockBar(dossier: dossier, clock: clock, limit: limit, now: now)
            sheet.pair(say(Words.due), bar.words.text(language), role: bar.role)
        } else {
            sheet.pair(say(Words.due), Words.noDue.text(language), role: .dim)
        }
        sheet.pair(say(Strings.Procedure.time), term.text(language))
        sheet.pair(
            say(Words.why), dossier.deadline.explanation(in: language).joined(separator: "\n"), role: .dim)
        for pause in clock?.pauses ?? [] {
            let words = Strings.Act.pause(
                pause.from.display, pause.to?.display, reset: pause.resume == .reset)
            sheet.pair(say(Strings.Act.pauses), words.text(language), role: .warning)
        }
        let delivery = dossier.delivery
        sheet.pair(say(Words.delivery), delivery.text(language))
    }

    private func papers(_ sheet: inout Sheet) {
        sheet.section(say(Words.papers))
        for document in dossier.documents { sheet.text("· " + PaperLine.text(document, language)) }
        if dossier.documents.isEmpty { sheet.text(Strings.Common.none.text(language), role: .dim) }
    }

    /// What was drafted or issued, as soon as the history says it.
    private func result(_ sheet: inout Sheet) {
        guard let result = ResultDocuments(events.value ?? []) else { return }
        sheet.section(say(result.isDraft ? Strings.Act.draft : Strings.Act.results))
        for document in result.documents { sheet.text("· " + ResultLines.text(document, language)) }
    }

    /// Who took the result, and on what: the proof of the hand-over.
    private func handover(_ sheet: inout Sheet) {
        guard let handover = Handover(events.value ?? []) else { return }
        let proof = handover.proof
        sheet.section(say(Strings.Act.handover))
        sheet.pair(
            say(Strings.Act.handedAt),
            Strings.Act.handedOver(handover.at.display, by: handover.by?.name).text(language))
        sheet.pair(say(Strings.Act.recipient), proof.recipient)
        sheet.pair(say(Strings.Act.identityNumber), proof.identityNumber)
        sheet.pair(say(Strings.Act.relation), proof.relation)
        sheet.pair(say(Strings.Act.tracking), proof.trackingNumber)
        if proof.slipReturned == true {
            sheet.text("✓ " + Strings.Act.slipReturned.text(language), role: .success)
        }
    }

    private func declaration(_ sheet: inout Sheet) {
        sheet.section(say(Words.declaration))
        if let failure = form.failure {
            sheet.text(Words.labelsFailed(failure.text(language)).text(language), role: .warning)
        }
        if let signature = dossier.signature {
            sheet.text("✓ " + Strings.Review.signature(signature.keyId).text(language), role: .success)
        }
        let lines = AnswerLines(form: form.value, language: language) { names[$0] }.lines(dossier.answers)
        sheet.add(lines)
        if lines.isEmpty {
            let words = dossier.masked ? Strings.Common.masked : Strings.Common.none
            sheet.text(words.text(language), role: .dim)
        }
    }

    private func fees(_ sheet: inout Sheet) {
        sheet.section(say(Words.fees))
        guard dossier.isTakenIn else {
            let isRefused = dossier.decision == .refuse || dossier.isRefused
            let words = Strings.Terms.nothingCollected(isRefused ? .refuse : .requestSupplement)
            return sheet.text(words.text(language), role: .dim)
        }
        QuoteLines.add(dossier.quote, to: &sheet, language)
        switch dossier.owed {
        case 0?: if dossier.quote.total > 0 { sheet.text(Strings.Terms.paid.text(language), role: .success) }
        case let owed?:
            sheet.text(Strings.Terms.unpaid(Money(dong: owed).display).text(language), role: .warning)
        case nil: break
        }
    }

    private func history(_ sheet: inout Sheet) {
        sheet.section(say(Words.events))
        if let failure = events.failure {
            sheet.text(Words.eventsFailed(failure.text(language)).text(language), role: .warning)
        } else if events.isLoading {
            sheet.text(Strings.Common.loading.text(language), role: .dim)
        }
        for opening in dossier.openings ?? [] {
            sheet.pair(
                SafeText(opening.at.display), Strings.BreakGlass.line(opening).text(language), role: .warning)
        }
        for event in (events.value ?? []).sorted(by: { $0.seq > $1.seq }) {
            var text = Strings.Verb.name(event.action).text(language)
            if let step = event.toName, event.toStep != event.fromStep { text += " → " + step }
            if let actor = event.actor { text += ", \(actor.name)" }
            if let other = event.onBehalfOf { text += " (\(Words.onBehalfOf(other.name).text(language)))" }
            if let note = event.note { text += ": \(note)" }
            if let proof = event.detail?.handover {
                let facts = [proof.recipient, proof.identityNumber, proof.relation, proof.trackingNumber]
                text +=
                    "\n\(Strings.Act.handover.text(language)): "
                    + facts.compactMap(\.self).joined(separator: ", ")
            }
            if let why = event.detail?.incompleteReason {
                text += "\n" + Strings.Act.wentOn(event.detail?.lacking ?? [], why).text(language)
            }
            let amended = AmendedLines(language: language, form: form.value) { names[$0] }
            for line in amended.lines(event.detail?.changes ?? []) {
                text += "\n" + line.text.text(language)
            }
            sheet.pair(SafeText(event.at.display), text)
        }
    }

    private var isRunning: Bool { ![3, 7, 8, 9, 10].contains(dossier.status) }
}

extension Dossier {
    /// "Đã xử lý xong": done, while the result waits to be given out.
    static let finished = 9

    /// The look of its status.
    var statusRole: Role {
        switch status {
        case 3, 7, 8: .warning
        case 5, 6: .dueSoon
        case 9, 10: .success
        default: .link
        }
    }
}
