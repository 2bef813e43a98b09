import Forms
import Foundation

/// When an account that nobody uses is suspended, and what is given as the reason.
///
/// ```toml
/// [accounts]
/// unused_days = 90      # 0: never
/// unused_reason = "Quy chế 12/QC-UBND, Điều 7"
/// ```
struct AccountRule: Sendable, Equatable {
    var unusedDays: Int64
    var reason: String

    /// What holds where the configuration says nothing.
    static let usual = AccountRule(unusedDays: 90)

    init(unusedDays: Int64, reason: String? = nil) {
        self.unusedDays = unusedDays
        self.reason = reason ?? "Không đăng nhập \(unusedDays) ngày (tự động)."
    }

    /// - Returns: nil where accounts are never suspended by the clock.
    static func configured(at path: String) throws -> AccountRule? {
        guard let file = try? String(contentsOfFile: path, encoding: .utf8),
            let table = try? TOMLValue.table(reading: file)
        else { throw Refusal(.configuration, "Không đọc được tệp cấu hình \(path).") }
        guard let accounts = table["accounts"]?.table else { return usual }
        var days = usual.unusedDays
        switch accounts["unused_days"] {
        case nil: break
        case .integer(let wanted) where wanted == 0 || (7...3650).contains(wanted): days = wanted
        default:
            throw Refusal(
                .configuration, "accounts.unused_days trong \(path) phải từ 7 đến 3650 ngày, hoặc 0.")
        }
        return days == 0 ? nil : AccountRule(unusedDays: days, reason: accounts["unused_reason"]?.text)
    }
}
