/// Where a shipment is, worked out from all that was said of it, in whatever order and however often it was said.
///
/// The state is a function of the set of events, so a message that comes late or twice never takes a shipment back: what
/// is further along the way wins; between a try that failed and the next one, the post's own number decides; delivered is
/// the last word, and returned is the last but one.
public enum ShipmentTrack {
    public static func state(_ events: some Sequence<ShipmentEvent>) -> ShipmentState {
        var best: (state: ShipmentState, rank: Int, number: String) = (.created, 0, "")
        for event in events {
            guard let state = event.state else { continue }
            let (rank, number) = (rank(state), event.number ?? "")
            if rank > best.rank || rank == best.rank && number > best.number {
                best = (state, rank, number)
            }
        }
        return best.state
    }

    /// The event that says where it is: what the post's own words are shown of.
    public static func latest(_ events: some Sequence<ShipmentEvent>) -> ShipmentEvent? {
        let state = state(events)
        return events.filter { $0.state == state && $0.code != nil }.max {
            ($0.number ?? "") < ($1.number ?? "")
        }
    }

    private static func rank(_ state: ShipmentState) -> Int {
        switch state {
        case .created: 0
        case .accepted: 1
        case .inTransit: 2
        case .outForDelivery, .failed: 3
        case .cancelled: 4
        case .returned: 5
        case .delivered: 6
        }
    }
}
