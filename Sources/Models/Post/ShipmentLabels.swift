import Forms

/// Labels of parcels, a page each, as `desk-print` reads them.
public struct ShipmentLabels: PrintablePaper, Hashable {
    public var shipments: [Shipment]
    public var training: Bool

    public init(_ shipments: [Shipment], training: Bool = false) {
        self.shipments = shipments
        self.training = training
    }

    public static let mostLabels = 200

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        if shipments.isEmpty { found.add("shipments", "không có bưu gửi nào") }
        found.bound(shipments.count, "shipments", Self.mostLabels)
        for (index, shipment) in shipments.enumerated() {
            let place = "shipments/\(index)"
            if !S10.isValid(shipment.trackingNumber) {
                found.add(place + "/tracking_number", "số hiệu bưu gửi không đúng")
            }
            for (key, party) in [("sender", shipment.sender), ("receiver", shipment.receiver)] {
                found.require(party.name, "\(place)/\(key)/name", "thiếu họ tên")
                found.bound(party.name, "\(place)/\(key)/name")
                found.bound(party.phone, "\(place)/\(key)/phone")
                found.bound(party.address.text, "\(place)/\(key)/address")
            }
            found.bound(shipment.contents, place + "/contents")
        }
        return found.issues
    }

    /// What stands on each page.
    public var pages: [SlipContent] { shipments.map { SlipContent(label: $0, training: training) } }
}

extension SlipContent {
    /// A label has the frame of a slip: its barcode is the tracking number, its QR the same.
    init(label shipment: Shipment, training: Bool) {
        let number = SlipText.clean(shipment.trackingNumber)
        authority = SlipText.clean(shipment.unit.name).uppercased()
        desk = "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ"
        code = number
        codeLine = "Số hiệu: " + number
        link = number
        placeAndDate = shipment.createdAt.date.inWords
        isTraining = training
        form = nil
        copyLabels = [""]
        marks = training ? ["TẬP HUẤN - không có giá trị pháp lý"] : []
        notes = ["Mã vạch và mã QR là số hiệu bưu gửi."]
        heading = "Nhãn bưu gửi"
        title = shipment.kind == .result ? "BƯU GỬI TRẢ KẾT QUẢ" : "BƯU GỬI NHẬN HỒ SƠ"
        foot = "Bưu chính công ích"
        self.number = "Đơn: " + SlipText.clean(shipment.orderNumber)
        blocks = []
        for (title, party) in [("Người gửi", shipment.sender), ("Người nhận", shipment.receiver)] {
            blocks.append(.field(SlipField(title, SlipText.clean(party.name), isStrong: true)))
            // Where it goes is what is looked for on a parcel.
            let isTarget = party == shipment.receiver
            blocks.append(
                .field(SlipField("Địa chỉ", SlipText.clean(party.address.text), isStrong: isTarget)))
            blocks.append(.field(SlipField("Điện thoại", SlipText.clean(party.phone))))
        }
        blocks.append(.field(SlipField("Nội dung", SlipText.clean(shipment.contents))))
        blocks.append(.field(SlipField("Mã hồ sơ", SlipText.clean(shipment.dossierCode))))
        blocks.append(
            .pair(
                SlipField(
                    "Thu hộ", shipment.cod == 0 ? "không" : Money(shipment.cod).display, isStrong: true),
                SlipField("Cước", Money(shipment.fee).display)))
    }
}
