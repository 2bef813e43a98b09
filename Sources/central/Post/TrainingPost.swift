import Crypto
import Forms
import Foundation
import Models

/// The post of training, which carries nothing: its key is known to all.
enum TrainingPost {
    static let name = "vnpost"
    static let key = SymmetricKey(data: Data("khoa chung cua buu dien tap huan".utf8))

    /// The simulator within this program. What was ordered before this start goes on from where it is.
    static func carrier(of central: Central) async throws -> SimulatedCarrier {
        let simulator = PostSimulator()
        let now = central.clock.now()
        let orders = try await central.store.read { [seal = central.seal] in
            try OutboxTable.placedOrders($0, seal: seal)
        }
        for order in orders {
            guard let fields = try? StrictJSON.parse(Array(order.text.utf8)) else {
                throw StoreError.unreadable("order")
            }
            await simulator.adopt(fields, order.number, at: now, isKnown: true)
            if order.isHandedOver { _ = await simulator.handOver(order.number, at: now) }
        }
        return SimulatedCarrier(simulator: simulator, clock: central.clock)
    }
}
