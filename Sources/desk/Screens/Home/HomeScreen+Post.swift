import APIClient
import Forms
import Models
import TUI

/// What is given out: results that nobody fetches, and what the post's counter has before it.
extension HomeScreen {
    /// Results that nobody has fetched for a week, and the queue that they lie in; nil where there are none.
    var unfetched: (count: Int, inbox: Inbox)? {
        guard let inbox = inboxes.value?.first(where: { $0.uncollected ?? 0 > 0 }),
            let count = inbox.uncollected
        else { return nil }
        return (count, inbox)
    }

    func loadPost() -> [Effect<Message>] {
        guard desk.isPostal else { return [] }
        let (desk, serial) = (desk, loginSerial)
        return [
            .run(id: "parcels") {
                .board(
                    serial,
                    .parcels(
                        await desk.ask { client throws(APIError) in try await client.shipmentCounts() }))
            }
        ]
    }
}
