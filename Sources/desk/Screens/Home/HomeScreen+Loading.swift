import APIClient
import Forms
import Models
import TUI

/// What Home asks for, and how it is emptied for the next officer.
extension HomeScreen {
    mutating func load() -> [Effect<Message>] {
        let serial = desk.serial
        let isNew = serial != self.serial
        if isNew {
            empty()
            self.serial = serial
        }
        dayAskedAt = nil
        if inboxes.value == nil { inboxes = .loading }
        let board = desk.isHotline ? loadBoard() : []
        let (desk, sync) = (desk, desk.signedIn?.sync)
        // The mark before the question: what happens meanwhile is counted again.
        var effects: [Effect<Message>] =
            desk.isHotline
            ? board + [loadDrafts()]
            : [listen(after: desk.changes.mark), count(), loadDrafts()] + loadTill() + loadPost()
        if isNew {
            effects.append(
                .run(id: "resume") { .resumed(serial, await desk.resumePending()) })
            effects.append(
                .run(id: "merge") {
                    await sync?.merge()
                    return .merged(serial)
                })
        }
        if desk.catalogue == nil, canTakeIn {
            effects.append(
                .run(id: "catalogue") {
                    .catalogue(
                        serial,
                        await desk.ask { client throws(APIError) in try await client.procedures(limit: 200) })
                })
        }
        return effects
    }

    func count() -> Effect<Message> {
        let (desk, serial) = (desk, serial)
        return .run(id: "inboxes") {
            .inboxes(serial, await desk.ask { client throws(APIError) in try await client.inboxes() })
        }
    }

    /// What an answer to this login's own question is told by.
    var loginSerial: Int { serial }

    /// Asked for when the queues stand there, so that nobody waits for a picture.
    mutating func loadDay(at now: Int64) -> [Effect<Message>] {
        guard desk.canSeeFigures, dayAskedAt.map({ now - $0 >= Self.dayPause }) ?? true else { return [] }
        dayAskedAt = now
        let (desk, serial) = (desk, serial)
        return [
            .run(id: "day") {
                .day(serial, await desk.ask { client throws(APIError) in try await client.dayFigures() })
            }
        ] + loadTicketFigures()
    }

    func listen(after mark: Int) -> Effect<Message> {
        let (changes, serial) = (desk.changes, serial)
        return .watch(id: "changes") { .news(serial, await changes.next(after: mark)) }
    }

    /// Nothing of a former officer stays to be seen.
    mutating func empty() {
        serial = 0
        isRecounting = false
        inboxes = .none
        day = nil
        board = HotlineBoard()
        tickets = nil
        till = TillNews()
        post = nil
        dayAskedAt = nil
        drafts = []
        draftProblem = nil
        dialog = nil
        question = nil
        queuePlace = ListPlace()
        draftPlace = ListPlace()
        panel = .queues
    }

    /// The login comes at once; telling the server may take as long as it likes.
    mutating func logOut() -> [Effect<Message>] {
        desk.wantsLogOut = false
        let revoke = desk.logOut()
        empty()
        return [
            "inboxes", "day", "calls", "more_calls", "tickets", "figures", "owing", "drawers", "parcels",
            "drafts",
            "catalogue", "resume",
            "merge",
            "changes", "recount",
        ].map {
            .cancel(id: $0)
        } + [
            .push(LoginScreen(desk: desk)),
            .run(id: "logout") {
                await revoke()
                return .loggedOut
            },
        ]
    }

    func loadDrafts() -> Effect<Message> {
        let (store, serial) = (desk.store, serial)
        let kind = desk.isHotline ? CallDraft.kind : IntakeDraft.kind
        return .run(id: "drafts") {
            guard let store else { return .drafts(serial, .success([])) }
            do throws(StoreError) {
                let drafts = try store.drafts().filter { $0.kind == kind }
                return .drafts(serial, .success(drafts))
            } catch {
                return .drafts(serial, .failure(error))
            }
        }
    }
}
