import Forms
import GRDB
import Models

/// Changes who does which step, in one transaction: what would leave a step without anybody is refused as a whole,
/// with every gap, unless that is asked for.
struct BindingChange {
    let database: Database
    let officer: Officer
    let scope: Scope
    let now: Instant
    private var today: LocalDate { now.date }
    /// Steps by process: role and time, of every version and draft.
    private var steps: [String: [String: ProcessStep]] = [:]
    /// Where somebody was able to act before the change.
    private var before: [String: Set<ProcessSurroundings.Place>] = [:]

    init(_ database: Database, by officer: Officer, scope: Scope, at now: Instant) {
        self.database = database
        self.officer = officer
        self.scope = scope
        self.now = now
    }

    // MARK: A whole set

    /// Makes the items the whole set of a unit and a process; what is as it was stays untouched.
    mutating func put(_ request: BindingsPut, unit: String, process: String) throws {
        let steps = try steps(of: process)
        try remember(process)
        let revision = try BindingTable.revision(database, unit: unit, process: process).number + 1
        var left = try BindingTable.live(database, unit: unit, process: process, from: today)
        var faults: [InputFault] = []
        var fresh: [ProcessBinding] = []
        var days: Set<LocalDate> = [today]
        if request.items.count > 1000 {
            throw ProblemError.input([.init("/items", "too_many", "Nhiều nhất 1.000 dòng.")])
        }
        for (index, item) in request.items.enumerated() {
            let place = "/items/\(index)"
            guard let step = steps[item.step], let role = step.role else {
                faults.append(.init(place + "/step", "unknown_step", "Quy trình không có bước này."))
                continue
            }
            guard let assignee = Self.assignee(item.officer, item.assigneeUnit) else {
                faults.append(.oneAssignee(place))
                continue
            }
            func isSame(_ stored: BindingTable.Stored) -> Bool {
                let binding = stored.binding
                return binding.step == item.step && binding.assignee == assignee
                    && binding.subDeadline == item.subDeadline
                    && (item.effectiveFrom.map { $0 == binding.from } ?? (binding.from <= today))
            }
            let from = item.effectiveFrom ?? today
            if let to = item.effectiveTo {
                if to < max(from, today) {
                    faults.append(.init(place + "/effective_to", "in_past", "Ngày cuối phải từ hôm nay."))
                }
                days.insert(to.adding(days: 1))
            }
            if let known = left.firstIndex(where: isSame) {
                let stored = left.remove(at: known)
                if stored.binding.to != item.effectiveTo {
                    try BindingTable.end(
                        database, id: stored.id, on: item.effectiveTo, revision: revision, by: officer.id,
                        at: now)
                }
                continue
            }
            if from < today {
                faults.append(.init(place + "/effective_from", "in_past", "Ngày đầu phải từ hôm nay."))
            }
            days.insert(from)
            let binding = ProcessBinding(
                unit: unit, process: process, step: item.step, role: role, assignee: assignee, from: from,
                to: item.effectiveTo, subDeadline: item.subDeadline)
            faults += try check(binding, step, at: place, needsRole: !(request.allowGaps ?? false))
            fresh.append(binding)
        }
        guard faults.isEmpty else { throw ProblemError.input(Array(faults.prefix(50))) }
        for stored in left { try end(stored, before: today, revision) }
        for binding in fresh {
            try BindingTable.insert(database, binding, revision: revision, by: officer.id, at: now)
        }
        let gaps = try gaps(units: [unit], processes: [process], on: days.sorted())
        if !(request.allowGaps ?? false) { try Self.refuse(gaps) }
    }

    // MARK: A selection

    /// Gives every selected step one assignee for some days; after the last of them those are bound again who were
    /// before.
    mutating func apply(_ request: BindingsApply) throws -> BindingsApplied {
        var faults = checkSelection(request)
        guard let assignee = Self.assignee(request.officer, request.assigneeUnit) else {
            throw ProblemError.input(faults + [.oneAssignee("")])
        }
        let from = request.effectiveFrom ?? today
        var known: Set<String> = []
        for (index, process) in request.processes.enumerated() {
            let steps = try steps(of: process)
            if steps.isEmpty {
                faults.append(.init("/processes/\(index)", "unknown_process", "Không có quy trình này."))
            }
            known.formUnion(steps.keys)
        }
        for (index, step) in request.steps.enumerated() where !known.contains(step) {
            faults.append(.init("/steps/\(index)", "unknown_step", "Không quy trình nào có bước này."))
        }
        for (index, unit) in request.units.enumerated() {
            let isKnown = try OfficerTable.unitName(database, code: unit, on: today) != nil
            if !isKnown || !scope.contains(unit) {
                faults.append(
                    .init("/units/\(index)", "unknown_unit", "Không có đơn vị này trong phạm vi quản trị."))
            }
        }
        guard faults.isEmpty else { throw ProblemError.input(Array(faults.prefix(50))) }
        var applied = 0
        var checked: Set<String> = []
        for process in request.processes {
            try remember(process)
            let steps = try steps(of: process)
            for unit in request.units {
                let revision = try BindingTable.revision(database, unit: unit, process: process).number + 1
                let live = try BindingTable.live(database, unit: unit, process: process, from: from)
                for code in request.steps {
                    guard let step = steps[code], let role = step.role else { continue }
                    let binding = ProcessBinding(
                        unit: unit, process: process, step: code, role: role, assignee: assignee, from: from,
                        to: request.effectiveTo, subDeadline: request.subDeadline)
                    // The assignee is the same for all units of a province.
                    if checked.insert("\(unit.prefix { $0 != "." }) \(process) \(code)").inserted {
                        faults += try check(binding, step, at: "", needsRole: false)
                        guard faults.isEmpty else { throw ProblemError.input(faults) }
                    }
                    for stored in live where stored.binding.step == code {
                        try resume(stored, after: request.effectiveTo, revision)
                        try end(stored, before: from, revision)
                    }
                    try BindingTable.insert(database, binding, revision: revision, by: officer.id, at: now)
                    applied += 1
                }
            }
        }
        var days = [from]
        if let to = request.effectiveTo { days.append(to.adding(days: 1)) }
        let gaps = try gaps(units: Set(request.units), processes: request.processes, on: days)
        if !(request.allowGaps ?? false) { try Self.refuse(gaps) }
        return BindingsApplied(applied: applied, gaps: gaps)
    }

    private func checkSelection(_ request: BindingsApply) -> [InputFault] {
        var faults: [InputFault] = []
        for (place, items, most) in [
            ("/units", request.units, 5000), ("/processes", request.processes, 500),
            ("/steps", request.steps, 100),
        ] {
            if items.isEmpty { faults.append(.init(place, "empty", "Chọn ít nhất một.")) }
            if items.count > most { faults.append(.init(place, "too_many", "Nhiều nhất \(most).")) }
            if Set(items).count != items.count {
                faults.append(.init(place, "duplicate", "Có mục đứng hai lần."))
            }
        }
        if request.units.count * request.processes.count * request.steps.count > 200_000 {
            faults.append(.init("", "too_many", "Lựa chọn quá lớn, hãy chia nhỏ."))
        }
        let from = request.effectiveFrom ?? today
        if from < today { faults.append(.init("/effective_from", "in_past", "Ngày đầu phải từ hôm nay.")) }
        if let to = request.effectiveTo, to < from {
            faults.append(.init("/effective_to", "before_start", "Ngày cuối phải sau ngày đầu."))
        }
        return faults
    }

    // MARK: Rows

    private func end(_ stored: BindingTable.Stored, before day: LocalDate, _ revision: Int) throws {
        let last = max(day, stored.binding.from).adding(days: -1)
        try BindingTable.end(database, id: stored.id, on: last, revision: revision, by: officer.id, at: now)
    }

    /// Binds those again who were bound before, from the day after a stand-in's last.
    private func resume(_ stored: BindingTable.Stored, after last: LocalDate?, _ revision: Int) throws {
        guard let last else { return }
        var later = stored.binding
        guard later.to.map({ $0 > last }) ?? true else { return }
        later.from = max(later.from, last.adding(days: 1))
        try BindingTable.insert(database, later, revision: revision, by: officer.id, at: now)
    }

    // MARK: Checks

    private static func assignee(_ officer: ID?, _ unit: String?) -> ProcessBinding.Assignee? {
        switch (officer, unit) {
        case (let officer?, nil): .officer(officer)
        case (nil, let unit?): .unit(unit)
        default: nil
        }
    }

    private mutating func steps(of process: String) throws -> [String: ProcessStep] {
        if let known = steps[process] { return known }
        var found: [String: ProcessStep] = [:]
        for stored in try ProcessTable.versions(database, id: process, on: today) {
            for step in stored.process.steps where step.role != nil { found[step.code] = step }
        }
        steps[process] = found
        return found
    }

    /// The assignee exists, within the province of the dossiers, and is able to do the step.
    private func check(
        _ binding: ProcessBinding, _ step: ProcessStep, at place: String, needsRole: Bool
    ) throws -> [InputFault] {
        var faults: [InputFault] = []
        let (home, key): (String?, String)
        var isAble = false
        switch binding.assignee {
        case .officer(let id):
            let found = try OfficerTable.officer(database, id: id.lowercased(), on: binding.from)
            (home, key) = (found?.unit, place + "/officer")
            isAble = found?.assignments.contains { $0.role.rawValue == binding.role } ?? false
        case .unit(let code):
            let name = try OfficerTable.unitName(database, code: code, on: binding.from)
            (home, key) = (name == nil ? nil : code, place + "/assignee_unit")
            isAble = try OfficerTable.hasRole(database, binding.role, in: code, on: binding.from)
        }
        guard let home else {
            return [.init(key, "unknown_assignee", "Không có cán bộ hoặc đơn vị này đang làm việc.")]
        }
        if !scope.isEverything, !scope.contains(home) {
            let provinces = try [home, binding.unit].map {
                try CatalogueTable.referenceExtra(database, set: "agencies", code: $0, on: today)?["province"]
            }
            if provinces[0] == nil || provinces[0] != provinces[1] {
                faults.append(.init(key, "other_province", "Không thuộc tỉnh, thành phố này."))
            }
        }
        if needsRole, !isAble {
            faults.append(
                .init(
                    key, "without_role",
                    "Không có ai giữ vai trò “\(Role.name(of: binding.role))” của bước này."))
        }
        if let time = binding.subDeadline {
            let most = step.time.map(ProcessLint.hours) ?? .infinity
            if !ProcessLint.isTime(time) || ProcessLint.hours(time) > most {
                faults.append(
                    .init(place + "/sub_deadline", "too_long", "Không dài hơn thời gian của bước."))
            }
        }
        return faults
    }

    private mutating func remember(_ process: String) throws {
        guard before[process] == nil else { return }
        before[process] = try BindingTable.staffed(database, process: process, on: today)
    }

    /// Where somebody was able to act before, and nobody is on one of the days.
    private func gaps(units: Set<String>, processes: [String], on days: [LocalDate]) throws -> [BindingGap] {
        var gaps: [BindingGap] = []
        for process in processes {
            let known = (before[process] ?? []).filter { units.contains($0.unit) }
                .sorted { ($0.unit, $0.step) < ($1.unit, $1.step) }
            var told: Set<ProcessSurroundings.Place> = []
            for day in days {
                let staffed = try BindingTable.staffed(database, process: process, on: day)
                for place in known where !staffed.contains(place) && told.insert(place).inserted {
                    gaps.append(
                        BindingGap(unit: place.unit, process: process, step: place.step, from: day))
                }
            }
        }
        return gaps
    }

    static func refuse(_ gaps: [BindingGap]) throws {
        guard !gaps.isEmpty else { return }
        throw ProblemError.input(
            gaps.prefix(50).map { gap in
                InputFault(
                    "/allow_gaps", "gap",
                    "Bước \(gap.step) của \(gap.process) tại \(gap.unit) sẽ không có ai làm từ ngày \(gap.from.display).",
                    hint: "Phân cho người giữ vai trò đó, hoặc gửi allow_gaps: true.")
            })
    }
}

extension InputFault {
    fileprivate static func oneAssignee(_ place: String) -> InputFault {
        InputFault(
            place + "/officer", "one_assignee", "Phải có officer hoặc assignee_unit, không cả hai.")
    }
}
