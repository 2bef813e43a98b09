import Forms
import Models
import TUI

/// A call as it is known while somebody speaks: its own act, under one key from the first ring.
struct CallCard: Sendable {
    let key: ID
    let startedAt: Instant
    var form: FormState
    /// The dossier that it is about.
    var dossier: CallDossier?
    /// The procedure of the question that was read out last, where it is about no dossier.
    var procedure: String?
    /// The dossiers for which the caller showed that they are his.
    var verified: Set<ID> = []
    var ticket: TicketRequest?
    /// Whom the ticket goes to, by name.
    var ticketTo: String?

    init(key: ID, startedAt: Instant, phone: String?, today: LocalDate, language: Language) {
        self.key = key
        self.startedAt = startedAt
        form = Self.makeForm(CallForm.answers(phone: phone), today, language)
    }

    private static func makeForm(_ answers: Answers, _ today: LocalDate, _ language: Language) -> FormState {
        var form = FormState(
            CallForm.definition, answers: answers, today: today, language: language, submitLabel: nil)
        form.submitName = Strings.Call.save
        form.wraps = false
        return form
    }

    /// Takes an unfinished card up.
    init?(_ content: JSONValue, today: LocalDate, language: Language) {
        guard let draft = try? LenientJSON.decode(CallDraft.self, from: content) else { return nil }
        key = draft.key
        startedAt = draft.startedAt
        form = Self.makeForm(Answers(), today, language)
        _ = form.restore(draft.form)
        dossier = draft.dossier
        procedure = draft.procedure
        verified = Set(draft.verified)
        ticket = draft.ticket
        ticketTo = draft.ticketTo
    }

    var isVerified: Bool { dossier.map { verified.contains($0.id) } ?? false }

    var draft: CallDraft {
        CallDraft(
            key: key, startedAt: startedAt, form: form.draft, dossier: dossier, procedure: procedure,
            verified: verified.sorted(), ticket: ticket, ticketTo: ticketTo)
    }

    /// What is sent. A number that is none of Vietnam's stays in the note: the server keeps numbers that can be called.
    var request: HotlineCallRequest {
        let answers = form.answers
        func text(_ id: String) -> String? {
            answers.text(id).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        var (phone, note) = (text(CallForm.ID.phone), text(CallForm.ID.note))
        if let number = phone, PhoneNumber.check(number) != nil {
            note = [note, Strings.Call.callingNumber(number)].compactMap(\.self).joined(separator: "\n")
            phone = nil
        }
        return HotlineCallRequest(
            startedAt: startedAt, phone: phone, callerName: text(CallForm.ID.name), dossier: dossier?.id,
            procedure: dossier == nil ? procedure : nil,
            topic: text(CallForm.ID.topic).flatMap(CallTopic.init(rawValue:)) ?? .other,
            result: text(CallForm.ID.result).flatMap(CallResult.init(rawValue:)) ?? .answered, note: note,
            ticket: ticket)
    }

    /// Nothing was typed or found that would be missed; a number that came with the call would be: it was a call.
    var isUntouched: Bool {
        form.revision == 0 && dossier == nil && ticket == nil && procedure == nil
            && (form.rawText(CallForm.ID.phone) ?? "").isEmpty
    }

    /// What the card is about follows from what was opened, as long as the officer chose nothing else. A dossier says more
    /// than a question that is read out beside it.
    mutating func suggest(_ topic: CallTopic) {
        guard topic == .dossier || form.text(CallForm.ID.topic) != CallTopic.dossier.rawValue else { return }
        form.fill(CallForm.ID.topic, value: .text(topic.rawValue), source: Strings.Call.title)
    }
}
