import Forms
import GRDB
import Models

/// What is wrong with a plan: of the form as a whole, thrown at once; of single rows, collected.
extension BindingPlanning {
    func check(_ plan: BindingsPlan, from: LocalDate) throws {
        var faults: [InputFault] = []
        for (place, items, most) in [
            ("/units", plan.units, 500), ("/processes", plan.processes, 2000),
            ("/steps", plan.steps ?? [""], 100), ("/roles", plan.roles ?? [""], 20),
        ] {
            if items.isEmpty { faults.append(.init(place, "empty", "Chọn ít nhất một.")) }
            if items.count > most { faults.append(.init(place, "too_many", "Nhiều nhất \(most).")) }
            if Set(items).count != items.count {
                faults.append(.init(place, "duplicate", "Có mục đứng hai lần."))
            }
        }
        if plan.units.count * plan.processes.count > Self.mostRows {
            faults.append(
                .init(
                    "/processes", "too_many",
                    "Nhiều nhất \(Self.mostRows) dòng (đơn vị × thủ tục) một lần, hãy chia nhỏ."))
        }
        for (index, unit) in plan.units.enumerated() {
            let isKnown = try OfficerTable.unitName(database, code: unit, on: today) != nil
            if !isKnown || !scope.contains(unit) {
                faults.append(
                    .init("/units/\(index)", "unknown_unit", "Không có đơn vị này trong phạm vi quản trị."))
            }
        }
        if from < today { faults.append(.init("/effective_from", "in_past", "Ngày đầu phải từ hôm nay.")) }
        if let to = plan.effectiveTo, to < from {
            faults.append(
                .init("/effective_to", "before_start", "Ngày cuối không được trước ngày đầu."))
        }
        faults += try checkWho(plan)
        guard faults.isEmpty else { throw ProblemError.input(Array(faults.prefix(50))) }
    }

    private func checkWho(_ plan: BindingsPlan) throws -> [InputFault] {
        var faults: [InputFault] = []
        let named = [plan.officer, plan.assigneeUnit].count { $0 != nil }
        switch plan.template {
        case .assign where named != 1, .clear where named > 1:
            faults.append(
                .init("/officer", "one_assignee", "Phải có một cán bộ hoặc một đơn vị, không cả hai."))
        case .like where named > 0, .standard where named > 0:
            faults.append(.init("/officer", "contradiction", "Mẫu này không lấy cán bộ hay đơn vị."))
        case .assign, .clear, .like, .standard: break
        }
        if let like = plan.likeUnit {
            let isKnown = try OfficerTable.unitName(database, code: like, on: today) != nil
            if !isKnown || !scope.contains(like) {
                faults.append(
                    .init("/like_unit", "unknown_unit", "Không có đơn vị này trong phạm vi quản trị."))
            } else if plan.units.contains(like) {
                faults.append(.init("/like_unit", "same_unit", "Đơn vị không thể làm mẫu cho chính mình."))
            }
        }
        if (plan.template == .like) != (plan.likeUnit != nil) {
            faults.append(.init("/like_unit", "contradiction", "Đơn vị mẫu chỉ có khi làm như đơn vị khác."))
        }
        return faults
    }

    /// Who is named, if he may be: at work, and of the province of every unit.
    mutating func assignee(of plan: BindingsPlan, on day: LocalDate) throws -> ProcessBinding.Assignee? {
        let (assignee, home, pointer): (ProcessBinding.Assignee, String, String)
        if let id = plan.officer?.lowercased() {
            pointer = "/officer"
            assignee = .officer(id)
            // Whoever is taken out need not be at work any more.
            let isOut = plan.template == .clear
            guard
                let officer = try OfficerTable.officer(database, id: id, on: day, orSuspended: true),
                try isOut || OfficerTable.officer(database, id: id, on: day) != nil
            else {
                let name = try scope.isEverything ? staffing.officer(id).name : nil
                let words = name.map { $0 == id ? "Cán bộ này" : $0 } ?? "Cán bộ này"
                throw ProblemError.input([
                    .init(
                        pointer, "unknown_assignee",
                        "\(words) không làm việc ngày \(day.display) (không có, tạm khóa, đã thu hồi hoặc chưa đến ngày)."
                    )
                ])
            }
            home = officer.unit
        } else if let code = plan.assigneeUnit {
            (assignee, home, pointer) = (.unit(code), code, "/assignee_unit")
            guard try OfficerTable.unitName(database, code: code, on: day) != nil else {
                throw ProblemError.input([
                    .init(pointer, "unknown_assignee", "Không có đơn vị này ngày \(day.display).")
                ])
            }
        } else {
            return nil
        }
        if let fault = try otherProvince(home, plan.units, pointer) { throw ProblemError.input([fault]) }
        return assignee
    }

    /// A province's administrator binds nobody of another province.
    private func otherProvince(_ home: String, _ units: [String], _ pointer: String) throws -> InputFault? {
        guard !scope.isEverything, !scope.contains(home) else { return nil }
        func province(_ code: String) throws -> String? {
            try CatalogueTable.referenceExtra(database, set: "agencies", code: code, on: today)?["province"]
        }
        let own = try province(home)
        let isOutside = try own == nil || units.contains { try province($0) != own }
        return isOutside
            ? InputFault(pointer, "other_province", "Không thuộc tỉnh, thành phố của đơn vị.") : nil
    }

    func checkSteps(_ plan: BindingsPlan) throws {
        var faults: [InputFault] = []
        for (index, process) in plan.processes.enumerated() where steps[process] == nil {
            faults.append(.init("/processes/\(index)", "unknown_process", "Không có quy trình này."))
        }
        let known = Set(steps.values.flatMap { $0.map(\.code) })
        for (index, step) in (plan.steps ?? []).enumerated() where !known.contains(step) {
            faults.append(.init("/steps/\(index)", "unknown_step", "Không quy trình nào có bước này."))
        }
        for (index, role) in (plan.roles ?? []).enumerated() where Role(rawValue: role) == nil {
            faults.append(.init("/roles/\(index)", "unknown_role", "Không có vai trò này."))
        }
        guard faults.isEmpty else { throw ProblemError.input(Array(faults.prefix(50))) }
    }

    /// Whether who shall do a step is able to, and in time.
    mutating func checkTarget(
        _ wanted: [ProcessBinding.Assignee], _ step: ProcessStepTable.Step, _ plan: BindingsPlan,
        _ place: Place,
        from: LocalDate, _ outcome: inout Outcome
    ) throws {
        let unit = try staffing.unit(place.unit, on: today).name
        let procedure = names[place.process]?.name ?? place.process
        func refuse(_ code: String, _ words: String) {
            outcome.refused.append(
                InputFault(
                    "/rows/\(place.unit)/\(place.process)/\(step.code)", code,
                    "\(unit), \(procedure), bước “\(step.name)”: \(words)"))
        }
        for assignee in wanted {
            // As in another unit, and meant so: it counts once somebody has the role.
            let isMeant = plan.template == .like && plan.allowGaps ?? false
            if !isMeant, try staffing.people(assignee, step.role, on: from).isEmpty {
                let who =
                    switch assignee {
                    case .officer(let id): "\(try staffing.officer(id).name) không"
                    case .unit(let code): "\(try staffing.unit(code, on: from).name) không có ai"
                    }
                refuse(
                    "without_role",
                    "\(who) giữ vai trò “\(Role.name(of: step.role))” ngày \(from.display).")
            }
            if plan.template == .like {
                let home: String? =
                    switch assignee {
                    case .officer(let id): try OfficerTable.officer(database, id: id, on: from)?.unit
                    case .unit(let code): code
                    }
                if let home, let fault = try otherProvince(home, [place.unit], "") {
                    refuse(fault.code, fault.message)
                }
            }
        }
        if let time = plan.subDeadline {
            let most = step.time.map(ProcessLint.hours) ?? .infinity
            if !ProcessLint.isTime(time) || ProcessLint.hours(time) > most {
                refuse("too_long", "hạn nội bộ không dài hơn thời gian của bước.")
            }
        }
    }

    /// What the plan is, for the list of changes and for the audit.
    mutating func summary(of plan: BindingsPlan, _ assignee: ProcessBinding.Assignee?) throws -> String {
        let who =
            switch assignee {
            case .officer(let id): try staffing.officer(id).name
            case .unit(let code): try staffing.unit(code, on: today).name
            case nil: ""
            }
        let what =
            switch plan.template {
            case .assign: plan.keepOthers ?? false ? "thêm \(who)" : "giao \(who)"
            case .clear: who.isEmpty ? "bỏ phân công" : "bỏ phân công của \(who)"
            case .like: "như \(try staffing.unit(plan.likeUnit ?? "", on: today).name)"
            case .standard: "một cửa chuẩn"
            }
        let units =
            plan.units.count == 1
            ? try staffing.unit(plan.units[0], on: today).name : "\(plan.units.count) đơn vị"
        let processes =
            plan.processes.count == 1
            ? names[plan.processes[0]]?.name ?? plan.processes[0] : "\(plan.processes.count) thủ tục"
        return "\(what): \(processes) tại \(units)"
    }
}
