import Crypto
import Foundation
import TOMLKit

/// What a ministry's central is told by its file. Training needs none.
///
/// ```toml
/// [secrets]
/// audit_key = "base64 of 32 bytes"
/// ```
struct CentralConfiguration: Sendable {
    /// Seals the head of the audit chain.
    var auditKey: SymmetricKey

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).")
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch {
            throw Refusal(.configuration, "Tệp cấu hình \(path) không phải TOML đúng dạng.")
        }
        guard let secret = table["secrets"]?.table?["audit_key"]?.string else {
            throw Refusal(.configuration, "Thiếu secrets.audit_key trong \(path).")
        }
        guard let key = Data(base64Encoded: secret), key.count >= 32, Set(key).count >= 16 else {
            throw Refusal(
                .configuration,
                "secrets.audit_key phải là 32 byte ngẫu nhiên viết bằng base64 (ví dụ: openssl rand -base64 32)."
            )
        }
        auditKey = SymmetricKey(data: key)
    }
}
