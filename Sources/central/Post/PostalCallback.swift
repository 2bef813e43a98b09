import Crypto
import Forms
import Foundation
import Models

/// The post's own call about a shipment: as believable as its signature, and told the same way as its feed.
struct PostalCallback: Sendable {
    let central: Central
    let call: Call

    init(_ call: Call, _ central: Central) {
        self.central = central
        self.call = call
    }

    private static let keys = ["id", "orderNumber", "itemCode", "statusCode", "statusMessage", "check_sum"]

    func perform() async throws -> Reply {
        let (item, number, checkSum) = try read(try RequestBody.parse(call.body))
        guard let key = central.carrierKeys[call.parameter("carrier")],
            Self.isSigned(checkSum, Self.signed(item, number), key)
        else { throw ProblemError(.badSignature) }
        let shipment = try await central.store.read { [day = call.today, seal = central.seal] in
            try ShipmentTable.find(
                $0, order: item.orderNumber.isEmpty ? nil : item.orderNumber,
                tracking: number.isEmpty ? nil : number, on: day, seal: seal)
        }
        guard let shipment else {
            throw ProblemError(.notFound, detail: "Không có bưu gửi nào của hệ thống này mang số đó.")
        }
        var known = item
        known.orderNumber = shipment.orderNumber
        _ = try await central.store.write { [known] database in
            try ShipmentTracking(database, at: call.now).hear(database, known, from: .callback)
        }
        // What it means for the dossier follows at once; where it can't, the worker comes back to it.
        try await ShipmentConfirming(central: central).pass(of: shipment.id)
        return try .json(object: ["error_code": .int(0), "message": .string("OK")])
    }

    /// The values in this order, with bars between: the same however the JSON was written.
    static func signed(_ item: TrackingItem, _ number: String) -> String {
        [item.id, item.orderNumber, number, item.statusCode, item.statusMessage].joined(separator: "|")
    }

    static func checkSum(_ signed: String, key: SymmetricKey) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)).hex
    }

    private static func isSigned(_ sum: String, _ signed: String, _ key: SymmetricKey) -> Bool {
        guard let code = PlatformMessage.bytes(hex: sum) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(signed.utf8), using: key)
    }

    private func read(_ body: JSONValue) throws -> (TrackingItem, number: String, checkSum: String) {
        guard case .object(let members) = body else { throw ProblemError(.invalidBody) }
        var faults: [InputFault] = []
        for key in members.keys.sorted() where !Self.keys.contains(key) {
            faults.append(.init("/" + key, "unknown_key", "Không có trường này."))
        }
        func text(_ key: String, _ longest: Int, isRequired: Bool = true) -> String {
            switch members[key] {
            case .string(let text) where text.length <= longest && !(isRequired && text.isEmpty): return text
            case nil where !isRequired: return ""
            default:
                faults.append(.init("/" + key, "required", "Cần một chuỗi từ 1 đến \(longest) ký tự."))
                return ""
            }
        }
        let item = TrackingItem(
            id: text("id", 24), orderNumber: text("orderNumber", 60, isRequired: false),
            statusCode: text("statusCode", 20),
            statusMessage: text("statusMessage", ShipmentTracking.longestMessage, isRequired: false))
        let number = text("itemCode", 13, isRequired: false)
        if faults.isEmpty, !TrackingItem.isID(item.id) {
            faults.append(.init("/id", "invalid_id", "Phải là 24 chữ số thập lục phân viết thường."))
        }
        if faults.isEmpty, item.orderNumber.isEmpty, number.isEmpty {
            faults.append(.init("/orderNumber", "required", "Cần số đơn hoặc số hiệu bưu gửi."))
        }
        let sum = text("check_sum", 200)
        guard faults.isEmpty else { throw ProblemError(.invalidInput, errors: faults) }
        return (item, number, sum)
    }
}
