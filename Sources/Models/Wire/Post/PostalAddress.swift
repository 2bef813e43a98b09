/// An address of today: a commune of a province, and what comes before it.
public struct PostalAddress: Codable, Hashable, Sendable {
    /// House, street, hamlet: what stands before the commune.
    public var street: String
    public var commune: CodeName
    public var province: CodeName
    /// The commune as it was called in what was given, where that exists no longer: "Phường Hàng Bạc, Quận Hoàn Kiếm".
    public var former: String?

    public init(street: String, commune: CodeName, province: CodeName, former: String? = nil) {
        self.street = street
        self.commune = commune
        self.province = province
        self.former = former
    }

    /// As it is written on a parcel.
    public var text: String {
        [street, commune.name, province.name].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
