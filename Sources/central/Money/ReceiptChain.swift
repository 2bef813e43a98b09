import Crypto
import Forms
import Foundation
import Models

/// What binds the receipts of a series to one another: each hash covers what stands on the receipt and the hash before
/// it, and a void is a link of the same chain. So a receipt that was changed, taken out or put between is found.
enum ReceiptChain {
    static let genesis = Data(repeating: 0, count: 32)

    /// What a receipt says, as it was issued.
    struct Link: Codable, Hashable, Sendable {
        var series: ID
        var template: String
        var symbol: String
        var number: Int
        var unit: String
        var payment: ID
        var dossierCode: String
        var procedureName: String
        var payerName: String
        var payerAddress: String?
        var method: PaymentMethod
        var lines: [PaymentLine]
        var issuedAt: Instant
        var replaces: ID?
    }

    /// That a receipt holds no more.
    struct Void: Codable, Hashable, Sendable {
        var receipt: ID
        var at: Instant
        var officer: ID
        var reason: String
    }

    static func hash(_ link: some Encodable, after previous: Data) throws -> Data {
        var sha = SHA256()
        sha.update(data: previous)
        sha.update(data: try StrictJSON.encode(link))
        return Data(sha.finalize())
    }
}
