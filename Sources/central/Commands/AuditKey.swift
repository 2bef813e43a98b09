import Crypto
import Foundation
import GRDB

/// Where the key that seals the audit comes from.
enum AuditKey {
    /// From the configuration of a ministry, or from the training database itself, which makes its own once.
    static func load(_ database: Database, configuration: String?) throws -> SymmetricKey {
        if let configuration { return try CentralConfiguration(path: configuration).auditKey }
        guard let text = try SettingTable.value(database, SettingTable.auditKey),
            let data = Data(base64Encoded: text)
        else {
            throw Refusal(.configuration, "Cơ sở dữ liệu này cần tệp cấu hình có khóa bí mật (--config).")
        }
        return SymmetricKey(data: data)
    }

    static func load(_ store: Store, configuration: String?) throws -> SymmetricKey {
        try store.readNow { try load($0, configuration: configuration) }
    }
}
