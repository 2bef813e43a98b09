import Forms
import Models

/// Officers as a table for spreadsheets. Its first columns are those that an import reads.
enum OfficerSheet {
    /// The titles of the columns that an import reads, in the order of a template.
    static let head = [
        "Họ và tên", "Số định danh", "Chức vụ", "Mã đơn vị", "Tên đăng nhập", "Vai trò", "VNeID", "Từ ngày",
        "Đến ngày",
    ]

    static func export(
        _ found: @escaping @Sendable (OfficerTable.Position?, Int) async throws -> [OfficerRecord]
    ) -> TableExport<OfficerRecord, OfficerTable.Position> {
        TableExport(
            name: "officers",
            // Those that an import reads are named as it reads them, in whatever language.
            head: head.map { Phrase($0) } + [
                Phrase("Tên đơn vị", en: "Unit"), Phrase("Trạng thái", en: "State"),
                Phrase("Đăng nhập lần cuối", en: "Last login"), Phrase("Rà soát", en: "Reviewed"),
            ],
            lines: found, position: OfficerRoutes.position,
            fields: { record in
                let roles = record.assignments.filter { $0.unit.code == record.unit.code }.map(\.role)
                return [
                    record.name, record.identityNumber ?? "", record.position, record.unit.code,
                    record.account, Set(roles).sorted().joined(separator: " "), record.vneid ?? "",
                    record.effectiveFrom?.display ?? "", record.effectiveTo?.display ?? "",
                    record.unit.name, OfficerWords.name(record.state), record.lastLoginAt?.display ?? "",
                    record.reviewedAt?.display ?? "",
                ]
            })
    }
}
