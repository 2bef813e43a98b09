import Forms
import GRDB
import Models

/// A payment as the national payment platform is asked for it, under the platform's own names (domain: "bản tin thanh
/// toán"): what for, to whose account, by whom.
///
/// What a message of a fine has is not in it, and nothing is made up: what is not known is left out.
struct PlatformRequest: Sendable {
    let payment: Payment
    let dossier: Dossier
    let lines: [PaymentLine]
    let beneficiary: Beneficiary

    /// - Throws: Where the unit has no account that it could be paid to.
    init(_ database: Database, _ stored: PaymentTable.Stored, dossier: Dossier, _ book: Bookkeeping) throws {
        payment = stored.payment
        self.dossier = dossier
        // Which fees it is for is settled when it comes; until then it is what would be settled now.
        lines =
            payment.lines.isEmpty
            ? try book.lines(database, of: payment.dossier, amount: payment.amount) : payment.lines
        let settings = try CollectionTable.settings(database, unit: payment.unit.code).settings
        guard let found = settings.beneficiary(of: dossier.procedure.code) else {
            throw ProblemError(.noBeneficiary)
        }
        beneficiary = found
    }

    var json: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "MaTraCuuTT": .string(payment.lookupCode ?? ""), "MaHoSo": .string(payment.dossierCode),
            "MaTTHC": .string(dossier.procedure.code), "TenTTHC": .string(dossier.procedure.name),
            "MaDonVi": .string(payment.unit.code), "TenDonVi": .string(payment.unit.name),
            "PhiLePhi": .array(lines.map(Self.fee)),
            "TKThuHuong": .string(beneficiary.account), "MaNHThuHuong": .string(beneficiary.bank),
            "TenTKThuHuong": .string(beneficiary.name),
            "NoiDungThanhToan": .string("Nop phi le phi ho so " + payment.dossierCode),
            "HoTenNguoiNop": .string(dossier.applicant.name),
            "DSKhoanNop": .array(
                lines.map { .object(["NoiDung": .string($0.name), "SoTien": .int($0.amount)]) }),
        ]
        members["SoCMNDNguoiNop"] = dossier.applicant.identityNumber.map { .string($0) }
        members["DiaChiNguoiNop"] = dossier.applicant.address.map { .string($0) }
        return members
    }

    private static func fee(_ line: PaymentLine) -> JSONValue {
        .object([
            "LoaiPhiLePhi": .string(line.kind == .phi ? "1" : "2"), "MaPhiLePhi": .string(line.feeCode),
            "TenPhiLePhi": .string(line.name), "SoTien": .int(line.amount),
        ])
    }
}
