import Crypto
import Forms
import Foundation
import Models

/// What the national payment platform says of a payment, under the platform's own names (domain: "bản tin thanh toán").
struct PlatformMessage: Sendable {
    enum Outcome: String, CaseIterable, Sendable {
        case paid = "00"
        case pending = "01"
        case failed = "02"
        case unknown = "03"
    }

    /// `MaTraCuuTT`: the code under which the payment was asked for.
    var lookupCode: String
    /// `MaHoSo`
    var dossierCode: String
    /// `MaGiaoDich`: the platform's own number, one for each time that money was taken.
    var reference: String
    /// `SoTien`, in đồng.
    var amount: Int
    /// `TrangThai`
    var outcome: Outcome
    /// `ThoiGianGD`, as `yyyyMMddHHmmss`.
    var time: String
    /// `check_sum`
    var checkSum: String

    static let keys = [
        "MaTraCuuTT", "MaHoSo", "MaGiaoDich", "SoTien", "TrangThai", "ThoiGianGD", "check_sum",
    ]

    /// What the signature covers: the values, in the order of the keys, with bars between. So it is the same however the
    /// JSON was written.
    var signed: String {
        [lookupCode, dossierCode, reference, String(amount), outcome.rawValue, time].joined(separator: "|")
    }

    func isSigned(with key: SymmetricKey) -> Bool {
        guard let code = Self.bytes(hex: checkSum) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Data(signed.utf8), using: key)
    }

    static func checkSum(_ signed: String, key: SymmetricKey) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: key)).hex
    }

    var day: LocalDate? { Self.day(time) }

    fileprivate static func day(_ text: String) -> LocalDate? {
        guard text.utf8.count == 14, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let digits = Array(text)
        return LocalDate(
            iso: String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8]))
    }

    static func bytes(hex text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).reduce(into: [UInt8]?.some([])) { bytes, index in
            let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return bytes = nil }
            bytes?.append(byte)
        }
    }
}

extension PlatformMessage {
    init(_ body: JSONValue) throws {
        guard case .object(let members) = body else { throw ProblemError(.invalidBody) }
        var faults: [InputFault] = []
        for key in members.keys.sorted() where !Self.keys.contains(key) {
            faults.append(.init("/" + key, "unknown_key", "Không có trường này."))
        }
        func text(_ key: String, _ longest: Int = 100) -> String {
            guard case .string(let text)? = members[key], !text.isEmpty, text.length <= longest else {
                faults.append(.init("/" + key, "required", "Cần một chuỗi từ 1 đến \(longest) ký tự."))
                return ""
            }
            return text
        }
        lookupCode = text("MaTraCuuTT")
        dossierCode = text("MaHoSo")
        reference = text("MaGiaoDich")
        time = text("ThoiGianGD")
        checkSum = text("check_sum", 200)
        outcome = Outcome(rawValue: text("TrangThai")) ?? .unknown
        if case .string(let state)? = members["TrangThai"], Outcome(rawValue: state) == nil {
            faults.append(.init("/TrangThai", "invalid_choice", "Phải là 00, 01, 02 hoặc 03."))
        }
        amount = 0
        if case .int(let number)? = members["SoTien"], (0...PaymentRoutes.largestAmount).contains(number) {
            amount = number
        } else {
            faults.append(.amount("/SoTien"))
        }
        if faults.isEmpty, Self.day(time) == nil {
            faults.append(.init("/ThoiGianGD", "invalid_date", "Phải có dạng yyyyMMddHHmmss."))
        }
        guard faults.isEmpty else { throw ProblemError(.invalidInput, errors: faults) }
    }
}
