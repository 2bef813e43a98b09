/// A shipment that is to be made of a dossier. What is left out is taken from the dossier.
public struct ShipmentRequest: Codable, Hashable, Sendable {
    public var dossier: ID
    public var kind: ShipmentKind
    /// The citizen: who gets the result, or hands the papers to the post.
    public var name: String?
    public var phone: String?
    /// "12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội"; names of before 01/07/2025 are mapped.
    public var address: String?
    /// The code of the commune, where the address leaves open which it is.
    public var commune: String?
    public var contents: String?
    /// What the post collects for the unit: all that is owed, or nothing. All that is owed where left out, for a result.
    public var cod: Int?

    public init(
        dossier: ID, kind: ShipmentKind, name: String? = nil, phone: String? = nil, address: String? = nil,
        commune: String? = nil, contents: String? = nil, cod: Int? = nil
    ) {
        self.dossier = dossier
        self.kind = kind
        self.name = name
        self.phone = phone
        self.address = address
        self.commune = commune
        self.contents = contents
        self.cod = cod
    }
}
