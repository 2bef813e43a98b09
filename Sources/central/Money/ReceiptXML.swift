import Forms
import Models

/// Receipts and their daily summary as the tax authority reads them: XML, with an empty place for the signature of the
/// body that collects. Nothing signs here: no token or signing service is connected yet.
enum ReceiptXML {
    static func receipt(_ receipt: Receipt) -> String {
        var xml = XMLText()
        xml.open("BLai")
        xml.open("DLBLai", ["Id": "data"])
        xml.open("TTChung")
        xml.element("PBan", "1.0")
        xml.element("MauSo", receipt.template)
        xml.element("KyHieu", receipt.symbol)
        xml.element("So", String(receipt.number))
        xml.element("NgayLap", receipt.issuedAt.rfc3339)
        xml.element("DVTTe", "VND")
        xml.element("HTTToan", method(receipt.method))
        xml.element("TrangThai", receipt.state.rawValue)
        if let before = receipt.replaces {
            xml.open("ThayThe")
            xml.element("KyHieu", before.symbol)
            xml.element("So", String(before.number))
            xml.close()
        }
        xml.close()
        xml.open("CQThu")
        xml.element("Ma", receipt.unit.code)
        xml.element("Ten", receipt.unit.name)
        xml.element("NguoiThu", receipt.officer?.name ?? "")
        xml.close()
        xml.open("NguoiNop")
        xml.element("Ten", receipt.payerName)
        xml.element("DChi", receipt.payerAddress ?? "")
        xml.close()
        xml.open("DSKhoanThu")
        for (index, line) in receipt.lines.enumerated() {
            xml.open("KhoanThu")
            xml.element("STT", String(index + 1))
            xml.element("Loai", line.kind == .phi ? "Phí" : "Lệ phí")
            xml.element("Ma", line.feeCode)
            xml.element("Ten", line.name)
            xml.element("CanCu", line.basis)
            xml.element("SoTien", String(line.amount))
            xml.close()
        }
        xml.close()
        xml.element("TongTien", String(receipt.total))
        xml.element("TongTienChu", receipt.words)
        xml.element("MaHoSo", receipt.dossierCode)
        xml.element("TenTTHC", receipt.procedureName)
        xml.element("MaKiemTra", receipt.hash)
        xml.close()
        signature(&xml)
        xml.close()
        return xml.text
    }

    /// Form 01/TH-BLĐT.
    static func summary(_ summary: ReceiptSummary) -> String {
        var xml = XMLText()
        xml.open("BTHDLieu")
        xml.open("DLBTHop", ["Id": "data"])
        xml.element("MSo", "01/TH-BLĐT")
        xml.element("Ten", "Bảng tổng hợp biên lai điện tử")
        xml.element("Ngay", summary.date.iso)
        xml.element("MaCQThu", summary.unit.code)
        xml.element("TenCQThu", summary.unit.name)
        xml.open("DSBLai")
        for (index, row) in summary.rows.enumerated() {
            xml.open("DLieu")
            xml.element("STT", String(index + 1))
            xml.element("MauSo", row.template)
            xml.element("KyHieu", row.symbol)
            xml.element("TuSo", String(row.first))
            xml.element("DenSo", String(row.last))
            xml.element("SoLuong", String(row.issued))
            xml.element("SoHuy", String(row.voided))
            xml.element("TienPhi", String(row.phi))
            xml.element("TienLePhi", String(row.lePhi))
            xml.element("TongTien", String(row.amount))
            xml.close()
        }
        xml.close()
        xml.element("TongSoLuong", String(summary.issued))
        xml.element("TongSoHuy", String(summary.voided))
        xml.element("TongTien", String(summary.amount))
        if let earlier = summary.earlier {
            xml.open("HuyNgayTruoc")
            xml.element("SoHuy", String(earlier.count))
            xml.element("TienPhi", String(earlier.phi))
            xml.element("TienLePhi", String(earlier.lePhi))
            xml.element("TongTien", String(earlier.amount))
            xml.close()
            xml.element("ConLai", String(summary.net))
        }
        xml.close()
        signature(&xml)
        xml.close()
        return xml.text
    }

    /// The same as a table that a spreadsheet opens.
    static func table(_ summary: ReceiptSummary) -> String {
        var text = "\u{FEFF}"
        text += CSV.line([
            "STT", "Mẫu số", "Ký hiệu", "Từ số", "Đến số", "Số lượng", "Số hủy", "Tiền phí", "Tiền lệ phí",
            "Tổng tiền",
        ])
        for (index, row) in summary.rows.enumerated() {
            text += CSV.line([
                String(index + 1), row.template, row.symbol, String(row.first), String(row.last),
                String(row.issued), String(row.voided), String(row.phi), String(row.lePhi),
                String(row.amount),
            ])
        }
        let phi = summary.rows.reduce(0) { $0 + $1.phi }
        let lePhi = summary.rows.reduce(0) { $0 + $1.lePhi }
        text += CSV.line([
            "", "Cộng", "", "", "", String(summary.issued), String(summary.voided), String(phi),
            String(lePhi),
            String(summary.amount),
        ])
        if let earlier = summary.earlier {
            text += CSV.line([
                "", ReceiptSummaryDocument.earlierTitle, "", "", "", "", String(earlier.count),
                String(-earlier.phi), String(-earlier.lePhi), String(-earlier.amount),
            ])
            text += CSV.line([
                "", ReceiptSummaryDocument.netTitle, "", "", "", "", "", String(phi - earlier.phi),
                String(lePhi - earlier.lePhi), String(summary.net),
            ])
        }
        return text
    }

    private static func signature(_ xml: inout XMLText) {
        xml.open("DSCKS")
        xml.element("CQThu", "")
        xml.close()
    }

    private static func method(_ method: PaymentMethod) -> String {
        switch method {
        case .cash: "Tiền mặt"
        case .transfer: "Chuyển khoản"
        case .online: "Trực tuyến"
        case .cod: "Bưu điện thu hộ"
        }
    }
}
