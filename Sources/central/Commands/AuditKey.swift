import Crypto
import Foundation
import GRDB

/// Where the key that seals the audit comes from.
enum AuditKey {
    /// From the training database itself, which made its own once, or from the configuration of a ministry.
    static func load(_ database: Database, configuration: String?) throws -> SymmetricKey {
        if let text = try SettingTable.value(database, SettingTable.auditKey) {
            guard let data = Data(base64Encoded: text) else { throw StoreError.unreadable("audit_key") }
            return SymmetricKey(data: data)
        }
        guard let configuration else {
            throw Refusal(.configuration, "Cơ sở dữ liệu này cần tệp cấu hình có khóa bí mật (--config).")
        }
        return try CentralConfiguration(path: configuration).auditKey
    }

    static func load(_ store: Store, configuration: String?) throws -> SymmetricKey {
        try store.readNow { try load($0, configuration: configuration) }
    }
}
