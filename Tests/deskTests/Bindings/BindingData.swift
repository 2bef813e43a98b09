import APIClient
import Forms
import Models

@testable import desk

/// What the scripted central system says of who does which step.
enum BindingData {
    static let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
    static let day = LocalDate(iso: "2026-01-05")!
    static let matrix = "/v1/units/H26.1.5/bindings"
    static let changeID = "01900000-0000-7000-8000-0000000000cb"

    static func holder(
        officer: String? = nil, unit: UnitRef? = nil, to: LocalDate? = nil, isAble: Bool = true
    ) -> BindingHolder {
        BindingHolder(
            officer: officer.map { OfficerRef(id: OfficerData.id, name: $0) }, unit: unit,
            effectiveFrom: day, effectiveTo: to, isAble: isAble)
    }

    static func cell(
        _ step: String, _ name: String, _ role: String, _ roleName: String, _ holders: [BindingHolder],
        today: [String]
    ) -> BindingRow.Cell {
        BindingRow.Cell(
            step: step, name: name, role: role, roleName: roleName, holders: holders,
            today: BindingArrival(names: today, count: today.count))
    }

    static func row(
        _ code: String = "1.001193", _ name: String = "Thủ tục đăng ký khai sinh",
        process: String = "khai-sinh",
        approves: [BindingHolder] = [holder(officer: "Phạm Văn Đồng")], today: [String] = ["Phạm Văn Đồng"]
    ) -> BindingRow {
        BindingRow(
            procedure: CodeName(code: code, name: name), field: CodeName(code: "ho_tich", name: "Hộ tịch"),
            process: process,
            cells: [
                cell(
                    "tiep_nhan", "Tiếp nhận", "reception", "Tiếp nhận và trả kết quả", [holder(unit: unit)],
                    today: ["Trần Thu Hà", "Lê Minh"]),
                cell(
                    "tham_dinh", "Thẩm định", "review", "Thẩm định",
                    [holder(unit: UnitRef(code: "G01.26.5", name: "Công an phường Hoàn Kiếm"))],
                    today: ["Đỗ Mạnh"]),
                cell("ky", "Ký duyệt", "approval", "Lãnh đạo ký duyệt", approves, today: today),
            ])
    }

    static let gap = row(
        "1.000656", "Thủ tục đăng ký khai tử", process: "khai-tu",
        approves: [holder(officer: "Vũ Đã Nghỉ", isAble: false)], today: [])

    static let change = BindingsChange(
        id: changeID, summary: "giao Nguyễn Thị Hương Giang: 2 thủ tục tại UBND phường Hoàn Kiếm",
        by: OfficerRef(id: "01900000-0000-7000-8000-0000000000f2", name: "Cao Việt Dũng"),
        at: Instant(rfc3339: "2026-11-23T08:00:00+07:00")!, rows: 2, steps: 2)

    static let preview = BindingsPreview(
        summary: change.summary, day: LocalDate(iso: "2026-11-23")!, changed: 2, unchanged: 0,
        changedSteps: 2,
        items: [
            BindingsDifference(
                unit: unit, procedure: CodeName(code: "1.001193", name: "Thủ tục đăng ký khai sinh"),
                process: "khai-sinh",
                steps: [
                    .init(
                        step: "tiep_nhan", name: "Tiếp nhận", roleName: "Tiếp nhận và trả kết quả",
                        isChanged: false, before: [holder(unit: unit)], after: [holder(unit: unit)],
                        arrival: BindingArrival(names: ["Trần Thu Hà", "Lê Minh"], count: 7)),
                    .init(
                        step: "ky", name: "Ký duyệt", roleName: "Lãnh đạo ký duyệt", isChanged: true,
                        before: [holder(officer: "Phạm Văn Đồng")],
                        after: [holder(officer: "Nguyễn Thị Hương Giang")],
                        arrival: BindingArrival(names: ["Nguyễn Thị Hương Giang"], count: 1)),
                ])
        ], gaps: [], refused: [])

    static func looked(
        _ preview: BindingsPreview = preview, _ template: BindingsPlan.Template = .standard,
        basis: String = "*"
    ) -> BindingsLooked {
        BindingsLooked(
            plan: BindingsPlan(units: ["H26.1.5"], processes: ["khai-tu"], template: template),
            preview: preview, basis: basis, draft: changeID)
    }

    static func answer(on transport: ScriptedTransport) {
        transport.on(
            .get, "/v1/units",
            .answer(
                json: FixtureData.json(
                    Page(
                        items: [
                            UnitRecord(
                                code: "H26", name: "UBND thành phố Hà Nội", effectiveFrom: day, officers: 12),
                            UnitRecord(
                                code: "H26.1.5", name: "UBND phường Hoàn Kiếm", parent: "H26",
                                effectiveFrom: day, officers: 31),
                        ], nextCursor: nil))))
        transport.on(
            .get, matrix,
            .answer(json: FixtureData.json(BindingMatrix(unit: unit, items: [gap, row()], total: 2))))
        transport.on(
            .get, "/v1/binding-changes",
            .answer(json: FixtureData.json(Page(items: [change], nextCursor: nil))))
    }
}
