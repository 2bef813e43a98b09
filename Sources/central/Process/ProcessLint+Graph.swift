import Forms
import Models

extension ProcessLint {
    /// Every step is reached from the entry and reaches an end: no dead ends, no loops without a way out.
    mutating func checkReach() {
        let edges = process.transitions.filter { steps[$0.from] != nil && steps[$0.to] != nil }
        let forward = closure([process.entry], edges.map { ($0.from, $0.to) })
        let ends = Set(process.steps.filter { $0.kind == .terminal }.map(\.code))
        let backward = closure(ends, edges.map { ($0.to, $0.from) })
        if ends.isEmpty { fault("/steps", "no_end", "Phải có ít nhất một bước cuối (terminal).") }
        let leaving = Set(edges.map(\.from))
        var seen: Set<String> = []
        for (index, step) in process.steps.enumerated() where seen.insert(step.code).inserted {
            let place = "/steps/\(index)"
            if !forward.contains(step.code) {
                fault(place, "unreachable", "Không đường nào dẫn tới bước “\(step.code)”.")
            }
            guard !backward.contains(step.code) else { continue }
            if leaving.contains(step.code) {
                fault(place, "no_way_out", "Từ bước “\(step.code)” đi vòng mãi, không tới được bước cuối.")
            } else {
                fault(
                    place, "dead_end", "Bước “\(step.code)” không có đường đi tiếp và không phải bước cuối.")
            }
        }
    }

    /// What is reached from a start, along edges.
    func closure(_ start: Set<String>, _ edges: [(String, String)]) -> Set<String> {
        let next = Dictionary(grouping: edges, by: \.0).mapValues { $0.map(\.1) }
        var reached = start
        var waiting = Array(start)
        while let step = waiting.popLast() {
            for other in next[step] ?? [] where reached.insert(other).inserted { waiting.append(other) }
        }
        return reached
    }

    // MARK: Times

    /// So many partial ways are tried at most, so that no graph holds the server up.
    static let mostWays = 100_000

    /// The steps in which the clock runs fit into the statutory time, also along the longest way that passes no step
    /// twice; each for itself, and with the shorter times of bindings.
    mutating func checkTimes() {
        let most = Self.hours(process.statutory)
        for (index, step) in process.steps.enumerated() where step.clock == .run {
            if let time = step.time, Self.hours(time) > most {
                fault("/steps/\(index)/time", "too_long", "Dài hơn thời hạn theo luật.")
            }
        }
        let weights = steps.mapValues { step in
            step.clock == .run ? step.time.map(Self.hours) ?? 0 : 0
        }
        // The sum of all of them is the longest way that could be: most processes end here.
        guard weights.values.reduce(0, +) > most else { return }
        switch longestWay(weights, above: most) {
        case .within: break
        case .above(let way):
            fault(
                "/steps", "too_long",
                "Các bước cộng lại dài hơn thời hạn theo luật: \(way.joined(separator: " → ")).")
        case .unknown:
            fault("/steps", "too_complex", "Quá nhiều đường đi để cộng được thời gian các bước.")
        }
    }

    private enum Length {
        case within
        case above([String])
        case unknown
    }

    /// Whether any way from the entry that passes no step twice takes longer than this.
    private func longestWay(_ weights: [String: Double], above most: Double) -> Length {
        let next = Dictionary(grouping: process.transitions, by: \.from)
            .mapValues { Array(Set($0.map(\.to).filter { steps[$0] != nil })).sorted() }
        var left = Self.mostWays
        var way: [String] = []
        var passed: Set<String> = []
        func extend(_ step: String, _ sum: Double) -> Length {
            left -= 1
            guard left > 0 else { return .unknown }
            way.append(step)
            passed.insert(step)
            let sum = sum + (weights[step] ?? 0)
            if sum > most { return .above(way) }
            for other in next[step] ?? [] where !passed.contains(other) {
                let found = extend(other, sum)
                if case .within = found { continue }
                return found
            }
            way.removeLast()
            passed.remove(step)
            return .within
        }
        return extend(process.entry, 0)
    }

    // MARK: Bindings

    /// Wherever the procedure is taken in, every step has somebody who is able to act, within the step's time.
    mutating func checkBindings() {
        for binding in surroundings.bindings {
            guard let time = binding.subDeadline,
                let index = process.steps.firstIndex(where: { $0.code == binding.step })
            else { continue }
            let most = process.steps[index].time ?? process.statutory
            if Self.hours(time) > Self.hours(most) || !Self.isTime(time) {
                fault(
                    "/steps/\(index)", "sub_deadline",
                    "Thời hạn riêng của \(binding.unit) dài hơn thời gian của bước.")
            }
        }
        guard let units = surroundings.units else { return }
        if units.isEmpty {
            fault("/steps", "no_unit", "Chưa phân quyền cho đơn vị nào tiếp nhận thủ tục này.")
        }
        for (index, step) in process.steps.enumerated() where step.kind != .terminal {
            let empty = units.filter { !surroundings.staffed.contains(.init(unit: $0, step: step.code)) }
            guard !empty.isEmpty else { continue }
            let names = empty.prefix(5).joined(separator: ", ") + (empty.count > 5 ? " …" : "")
            fault(
                "/steps/\(index)", "unbound",
                "Chưa phân quyền bước “\(step.code)” tại \(empty.count) đơn vị: \(names).")
        }
    }
}
