import Forms
import GRDB
import Models

/// What the post is told, put into the outbox in the transaction of the act that it comes of: an order, its cancellation,
/// and that its counter has a parcel. Of one dossier they go out in this order, each once.
enum PostMail: String, Sendable {
    case order = "post_order"
    case cancel = "post_cancel"
    case handover = "post_handover"

    /// Why an order does not go out whose shipment was cancelled before.
    static let givenUp = "cancelled"

    /// The order of a shipment, and what it calls the customer.
    static func order(_ database: Database, of shipment: ID, seal: DataSeal) throws -> (
        id: ID, state: DossierMessage.State, customer: String?
    )? {
        guard let row = try OutboxTable.order(database, of: shipment, seal: seal) else { return nil }
        let json = try? StrictJSON.parse(Array(row.content.text.utf8))
        let customer: String? = if case .string(let text)? = json?["customerCode"] { text } else { nil }
        return (row.id, row.state, customer)
    }

    /// - Returns: The message's id.
    @discardableResult
    static func put(
        _ database: Database, _ mail: PostMail, of shipment: Shipment, text: String, at now: Instant,
        seal: DataSeal
    ) throws -> ID {
        let id = UUIDv7.make()
        try OutboxTable.insert(
            database, about: .dossier(shipment.dossier), unit: shipment.unit.code, occasion: mail.rawValue,
            cause: mail.rawValue + ":" + shipment.id, channel: .post,
            content: .init(address: shipment.trackingNumber, subject: shipment.orderNumber, text: text),
            createdAt: now, dueAt: now, seal: seal, id: id)
        return id
    }
}
