import Models
import Testing

@Suite("Where a shipment is, by all that was said")
struct ShipmentTrackTests {
    private static func event(_ state: ShipmentState?, _ number: Int) -> ShipmentEvent {
        ShipmentEvent(
            seq: number, at: Instant(seconds: 0), source: .feed, state: state, code: "x",
            number: "00000000000000000000" + String(1_000 + number))
    }

    @Test(
        "The furthest wins",
        arguments: [
            ([], .created), ([.accepted], .accepted), ([.inTransit, .accepted], .inTransit),
            ([.outForDelivery, .failed], .failed),
            ([.outForDelivery, .failed, .outForDelivery], .outForDelivery),
            ([.failed, .returned, .inTransit], .returned), ([.delivered, .returned, .failed], .delivered),
            ([.cancelled, .inTransit], .cancelled), ([.cancelled, .delivered], .delivered),
        ] as [([ShipmentState], ShipmentState)])
    func furthest(states: [ShipmentState], end: ShipmentState) {
        let events = states.enumerated().map { Self.event($1, $0) }
        #expect(ShipmentTrack.state(events) == end)
    }

    @Test("In any order and however often, it is the same; with more said, it is never less far")
    func property() {
        var chance = SeededGenerator(7)
        let order: [ShipmentState] = [
            .created, .accepted, .inTransit, .outForDelivery, .cancelled, .returned, .delivered,
        ]
        func rank(_ state: ShipmentState) -> Int {
            order.firstIndex(of: state == .failed ? .outForDelivery : state) ?? -1
        }
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...8, using: &chance)
            var events = (0..<count).map {
                Self.event(ShipmentState.allCases.randomElement(using: &chance), $0)
            }
            if Bool.random(using: &chance) { events.append(Self.event(nil, 99)) }
            let state = ShipmentTrack.state(events)
            #expect(ShipmentTrack.state((events + events).shuffled(using: &chance)) == state)
            var last = -1
            for end in 0...events.count {
                let now = rank(ShipmentTrack.state(events.shuffled(using: &chance).prefix(end)))
                if end == events.count { #expect(now == rank(state)) }
                let known = rank(ShipmentTrack.state(events.prefix(end)))
                #expect(known >= last)
                last = known
            }
        }
    }
}
