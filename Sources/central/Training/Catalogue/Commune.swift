/// A commune, ward or special zone: the level below the province since 01/07/2025.
struct Commune: Codable, Hashable, Sendable {
    enum Kind: String, Codable, Sendable {
        case commune = "xa"
        case ward = "phuong"
        case specialZone = "dac_khu"
    }

    /// The statistics office's code, five digits.
    var code: String
    /// With its kind: "Phường Hoàn Kiếm".
    var name: String
    var type: Kind
    /// The code of its province.
    var province: String
}
