import APIClient
import Forms
import Models
import TUI

/// A ticket's page: for the screen, and spoken for plain mode.
enum TicketSheet {
    static func make(
        _ ticket: Ticket, messages: [DossierMessage] = [], revealed: RevealedCaller? = nil, now: Instant,
        width: Int, isSpoken: Bool = false, _ language: Language
    ) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        sheet.text(ticket.subject, role: .title)
        if let content = ticket.content { sheet.text(content) }
        sheet.blank()
        sheet.pair(
            label(Strings.Ticket.state), TicketLine.state(ticket, now: now, language),
            role: TicketLine.role(ticket, now: now))
        sheet.pair(
            label(Strings.Ticket.kind),
            Strings.Ticket.kindName(ticket.kind.name, "\(ticket.days)").text(language))
        if ticket.state == .received {
            sheet.pair(label(Strings.Ticket.acknowledgeBy), ticket.acknowledgeBy.display)
        }
        sheet.pair(label(Strings.Ticket.due), ticket.dueAt.display)
        sheet.pair(label(Strings.Ticket.to), ticket.to.name)
        sheet.pair(label(Strings.Ticket.from), ticket.from.name + ", " + ticket.createdBy.name)
        sheet.pair(label(Strings.Ticket.caller), revealed?.callerName ?? ticket.callerName)
        sheet.pair(label(Strings.Ticket.phone), revealed?.phone ?? ticket.phone)
        if ticket.state != .closed, !PhoneNumber.isMobile(ticket.phone ?? "") {
            sheet.text(Strings.Ticket.callBack.text(language), role: .warning)
        }
        sheet.pair(label(Strings.Ticket.dossier), ticket.dossier?.code)
        sheet.pair(label(Strings.Ticket.procedure), ticket.procedure?.name)
        if let answer = ticket.answer {
            sheet.section(label(Strings.Ticket.answer))
            sheet.text(answer)
        }
        if let events = ticket.events, !events.isEmpty {
            sheet.section(label(Strings.Ticket.history))
            for event in events {
                let what = Strings.Ticket.name(event.action).text(language)
                sheet.text("\(event.at.display)  \(what), \(event.actor.name) → \(event.unit.name)")
                if let note = event.note, event.action != .resolve {
                    sheet.text(note, role: .dim, indent: 18)
                }
            }
        }
        if !messages.isEmpty {
            sheet.section(label(Strings.Ticket.messages))
            for message in messages {
                let state = Strings.Ticket.sent(message.state, message.sentAt?.display).text(language)
                sheet.text("\(message.address): \(state)")
                if let text = message.text { sheet.text(text, role: .dim, indent: 2) }
            }
        }
        let words = language == .en ? ticket.explanationEn ?? ticket.explanation : ticket.explanation
        if let words, !words.isEmpty {
            sheet.section(label(Strings.Ticket.reckoning))
            for sentence in words { sheet.text(sentence, role: .dim) }
        }
        return sheet
    }
}
