import Forms

/// A post that carries shipments: takes orders, and says where they are.
protocol Carrier: Sendable {
    /// As its callbacks name it.
    var name: String { get }

    /// Places an order, in the words of `PostalOrder`. One that is there already, under the same number, is one that was placed.
    func place(_ order: JSONValue) async throws(CarrierFault)

    /// Takes an order back. One that isn't there, or was taken back, is one that is gone.
    func cancel(_ orderNumber: String, customer: String) async throws(CarrierFault)

    /// What its own counter scanned in, for those that hear of it by us.
    func handedOver(_ orderNumber: String) async throws(CarrierFault)

    /// What happened after a place in the feed, in its order.
    ///
    /// - Parameter limit: At most 1,000.
    func tracking(after id: String, limit: Int) async throws(CarrierFault) -> [TrackingItem]
}

extension Carrier {
    /// The post's counter has told it itself.
    func handedOver(_ orderNumber: String) async throws(CarrierFault) {}
}
