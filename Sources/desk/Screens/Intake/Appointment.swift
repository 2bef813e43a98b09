import APIClient
import Forms
import Models

/// When what is taken in now would be ready: of a bundle, each of its dossiers, those that wait reckoned from the first
/// one's day.
struct Appointment: Sendable {
    let procedure: Procedure?
    let request: DeadlinePreviewRequest

    func ask(_ client: Client) async throws(APIError) -> DeadlinePreview {
        let lead = try await client.previewDeadline(request)
        guard let members = procedure?.bundle else { return lead }
        var preview = DeadlinePreview(dueAt: lead.dueAt, explanation: [], explanationEn: [])
        for member in members {
            guard let time = member.time else { continue }
            var own = request
            (own.amount, own.amountUnit) = (time.amount, time.unit)
            let waits = member.start == .afterLead
            if waits, let begin = lead.dueAt { own.acceptedAt = begin }
            let due = try await client.previewDeadline(own).dueAt
            func line(_ language: Language) -> String {
                let day = due?.display ?? Strings.Bundle.noDue.text(language)
                return Strings.Bundle.member(
                    member.name ?? member.procedure,
                    waits ? Strings.Bundle.expected(day).text(language) : day
                ).text(language)
            }
            preview.explanation.append(line(.vi))
            preview.explanationEn?.append(line(.en))
        }
        return preview
    }
}
