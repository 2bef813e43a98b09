import Forms
import Foundation
import GRDB
import Models

/// Works out what a plan changes, and what comes of it, from what holds now. It only reads: what is shown before a plan is
/// saved and what is saved come from here.
struct BindingPlanning {
    /// A unit and a process: a row of the matrix.
    struct Place: Hashable, Comparable, Sendable {
        var unit: String
        var process: String

        static func < (a: Place, b: Place) -> Bool { (a.unit, a.process) < (b.unit, b.process) }
    }

    enum Move: Sendable {
        case end(BindingTable.Stored, last: LocalDate)
        case add(ProcessBinding)
    }

    /// What a plan comes to.
    struct Outcome {
        var places: [Place] = []
        var revisions: [Place: Int] = [:]
        var moves: [Place: [Move]] = [:]
        /// The steps of each place that change.
        var changed: [Place: Set<String>] = [:]
        var refused: [InputFault] = []
        var gaps: [BindingGap] = []
        var from: LocalDate
        var summary = ""

        var changedPlaces: [Place] { places.filter { moves[$0] != nil } }
        var changedSteps: Int { changed.values.reduce(0) { $0 + $1.count } }
    }

    /// A plan for more rows than these is to be divided.
    static let mostRows = 5000
    /// So many rows are shown before a plan is saved.
    static let shownRows = 100

    let database: Database
    let scope: Scope
    let today: LocalDate
    var staffing: BindingStaffing
    var steps: [String: [ProcessStepTable.Step]] = [:]
    var live: [Place: [BindingTable.Stored]] = [:]
    /// The procedures by their processes.
    var names: [String: CodeName] = [:]

    init(_ database: Database, scope: Scope, today: LocalDate) {
        self.database = database
        self.scope = scope
        self.today = today
        staffing = BindingStaffing(database)
    }

    // MARK: The plan

    mutating func work(out plan: BindingsPlan) throws -> Outcome {
        let from = plan.effectiveFrom ?? today
        var outcome = Outcome(from: from)
        try check(plan, from: from)
        let assignee = try assignee(of: plan, on: from)
        steps = try ProcessStepTable.steps(database, of: plan.processes, on: today)
        try checkSteps(plan)
        names = try CatalogueTable.procedureNames(database, of: plan.processes, on: today)
        outcome.summary = try summary(of: plan, assignee)
        for unit in plan.units {
            let revisions = try BindingTable.revisions(database, unit: unit, processes: plan.processes)
            let found = try BindingTable.live(database, unit: unit, processes: plan.processes, from: today)
            for process in plan.processes {
                let place = Place(unit: unit, process: process)
                outcome.places.append(place)
                outcome.revisions[place] = revisions[process] ?? 0
                live[place] = found[process] ?? []
            }
        }
        var models: [String: [BindingTable.Stored]] = [:]
        if let like = plan.likeUnit {
            models = try BindingTable.live(database, unit: like, processes: plan.processes, from: today)
        }
        for place in outcome.places {
            let targets = try targets(of: plan, at: place, assignee, models[place.process] ?? [], from: from)
            for (step, wanted) in targets {
                try checkTarget(wanted, step, plan, place, from: from, &outcome)
                let moves = moves(to: wanted, at: step, place, plan, assignee, from: from)
                guard !moves.isEmpty else { continue }
                outcome.moves[place, default: []] += moves
                outcome.changed[place, default: []].insert(step.code)
            }
        }
        outcome.gaps = try gaps(outcome, until: plan.effectiveTo)
        return outcome
    }

    /// Steps with those who shall do them; what isn't in it stays as it is.
    private mutating func targets(
        of plan: BindingsPlan, at place: Place, _ assignee: ProcessBinding.Assignee?,
        _ model: [BindingTable.Stored], from: LocalDate
    ) throws -> [(step: ProcessStepTable.Step, wanted: [ProcessBinding.Assignee])] {
        var found: [(ProcessStepTable.Step, [ProcessBinding.Assignee])] = []
        for step in steps[place.process] ?? [] {
            if let codes = plan.steps, !codes.contains(step.code) { continue }
            if let roles = plan.roles, !roles.contains(step.role) { continue }
            switch plan.template {
            case .assign:
                guard let assignee else { continue }
                let isNamed = plan.steps != nil || plan.roles != nil
                // Where nothing is named: what his roles do.
                if !isNamed, try staffing.people(assignee, step.role, on: from).isEmpty { continue }
                found.append((step, [assignee]))
            case .clear: found.append((step, []))
            case .like:
                var wanted: [ProcessBinding.Assignee] = []
                for stored in model where stored.binding.step == step.code {
                    guard BindingStaffing.holds(stored.binding, on: from) else { continue }
                    let mapped = try translate(
                        stored.binding.assignee, from: plan.likeUnit ?? "", to: place.unit)
                    if !wanted.contains(mapped) { wanted.append(mapped) }
                }
                if !wanted.isEmpty { found.append((step, wanted)) }
            case .standard:
                if let unit = try nearest(to: place.unit, holding: step.role, on: from) {
                    found.append((step, [.unit(unit)]))
                }
            }
        }
        return found
    }

    /// The other unit's own officers become this one's; who works elsewhere stays.
    private func translate(
        _ assignee: ProcessBinding.Assignee, from model: String, to unit: String
    ) throws -> ProcessBinding.Assignee {
        switch assignee {
        case .unit(model): return .unit(unit)
        case .unit(let code) where Scope.holds(model, code):
            // A department of the other one: the same of this one, where there is one.
            let own = unit + code.dropFirst(model.count)
            let isThere = try OfficerTable.unitName(database, code: own, on: today) != nil
            return .unit(isThere ? own : unit)
        case .unit(let code): return .unit(try counterpart(of: code, model, unit))
        case .officer(let id):
            let home = try OfficerTable.officer(database, id: id, on: today)?.unit
            return home.map { Scope.holds(model, $0) } ?? false ? .unit(unit) : assignee
        }
    }

    /// What serves the other unit's commune, as its police do: what serves this one's in the same way. Else the same.
    private func counterpart(of code: String, _ model: String, _ unit: String) throws -> String {
        func agency(_ code: String) throws -> [String: String] {
            try CatalogueTable.referenceExtra(database, set: "agencies", code: code, on: today) ?? [:]
        }
        let served = try agency(code)
        guard let commune = served["commune"], try agency(model)["commune"] == commune,
            let own = try agency(unit)["commune"], own != commune
        else { return code }
        return try CatalogueTable.agency(database, kind: served["kind"], commune: own, on: today) ?? code
    }

    private mutating func nearest(to unit: String, holding role: String, on day: LocalDate) throws -> String?
    {
        var code: String? = unit
        while let current = code {
            if try !staffing.people(.unit(current), role, on: day).isEmpty { return current }
            code = current.lastIndex(of: ".").map { String(current[..<$0]) }
        }
        return nil
    }

    /// What has to happen so that from a day on those do a step who are wanted.
    private func moves(
        to wanted: [ProcessBinding.Assignee], at step: ProcessStepTable.Step, _ place: Place,
        _ plan: BindingsPlan, _ only: ProcessBinding.Assignee?, from: LocalDate
    ) -> [Move] {
        var left = wanted
        var moves: [Move] = []
        for stored in live[place] ?? [] where stored.binding.step == step.code {
            let binding = stored.binding
            // It is over before the plan begins.
            if let to = binding.to, to < from { continue }
            // What begins after the plan's last day is none of its business.
            if let last = plan.effectiveTo, binding.from > last { continue }
            let lasts = binding.to.map { to in plan.effectiveTo.map { to >= $0 } ?? false } ?? true
            if let index = left.firstIndex(of: binding.assignee), binding.from <= from, lasts,
                binding.subDeadline == plan.subDeadline ?? binding.subDeadline
            {
                left.remove(at: index)
                continue
            }
            let isOthers = binding.assignee != only
            if plan.template == .assign, plan.keepOthers ?? false, isOthers { continue }
            if plan.template == .clear, only != nil, isOthers { continue }
            moves.append(.end(stored, last: max(from, binding.from).adding(days: -1)))
            if let last = plan.effectiveTo, binding.to.map({ $0 > last }) ?? true {
                var later = binding
                later.from = max(binding.from, last.adding(days: 1))
                moves.append(.add(later))
            }
        }
        for assignee in left {
            moves.append(
                .add(
                    ProcessBinding(
                        unit: place.unit, process: place.process, step: step.code, role: step.role,
                        assignee: assignee, from: from, to: plan.effectiveTo, subDeadline: plan.subDeadline)))
        }
        return moves
    }

    // MARK: What comes of it

    /// The bindings of a place as they are after the plan.
    func after(_ place: Place, _ outcome: Outcome) -> [ProcessBinding] {
        var bindings = (live[place] ?? []).map { (id: $0.id, binding: $0.binding) }
        var added: [ProcessBinding] = []
        for move in outcome.moves[place] ?? [] {
            switch move {
            case .end(let stored, let last):
                if let index = bindings.firstIndex(where: { $0.id == stored.id }) {
                    bindings[index].binding.to = last
                }
            case .add(let binding): added.append(binding)
            }
        }
        return (bindings.map(\.binding) + added).filter { binding in
            binding.to.map { $0 >= binding.from } ?? true
        }
    }

    /// Where somebody was able to act today, and nobody is on the first day of the plan or the one after its last.
    private mutating func gaps(_ outcome: Outcome, until last: LocalDate?) throws -> [BindingGap] {
        let days = [outcome.from] + [last?.adding(days: 1)].compactMap(\.self)
        var gaps: [BindingGap] = []
        for place in outcome.places {
            guard let changed = outcome.changed[place] else { continue }
            let after = Dictionary(grouping: after(place, outcome), by: \.step)
            let before = Dictionary(grouping: (live[place] ?? []).map(\.binding), by: \.step)
            for step in changed.sorted() {
                guard try staffing.isStaffed(before[step] ?? [], on: today) else { continue }
                for day in days where try !staffing.isStaffed(after[step] ?? [], on: day) {
                    gaps.append(
                        BindingGap(unit: place.unit, process: place.process, step: step, from: day))
                    break
                }
            }
        }
        return gaps
    }

    /// Names what a look showed, and its moment: who saves on it saves what he saw. Beside the rows' own revisions what comes of
    /// the plan counts, as it depends on the model unit, on roles and on who is at work, which no row's revision tells.
    static func basis(_ outcome: Outcome, at now: Instant) -> String {
        var lines = [outcome.from.iso]
        for place in outcome.places {
            lines.append("\(place.unit) \(place.process) \(outcome.revisions[place] ?? 0)")
            lines += (outcome.moves[place] ?? []).map(line)
        }
        lines += outcome.gaps.map { "gap \($0.unit) \($0.process) \($0.step) \($0.from.iso)" }
        lines += outcome.refused.map { "refused \($0.pointer) \($0.code) \($0.message)" }
        return "\(now.seconds).\(Data(lines.joined(separator: "\n").utf8).sha256.prefix(12).hex)"
    }

    private static func line(_ move: Move) -> String {
        switch move {
        case .end(let stored, let last): return "end \(stored.id) \(last.iso)"
        case .add(let binding):
            let who =
                switch binding.assignee {
                case .officer(let id): "officer \(id)"
                case .unit(let code): "unit \(code)"
                }
            let time = binding.subDeadline.map { "\($0.amount) \($0.unit.rawValue)" } ?? "-"
            let days = "\(binding.from.iso) \(binding.to?.iso ?? "-")"
            return "add \(binding.step) \(binding.role) \(who) \(days) \(time)"
        }
    }
}
