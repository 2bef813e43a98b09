import Crypto
import Forms
import Foundation

/// What a ministry's central is told by its file, which nobody but its own account may read (mode 0600). Training
/// needs none.
///
/// ```toml
/// [secrets]
/// audit_key = "base64 of 32 bytes"
/// data_key = "base64 of 32 other bytes"
/// ```
struct CentralConfiguration: Sendable {
    /// Seals the head of the audit chain.
    var auditKey: SymmetricKey
    /// Seals answers and files at rest. Without it what was sealed can't be read again.
    var dataKey: SymmetricKey

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).")
        }
        try KeyFile.checkMode(path)
        let table: [String: TOMLValue]
        do {
            table = try TOMLValue.table(reading: text)
        } catch {
            throw Refusal(.configuration, "Tệp cấu hình \(path) không phải TOML đúng dạng.")
        }
        auditKey = try Self.key("audit_key", table, path)
        dataKey = try Self.key("data_key", table, path)
        guard auditKey != dataKey else {
            throw Refusal(.configuration, "secrets.audit_key và secrets.data_key phải khác nhau.")
        }
    }

    private static func key(_ name: String, _ table: [String: TOMLValue], _ path: String) throws
        -> SymmetricKey
    {
        guard let secret = table["secrets"]?.table?[name]?.text else {
            throw Refusal(.configuration, "Thiếu secrets.\(name) trong \(path).")
        }
        guard let key = KeyFile.key(secret) else {
            throw Refusal(
                .configuration,
                "secrets.\(name) phải là 32 byte ngẫu nhiên viết bằng base64 (ví dụ: openssl rand -base64 32)."
            )
        }
        return key
    }
}
