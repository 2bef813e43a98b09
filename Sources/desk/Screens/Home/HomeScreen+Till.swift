import APIClient
import Forms
import Models
import TUI

/// Home of a cashier: how many wait to pay, and whether the drawer is open.
extension HomeScreen {
    struct TillNews: Sendable {
        var owing: Page<OwingDossier>?
        var drawers: [CashSession]?

        /// nil as long as not both are known.
        var words: Phrase? {
            guard let owing, let drawers else { return nil }
            return Strings.Till.home(
                owing.items.count, more: owing.nextCursor != nil, Strings.Drawer.brief(drawers))
        }
    }

    func loadTill() -> [Effect<Message>] {
        guard desk.isCashier else { return [] }
        let (desk, serial) = (desk, loginSerial)
        return [
            .run(id: "owing") {
                .board(
                    serial,
                    .owing(
                        await desk.ask { client throws(APIError) in try await client.owing(limit: 200) }))
            },
            .run(id: "drawers") {
                .board(
                    serial,
                    .drawers(
                        await desk.ask { client throws(APIError) in
                            try await client.cashSessions(open: true, mine: true)
                        }))
            },
        ]
    }
}
