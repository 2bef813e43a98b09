import APIClient
import Forms
import Models
import TUI

/// What a dossier's page asks of the server.
extension DossierScreen {
    func load() -> [Effect<Message>] {
        let desk = desk
        guard let id else {
            let code = code
            return [
                .run(id: "find") {
                    .found(
                        await desk.ask { client throws(APIError) in try await client.search(code, limit: 5) })
                }
            ]
        }
        return [
            .run(id: "load") {
                let owner = desk.signedIn
                let found = await desk.ask { client throws(APIError) in try await client.dossier(id) }
                if case .success(let dossier) = found { desk.note(dossier.find, owner: owner) }
                return .loaded(found)
            },
            .run(id: "events") {
                .events(
                    await desk.ask { client throws(APIError) in try await client.events(dossier: id) })
            },
            .run(id: "clock") {
                .clock(await desk.ask { client throws(APIError) in try await client.clock(dossier: id) })
            },
            .run(id: "options") {
                .options(await desk.ask { client throws(APIError) in try await client.actions(dossier: id) })
            },
        ]
    }

    /// The form that was filled in, not today's: its labels and lists are those of the answers.
    func loadForm(_ dossier: Dossier) -> Effect<Message> {
        let desk = desk
        return .run(id: "form") {
            .form(
                await desk.ask { client throws(APIError) in
                    try await client.form(dossier.formId, version: dossier.formVersion)
                })
        }
    }

    func loadNames() -> [Effect<Message>] {
        guard let dossier else { return [] }
        let codes = AnswerLines(form: form.value, language: .vi).codes(dossier.answers)
        guard !codes.isEmpty else { return [] }
        let desk = desk
        return [.run(id: "names") { .names(await desk.names(of: codes)) }]
    }

    /// Some dossiers have the codes of papers only; the procedure, of which the server gives today's version alone,
    /// knows their names.
    func loadPaperNames(_ dossier: Dossier) -> [Effect<Message>] {
        guard dossier.documents.contains(where: { $0.name == nil }) else { return [] }
        let desk = desk
        return [
            .run(id: "papers") {
                let found = await desk.ask { client throws(APIError) in
                    try await client.procedure(dossier.procedure.code)
                }
                // Where it can't be had the codes stay: they name the papers too.
                let cases = (try? found.get())?.cases ?? []
                let papers = cases.filter { $0.code == dossier.caseCode }.flatMap(\.documents)
                return .paperNames(Dictionary(papers.map { ($0.code, $0.name) }) { first, _ in first })
            }
        ]
    }

    /// An online dossier has to be answered within 8 working hours, which the unit's calendar counts.
    func loadLimit(_ dossier: Dossier) -> [Effect<Message>] {
        guard dossier.status == 1, dossier.channel == 2 else { return [] }
        let desk = desk
        let request = DeadlinePreviewRequest(
            unit: dossier.unit.code, acceptedAt: dossier.submittedAt, amount: Self.answerHours,
            amountUnit: .workingHour, pauses: [])
        return [
            .run(id: "limit") {
                let found = await desk.ask { client throws(APIError) in
                    try await client.previewDeadline(request)
                }
                return .limit(found.map(\.dueAt))
            }
        ]
    }

    /// Working hours in which an online dossier has to be received, refused or sent back.
    static let answerHours = 8

    /// One wake-up when the time comes: what can be done, and what the server reckons, are others from then on.
    func untilDue(_ due: Instant?) -> [Effect<Message>] {
        guard let due, due >= desk.now, due.seconds - desk.now.seconds < 86_400 else { return [] }
        return [.after(id: "due", seconds: Double(due.seconds - desk.now.seconds + 1), .due)]
    }

    func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    /// Gives a lease back. Where that does not arrive it ends by itself.
    func release(_ id: ID) -> Effect<Message> {
        let desk = desk
        return .run(id: "release") {
            _ = await desk.ask { client throws(APIError) in try await client.release(dossier: id) }
            return .released
        }
    }
}

extension Dossier {
    /// How it is found again, without a word of whom it is about.
    var find: RecentFinds.Find { .dossier(id: id, code: code, procedure: procedure.name) }
}
