import Forms
import GRDB
import Models

/// Puts what a citizen is to be told into the outbox, in the transaction of the act that it tells of.
struct Outbox: Sendable {
    let seal: DataSeal
    var quiet = QuietHours.standard

    /// - Parameters:
    ///   - dossier: As it is after the act.
    ///   - cause: What makes it one message: the event's number, or `late:` and the due date.
    ///   - reason: The note of the act; nothing internal.
    /// - Returns: Whether there was anybody to tell and anything to say.
    @discardableResult
    func tell(
        _ database: Database, _ occasion: MessageOccasion, of dossier: Dossier, cause: String,
        reason: String?, missing: [String] = [], now: Instant
    ) throws -> Bool {
        guard
            let document = try CatalogueTable.document(
                database, .message, code: occasion.rawValue, on: now.date)
        else { return false }
        let words = try LenientJSON.decode(MessageText.self, from: Array(document.utf8))
        let values = [
            "code": dossier.code, "procedure": dossier.procedure.name, "unit": dossier.unit.name,
            "due": dossier.dueAt.map(Self.moment) ?? "chưa xác định",
            "reason": reason?.trimmed ?? "", "missing": missing.joined(separator: "; "),
        ]
        let (subject, text) = (MessageText.fill(words.subject, values), MessageText.fill(words.text, values))
        // Where somebody else handed it in, he is the one who comes back.
        let phone = dossier.submitter?.phone ?? dossier.applicant.phone
        var isTold = false
        if let phone, PhoneNumber.isMobile(phone) {
            try insert(
                database, occasion, dossier, cause, .sms,
                .init(address: phone, subject: subject, text: Self.short(text)), now)
            isTold = true
        }
        if let email = dossier.applicant.email, EmailAddress.check(email) == nil {
            try insert(
                database, occasion, dossier, cause, .email,
                .init(address: email, subject: subject, text: text), now)
            isTold = true
        }
        return isTold
    }

    /// Tells the caller how it stands with his ticket, where there is a mobile telephone to tell it to.
    ///
    /// - Parameter cause: What makes it one message: the event's number, or `late`.
    func tell(
        _ database: Database, _ occasion: MessageOccasion, of ticket: Ticket, cause: String, now: Instant
    ) throws {
        guard let phone = ticket.phone, PhoneNumber.isMobile(phone),
            let document = try CatalogueTable.document(
                database, .message, code: occasion.rawValue, on: now.date)
        else { return }
        let words = try LenientJSON.decode(MessageText.self, from: Array(document.utf8))
        func text(_ answer: String) -> String {
            MessageText.fill(
                words.text,
                [
                    "code": ticket.code, "unit": ticket.to.name, "due": Self.moment(ticket.dueAt),
                    "subject": ticket.subject, "answer": answer,
                ])
        }
        let content = OutboxTable.Content(
            address: phone, subject: MessageText.fill(words.subject, ["code": ticket.code]),
            text: Self.short(text(Self.fitting(ticket.answer ?? "") { text($0) })))
        try OutboxTable.insert(
            database, about: .ticket(ticket.id), unit: ticket.to.code, occasion: occasion.rawValue,
            cause: cause,
            channel: .sms, content: content, createdAt: now, dueAt: quiet.next(from: now), seal: seal)
    }

    /// As much of an answer as one message takes with the words around it, cut at a word and said to be cut.
    static func fitting(_ answer: String, in whole: (String) -> String) -> String {
        guard TextFold.withoutMarks(whole(answer)).count > longest else { return answer }
        var words = answer.split(whereSeparator: \.isWhitespace)
        while !words.isEmpty {
            words.removeLast()
            let cut = words.joined(separator: " ") + Self.cut
            if TextFold.withoutMarks(whole(cut)).count <= longest { return cut }
        }
        return Self.cut
    }

    private static let cut = " … (còn nữa, gọi 1022 để nghe đủ)"

    /// Tells of a dossier whose new due date has passed already: its clock runs again, or its term is another now. The
    /// worker looks at the dates that come to pass, and this one never will.
    ///
    /// Nobody is told twice for one delay: not where it was late before, nor where a message about it has gone before the
    /// clock stood. And nobody is told while it stands: then we wait for the citizen. What passed its date while nothing
    /// looked, and was paused since, is told here once it goes on.
    ///
    /// - Parameters:
    ///   - wasStanding: Whether the clock stood before.
    ///   - isRunning: Whether it runs now.
    func tellIfLate(
        _ database: Database, before: Dossier, after: Dossier, wasStanding: Bool, isRunning: Bool,
        now: Instant
    ) throws {
        guard isRunning, let due = after.dueAt, due < now,
            wasStanding || before.dueAt != due && before.dueAt.map({ $0 >= now }) ?? true,
            try !OutboxTable.hasTold(database, .late, dossier: after.id)
        else { return }
        try tell(database, .late, of: after, cause: "late:\(due.seconds)", reason: nil, now: now)
    }

    private func insert(
        _ database: Database, _ occasion: MessageOccasion, _ dossier: Dossier, _ cause: String,
        _ channel: DossierMessage.Channel, _ content: OutboxTable.Content, _ now: Instant
    ) throws {
        try OutboxTable.insert(
            database, about: .dossier(dossier.id), unit: dossier.unit.code, occasion: occasion.rawValue,
            cause: cause,
            channel: channel, content: content, createdAt: now, dueAt: quiet.next(from: now), seal: seal)
    }

    /// `08:00 ngày 30/11/2026`.
    private static func moment(_ instant: Instant) -> String {
        "\(instant.clock) ngày \(instant.date.display)"
    }

    /// A landline takes no short message.
    /// A short message goes without accents, in the 7-bit alphabet of every telephone: 160 characters a part, at most
    /// three parts.
    static func short(_ text: String) -> String {
        let plain = TextFold.withoutMarks(text)
        return plain.count <= longest ? plain : plain.prefix(longest - 3) + "..."
    }

    /// Of a short message, in characters.
    static let longest = 459
}
