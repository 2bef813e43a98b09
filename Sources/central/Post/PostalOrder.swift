import Forms
import Models

/// An order in the post's own words (domain: `apiPostOrder`).
struct PostalOrder: Hashable, Sendable {
    /// What the post calls the unit.
    var customerCode: String
    var orderNumber: String
    var trackingNumber: String
    var cod: Int
    var sender: PostalParty
    var receiver: PostalParty
    var contents: String
    /// What the post is to do, in words.
    var task: String
    var agencyCode: String
    var agencyName: String

    /// As it goes over the wire. The district is empty: there is none since 01/07/2025.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "customerCode": .string(customerCode), "orderNumber": .string(orderNumber),
            "itemCode": .string(trackingNumber), "codAmount": .int(cod), "senderDesc": .string(contents),
            "description": .string(task), "govAgencyCode": .string(agencyCode),
            "govAgencyName": .string(agencyName),
        ]
        for (side, party) in [("sender", sender), ("receiver", receiver)] {
            members[side + "Name"] = .string(party.name)
            members[side + "Tel"] = .string(party.phone)
            members[side + "Address"] = .string(party.address.text)
            members[side + "Province"] = .int(Int(party.address.province.code) ?? 0)
            members[side + "District"] = .string("")
            members[side + "Email"] = .string("")
        }
        return .object(members)
    }

    static let collectTask = "Thu gom hồ sơ"
    static let resultTask = "Trả kết quả"

    /// What the post can't do without, and isn't there.
    static func missing(in json: JSONValue) -> [String] {
        [
            "customerCode", "orderNumber", "senderName", "senderTel", "senderAddress", "receiverName",
            "receiverTel", "receiverAddress", "senderProvince", "receiverProvince",
        ].filter { key in
            switch json[key] {
            case .string(let text): text.isEmpty
            case .int(let number): number <= 0
            default: true
            }
        }
    }
}
