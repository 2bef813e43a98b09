import APIClient
import Forms
import Models

@testable import desk

/// What the scripted central system says to an administrator.
enum OfficerData {
    static let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
    static let id: Models.ID = "01900000-0000-7000-8000-0000000000c1"

    static func officer(
        _ number: Int = 1, name: String = "Nguyễn Thị Hương Giang", state: OfficerState = .active,
        roles: [(String, String)] = [("reception", "Tiếp nhận và trả kết quả")],
        pending: [OfficerChange]? = nil
    ) -> OfficerRecord {
        let id = "01900000-0000-7000-8000-0000000000c\(number)"
        let day = LocalDate(iso: "2026-11-23")!
        return OfficerRecord(
            id: id, revision: 1, account: "giangnth", name: name, position: "Công chức tiếp nhận hồ sơ",
            unit: unit, state: state, identityNumber: "001*******21", effectiveFrom: day,
            assignments: roles.enumerated().map { index, role in
                OfficerAssignment(
                    id: "01900000-0000-7000-8000-0000000000e\(index)",
                    officer: OfficerRef(id: id, name: name),
                    unit: unit, role: role.0, roleName: role.1, effectiveFrom: day)
            }, stateReason: state == .suspended ? "Nghỉ phép" : nil, changedBy: "Cao Việt Dũng",
            changedAt: Instant(rfc3339: "2026-11-23T09:00:00+07:00"), openDossiers: 0, pending: pending)
    }

    static let change = OfficerChange(
        id: "01900000-0000-7000-8000-0000000000f1", act: .revoke,
        officer: OfficerRef(id: id, name: "Nguyễn Thị Hương Giang"), unit: unit,
        summary: "thu hồi tài khoản của Nguyễn Thị Hương Giang", reason: "Hết nhiệm kỳ",
        proposedBy: OfficerRef(id: "01900000-0000-7000-8000-0000000000f2", name: "Nguyễn Thị Thùy Dương"),
        proposedAt: Instant(rfc3339: "2026-11-23T08:00:00+07:00")!,
        expiresAt: Instant(rfc3339: "2026-11-30T08:00:00+07:00")!, state: .open)

    static let procedure = ProcedureSummary(
        code: "2.000635", name: "Cấp bản sao trích lục hộ tịch",
        field: CodeName(code: "ho_tich", name: "Hộ tịch"), level: "commune", timeText: "", feeText: "",
        recentUses: 0)

    static func answer(on transport: ScriptedTransport) {
        transport.on(
            .get, "/v1/officers",
            .answer(
                json: FixtureData.json(
                    Page(
                        items: [officer(), officer(2, name: "Lê Văn Thành", state: .suspended)],
                        nextCursor: nil)
                )))
        transport.on(.get, "/v1/officers/\(id)", .answer(json: FixtureData.json(officer())))
    }
}

extension Fixture {
    /// A desk at which an administrator of the province is logged in.
    static func administrator(_ role: String = "province_admin") async -> Fixture {
        let fixture = Fixture()
        var me = FixtureData.me
        me.roles = [role]
        me.unit = UnitRef(code: "H26", name: "UBND thành phố Hà Nội")
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: fixture.desk.store))
        await fixture.logIn()
        OfficerData.answer(on: fixture.transport)
        return fixture
    }
}
