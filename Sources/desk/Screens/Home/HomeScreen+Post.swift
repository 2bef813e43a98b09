import APIClient
import Forms
import Models
import TUI

/// Home of the post's counter: how much waits for it, and how much is on its way.
extension HomeScreen {
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
