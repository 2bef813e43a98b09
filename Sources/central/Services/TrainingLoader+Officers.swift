import Forms
import GRDB
import Models

/// Officers of training who are there to be administered: they do no step, so nothing is missing where they go.
extension TrainingLoader {
    /// What openapi.yaml names.
    private static let idle: [(id: ID, account: String, name: String, position: String)] = [
        ("01900000-0000-7000-8000-0000000000c1", "mau.khoa", "Trịnh Thị Mẫu Đơn", "Chuyên viên"),
        ("01900000-0000-7000-8000-0000000000c2", "mau.mokhoa", "Lưu Đình Khôi", "Chuyên viên"),
        ("01900000-0000-7000-8000-0000000000c3", "mau.thuhoi", "Quách Văn Tĩnh", "Nhân viên hợp đồng"),
        ("01900000-0000-7000-8000-0000000000c4", "mau.chuyen", "Tô Ngọc Hân", "Chuyên viên"),
        ("01900000-0000-7000-8000-0000000000c5", "mau.giaoviec", "Kiều Minh Châu", "Chuyên viên"),
        ("01900000-0000-7000-8000-0000000000c6", "mau.quantri", "Âu Dương Thành", "Chuyên viên"),
        ("01900000-0000-7000-8000-0000000000c7", "mau.quantri2", "Tạ Bích Loan", "Chuyên viên"),
    ]
    private static let idleUnit = "H26.1.5.2"
    private static let seedAssignment = "01900000-0000-7000-8000-0000000000c8"
    private static let seedChanges = [
        ("01900000-0000-7000-8000-0000000000c9", 5), ("01900000-0000-7000-8000-0000000000ca", 6),
    ]

    static func insertAdministration(
        _ database: Database, _ set: TrainingSet, at now: Instant, seal: DataSeal
    ) throws {
        guard try OfficerTable.unitName(database, code: idleUnit, on: now.date) != nil,
            let proposer = set.officer("quantri2"),
            let hash = try OfficerTable.passwordHash(database, of: proposer.id),
            try OfficerTable.account(database, named: idle[0].account) == nil
        else { return }
        let name = try OfficerTable.unitName(database, code: "H26", on: now.date) ?? "H26"
        for officer in idle {
            try OfficerTable.insert(
                database, id: officer.id, person: "person:" + officer.id, account: officer.account,
                name: officer.name, position: officer.position, unit: idleUnit, passwordHash: hash)
        }
        try OfficerTable.suspend(
            database, idle[1].id, reason: "Nghỉ thai sản (mẫu tập huấn).", at: now)
        try OfficerTable.assign(
            database, officer: idle[4].id, unit: "H26.22", role: Role.hotline.rawValue, from: now.date,
            to: nil, id: seedAssignment)
        for (id, index) in seedChanges {
            let officer = idle[index]
            let reason = "Thay người đi học (mẫu tập huấn)."
            let change = OfficerChange(
                id: id, act: .assign,
                officer: OfficerRef(id: officer.id, name: officer.name, position: officer.position),
                unit: UnitRef(code: idleUnit, name: idleUnit),
                summary: "giao \(officer.name) vai trò \(Role.provinceAdmin.name) tại \(name)",
                reason: reason, proposedBy: proposer.reference, proposedAt: now,
                expiresAt: now.adding(seconds: 3650 * 86_400), state: .open)
            let deed = OfficerDeed(
                act: .assign,
                assignment: AssignmentRequest(
                    officer: officer.id, unit: "H26", role: Role.provinceAdmin.rawValue, reason: reason))
            try OfficerChangeTable.insert(
                database,
                .init(change: change, deed: deed, revision: 1, person: "person:" + proposer.id), seal: seal)
        }
    }
}
