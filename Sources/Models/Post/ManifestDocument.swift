import Forms

/// A manifest for both sides to sign, as `desk-print` reads it.
public struct ManifestDocument: PrintablePaper, Hashable {
    public var manifest: Manifest
    public var place: String
    public var training: Bool

    public init(_ manifest: Manifest, place: String, training: Bool = false) {
        self.manifest = manifest
        self.place = place
        self.training = training
    }

    /// More parcels than a counter takes at once.
    public static let mostItems = 2_000

    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(place, "place", "thiếu địa danh")
        found.require(manifest.code, "manifest/code", "thiếu số bảng kê")
        for (key, text) in [
            ("place", place), ("manifest/code", manifest.code), ("manifest/unit/name", manifest.unit.name),
            ("manifest/office/name", manifest.office.name), ("manifest/note", manifest.note ?? ""),
        ] {
            found.bound(text, key)
        }
        let items = manifest.items ?? []
        if items.isEmpty { found.add("manifest/items", "bảng kê không có bưu gửi nào") }
        found.bound(items.count, "manifest/items", Self.mostItems)
        for (index, item) in items.enumerated() {
            found.bound(item.receiverName, "manifest/items/\(index)/receiver_name")
            found.bound(item.destination, "manifest/items/\(index)/destination")
        }
        return found.issues
    }
}

extension RegisterContent {
    /// A manifest has the frame of a register: who hands over to whom, a row for each parcel, two signatures.
    public init(_ paper: ManifestDocument) {
        let manifest = paper.manifest
        let items = manifest.items ?? []
        let closedAt = manifest.closedAt ?? manifest.openedAt
        self.init(
            authority: SlipText.clean(manifest.unit.name).uppercased(),
            desk: "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            placeAndDate: SlipText.clean(paper.place) + ", " + closedAt.date.inWords,
            title: "BẢNG KÊ BÀN GIAO BƯU GỬI",
            period: "Số \(SlipText.clean(manifest.code)) - giao cho \(SlipText.clean(manifest.office.name))",
            marks: paper.training ? ["TẬP HUẤN - không có giá trị pháp lý"] : [],
            table: SlipTable(
                titles: [
                    "Mã hồ sơ", "Số hiệu bưu gửi", "Người nhận", "Nơi nhận", "Thu hộ (đồng)", "Bưu điện nhận",
                ],
                rows: items.map { item in
                    [
                        SlipText.clean(item.dossierCode), SlipText.clean(item.trackingNumber),
                        SlipText.clean(item.receiverName), SlipText.clean(item.destination),
                        item.cod == 0 ? "" : Money(item.cod).grouped, item.acceptedAt?.display ?? "",
                    ]
                }),
            count:
                "Bảng kê có \(items.count) bưu gửi, thu hộ \(Money(items.reduce(0) { $0 + $1.cod }).display).",
            signatures: [
                SlipSignature(
                    title: "BÊN GIAO", hint: SlipContent.signHint,
                    name: manifest.closedBy.map { SlipText.clean($0.name) }),
                SlipSignature(
                    title: "BÊN NHẬN", hint: SlipContent.signHint,
                    name: manifest.acceptedBy.map { SlipText.clean($0.name) }),
            ], isTraining: paper.training, form: nil)
        numbers = items.map(\.seq)
        amounts = [4]
        if let note = manifest.note.flatMap(SlipText.cleaned) { notes.append("Ghi chú: " + note) }
    }
}
