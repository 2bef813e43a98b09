import Forms
import GRDB
import Models

/// What the post is told, put into the outbox in the transaction of the act that it comes of: an order, its cancellation,
/// and that its counter has a parcel. Of one dossier they go out in this order, each once.
enum PostMail: String, Sendable {
    case order = "post_order"
    case cancel = "post_cancel"
    case handover = "post_handover"

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
