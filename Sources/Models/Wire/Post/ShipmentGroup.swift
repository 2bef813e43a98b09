/// Which shipments a list holds.
public enum ShipmentGroup: String, Codable, Hashable, Sendable, CaseIterable {
    /// Results that wait at the desk for the post.
    case toHandOver = "to_hand_over"
    /// With the post, or on order with it.
    case onTheWay = "on_the_way"
    case failed
    case returned
    case delivered
    /// Delivered, and the post has yet to hand over what it collected.
    case codToSettle = "cod_to_settle"
    case cancelled
}
