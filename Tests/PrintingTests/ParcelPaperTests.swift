import Forms
import Foundation
import Models
import Testing

@Suite("What goes with parcels, on paper")
struct ParcelPaperTests {
    private static let day = LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0)
    private static let at = Instant(date: day, hour: 9, minute: 41)
    private static let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
    private static let office = UnitRef(code: "H26.900.1", name: "Bưu điện Hoàn Kiếm")
    private static let officer = OfficerRef(id: "01900000-0000-7000-8000-00000000a001", name: "Trần Thu Hà")

    private static func number(_ index: Int) -> String {
        S10.make(service: "RR", serial: 10_000_000 + index) ?? ""
    }

    private static func party(_ name: String) -> PostalParty {
        PostalParty(
            name: name, phone: "0912345678",
            address: PostalAddress(
                street: "12 Hàng Bạc", commune: CodeName(code: "00070", name: "Phường Hoàn Kiếm"),
                province: CodeName(code: "01", name: "Thành phố Hà Nội")))
    }

    private static func shipment(_ index: Int) -> Shipment {
        Shipment(
            id: "01900000-0000-7000-8000-00000000050\(index)",
            dossier: "01900000-0000-7000-8000-000000000001", dossierCode: "H26.1.5-261123-000\(index)",
            procedureName: "Cấp bản sao trích lục hộ tịch", unit: unit, office: office, kind: .result,
            orderNumber: "H26.1.5-261123-000\(index)", trackingNumber: number(index), state: .created,
            order: .placed, sender: party("Bộ phận một cửa"), receiver: party("Nguyễn Thị Ánh"),
            contents: "Kết quả: trích lục hộ tịch", fee: 26_000, cod: 16_000, createdAt: at,
            createdBy: officer, changedAt: at)
    }

    @Test("A label a page: a reader finds the tracking number in its Code 128, and in its QR")
    func labels() throws {
        let paper = try PrintedPaper(ShipmentLabels([Self.shipment(1), Self.shipment(2)]))
        #expect(try paper.pageCount == 2)
        for page in 1...2 {
            let number = Self.number(page)
            #expect(try paper.symbols(page: page) == ["CODE-128:" + number, "QR-Code:" + number])
            let words = try paper.words(page: page)
            for text in [
                "BƯU GỬI TRẢ KẾT QUẢ", "Số hiệu: " + number, "Người nhận: Nguyễn Thị Ánh",
                "Địa chỉ: 12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội", "Thu hộ: 16.000 đ",
                "Mã vạch và mã QR là số hiệu bưu gửi.",
            ] {
                #expect(words.contains(text), "\(text) is not in \(words)")
            }
        }
    }

    @Test("A manifest has a row for each parcel, what is to be collected, and a place for each side to sign")
    func manifest() throws {
        let items = (1...60).map { index in
            ManifestItem(
                seq: index, shipment: "01900000-0000-7000-8000-0000000010\(index + 10)",
                trackingNumber: Self.number(index), dossierCode: "H26.1.5-261123-\(1_000 + index)",
                receiverName: "Nguyễn Thị Ánh", destination: "Phường Hoàn Kiếm, Thành phố Hà Nội",
                cod: index == 2 ? 1_216_000 : 16_000, scannedAt: Self.at, acceptedAt: nil)
        }
        let manifest = Manifest(
            id: "01900000-0000-7000-8000-000000000601", code: "BK-H26.1.5-261123-0001", unit: Self.unit,
            office: Self.office, state: .closed, openedAt: Self.at, openedBy: Self.officer,
            closedAt: Self.at, closedBy: Self.officer, count: items.count, accepted: 0, cod: 2_160_000,
            items: items)
        let paper = try PrintedPaper(ManifestDocument(manifest, place: "Hoàn Kiếm"))
        let words = try paper.words()
        #expect(try paper.pageCount > 1)
        for text in [
            "BẢNG KÊ BÀN GIAO BƯU GỬI", "BK-H26.1.5-261123-0001", "Bảng kê có 60 bưu gửi", "2.160.000 đ",
            "BÊN GIAO", "BÊN NHẬN", "Trần Thu Hà",
        ] {
            #expect(words.contains(text), "\(text) is not in \(words)")
        }
        for item in items { #expect(words.contains(item.trackingNumber)) }
        let (ends, long) = (try paper.ends(of: "16.000"), try paper.ends(of: "1.216.000"))
        #expect(ends.count == 59 && long.count == 1)
        #expect(ends.allSatisfy { abs($0 - (long.first ?? 0)) < 0.5 }, "sums end under one another")
    }
}
