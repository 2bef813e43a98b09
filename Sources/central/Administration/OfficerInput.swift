import Forms
import GRDB
import Models

/// What is typed about an officer, checked: each fault with its place.
struct OfficerInput {
    let database: Database
    let scope: Scope
    let officer: Officer
    let today: LocalDate
    let seal: DataSeal
    private(set) var faults: [InputFault] = []

    init(_ database: Database, scope: Scope, officer: Officer, today: LocalDate, seal: DataSeal) {
        self.database = database
        self.scope = scope
        self.officer = officer
        self.today = today
        self.seal = seal
    }

    mutating func add(_ pointer: String, _ code: String, _ message: String, hint: String? = nil) {
        faults.append(.init(pointer, code, message, hint: hint))
    }

    func refuse() throws {
        guard faults.isEmpty else { throw ProblemError.input(Array(faults.prefix(50))) }
    }

    mutating func text(_ value: String?, _ pointer: String, longest: Int = 200) -> String {
        CallText.check(value, pointer, longest: longest, isRequired: true, &faults) ?? ""
    }

    mutating func reason(_ value: String?) -> String {
        let reason = (value ?? "").trimmed
        if !(3...500).contains(reason.length) {
            add("/reason", "required", "Cần ghi lý do, từ 3 đến 500 ký tự.")
        }
        return reason
    }

    /// A name that can be typed at a login.
    mutating func account(_ value: String, _ pointer: String, besides id: ID?) throws -> String {
        let account = value.trimmed.lowercased()
        let isRight =
            (2...40).contains(account.utf8.count)
            && account.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || [0x2E, 0x2D, 0x5F].contains(byte)
            } && account.first?.isLetter == true
        guard isRight else {
            add(
                pointer, "invalid_account",
                "Tên đăng nhập có từ 2 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ."
            )
            return account
        }
        if try OfficerTable.holder(database, account: account, besides: id, seal: seal) != nil {
            add(pointer, "taken", "Tên đăng nhập này đã có.", hint: "Thêm một số hoặc tên đơn vị.")
        }
        return account
    }

    mutating func identity(_ value: String, _ pointer: String, besides id: ID?) throws -> String {
        let number = IdentityNumber.normalize(value)
        if let issue = IdentityNumber.check(number) {
            add(pointer, issue.code, issue.message.text(.vi), hint: issue.hint?.text(.vi))
        } else if number.utf8.count != 12 {
            add(pointer, "invalid_identity", "Cần số định danh 12 chữ số.")
        } else if let holder = try OfficerTable.holder(
            database, identityNumber: number, besides: id, seal: seal)
        {
            try duplicate(pointer, "Số định danh này đã là của", holder)
        }
        return number
    }

    mutating func vneid(_ value: String?, _ pointer: String, besides id: ID?) throws -> String? {
        guard
            let subject = CallText.check(value, pointer, longest: 100, &faults)
        else { return nil }
        if let holder = try OfficerTable.holder(database, vneid: subject, besides: id, seal: seal) {
            try duplicate(pointer, "Tài khoản VNeID này đã là của", holder)
        }
        return subject
    }

    /// Who has it is told only to who may see him.
    private mutating func duplicate(_ pointer: String, _ words: String, _ holder: OfficerRef) throws {
        let seen = try OfficerTable.record(database, id: holder.id, scope: scope, on: today, seal: seal)
        add(
            pointer, "duplicate",
            seen.map { "\(words) \($0.name), \($0.unit.name)." } ?? "\(words) một cán bộ ở nơi khác.",
            hint: "Cán bộ chuyển đến thì nơi cũ chuyển công tác hoặc thu hồi trước.")
    }

    mutating func days(from: LocalDate?, to: LocalDate?) {
        if let to, to < max(from ?? today, today) {
            add("/effective_to", "before_start", "Ngày cuối phải từ hôm nay và không trước ngày đầu.")
        }
    }

    /// A unit that exists within reach; nil, and a fault, for any other.
    mutating func unit(_ code: String, _ pointer: String) throws -> UnitRef? {
        guard let name = try OfficerTable.unitName(database, code: code, on: today) else {
            add(pointer, "unknown_unit", "Không có đơn vị này.")
            return nil
        }
        guard scope.contains(code) else {
            add(pointer, "other_province", "Đơn vị này ngoài phạm vi quản trị.")
            return nil
        }
        return UnitRef(code: code, name: name)
    }

    /// A role that this administrator may give in a unit.
    mutating func role(_ code: String, in unit: String, _ pointer: String) -> Role? {
        guard let role = Role(rawValue: code) else {
            add(pointer, "unknown_role", "Không có vai trò này.")
            return nil
        }
        guard role.mayBeGiven(by: officer) else {
            add(pointer, "not_yours", "Chỉ quản trị cấp bộ giao được vai trò này.")
            return nil
        }
        switch role {
        case .provinceAdmin where unit.contains("."):
            add(pointer, "wrong_unit", "Quản trị cấp tỉnh chỉ giao ở đơn vị cấp tỉnh.")
        case .ministryAdmin where unit.contains(".") || !unit.hasPrefix("G"):
            add(pointer, "wrong_unit", "Quản trị cấp bộ chỉ giao ở cơ quan cấp bộ.")
        default: return role
        }
        return nil
    }

    /// Roles of an officer's own unit, none of them an administrator's.
    mutating func roles(_ codes: [String], in unit: String) -> [Role] {
        if Set(codes).count != codes.count { add("/roles", "duplicate", "Có vai trò đứng hai lần.") }
        return codes.enumerated().compactMap { index, code in
            guard let role = role(code, in: unit, "/roles/\(index)") else { return nil }
            guard !Role.administrating.contains(role) else {
                add(
                    "/roles/\(index)", "needs_two", "Vai trò quản trị giao riêng, cần hai người.",
                    hint: "Giao sau, ở mục vai trò của cán bộ.")
                return nil
            }
            return role
        }
    }
}

extension Role {
    /// The ministry's own role is the ministry's to give.
    func mayBeGiven(by officer: Officer) -> Bool {
        self == .ministryAdmin
            ? officer.roles.contains(.ministryAdmin) : !officer.roles.isDisjoint(with: Role.administrating)
    }
}
