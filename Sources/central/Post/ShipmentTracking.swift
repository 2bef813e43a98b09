import GRDB
import Models

/// Takes what the post says of shipments, over its feed or its own calls: in any order, and however often.
struct ShipmentTracking: Sendable {
    /// When it was heard.
    let at: Instant
    /// What the post's codes mean.
    let statuses: [String: ShipmentState]

    enum Heard: Hashable, Sendable {
        /// No shipment of ours.
        case unknown
        /// It was said before.
        case again
        case noted
    }

    init(at: Instant, statuses: [String: ShipmentState]) {
        self.at = at
        self.statuses = statuses
    }

    init(_ database: Database, at: Instant) throws {
        let rows = try CatalogueTable.reference(
            database, set: Self.set, parent: nil, code: nil, words: [], on: at.date, after: -1, limit: 500)
        var statuses: [String: ShipmentState] = [:]
        for row in rows {
            guard let state = row.item.extra?["state"].flatMap(ShipmentState.init(rawValue:)) else {
                throw StoreError.unreadable("postal status \(row.item.code)")
            }
            statuses[row.item.code] = state
        }
        self.init(at: at, statuses: statuses)
    }

    /// The reference set of the post's codes.
    static let set = "postal_statuses"

    static let longestMessage = 500

    func hear(_ database: Database, _ item: TrackingItem, from source: ShipmentEvent.Source) throws -> Heard {
        guard let id = try ShipmentTable.id(database, order: item.orderNumber) else { return .unknown }
        let event = ShipmentEvent(
            seq: 0, at: item.moment(until: at), source: source, state: statuses[item.statusCode],
            code: String(item.statusCode.prefix(20)),
            message: String(item.statusMessage.prefix(Self.longestMessage)), number: item.id)
        guard try ShipmentTable.append(database, event, to: id) else { return .again }
        try Self.follow(database, id, at: at)
        return .noted
    }

    /// Works out where a shipment is by now, and writes it where that is news.
    static func follow(_ database: Database, _ id: ID, at now: Instant) throws {
        let events = try ShipmentTable.events(database, of: id)
        let state = ShipmentTrack.state(events)
        guard let before = try ShipmentTable.standing(database, of: id) else { return }
        let said = ShipmentTrack.latest(events)
        try ShipmentTable.setState(database, of: id, to: state, said: said, at: now)
        if state == .delivered, before.state != .delivered, before.isAwaited {
            try ShipmentTable.setConfirmation(database, of: id, at: now, problem: nil)
        }
    }
}
