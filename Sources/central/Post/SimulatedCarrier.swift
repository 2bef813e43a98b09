import Forms
import Models

/// The simulator of the post within this program: for training, where nothing is carried, and for tests.
struct SimulatedCarrier: Carrier {
    let simulator: PostSimulator
    let clock: WallClock
    let name = TrainingPost.name

    func place(_ order: JSONValue) async throws(CarrierFault) {
        try Self.check(await simulator.place(order, at: clock.now()), or: PostSimulator.Code.orderExists)
    }

    func cancel(_ orderNumber: String, customer: String) async throws(CarrierFault) {
        try Self.check(
            await simulator.cancel(orderNumber, at: clock.now()), or: PostSimulator.Code.unknownOrder)
    }

    func handedOver(_ orderNumber: String) async throws(CarrierFault) {
        try Self.check(await simulator.handOver(orderNumber, at: clock.now()), or: 0)
    }

    func tracking(after id: String, limit: Int) async throws(CarrierFault) -> [TrackingItem] {
        guard let items = await simulator.tracking(after: id, limit: limit, at: clock.now()) else {
            throw .unreachable("no answer")
        }
        return items
    }

    private static func check(_ outcome: PostSimulator.Outcome, or code: Int) throws(CarrierFault) {
        switch outcome {
        case .done(0), .done(code): return
        case .done(let other): throw .refused("code \(other)")
        case .failed: throw .unreachable("500")
        case .lost: throw .unreachable("no answer")
        }
    }
}
