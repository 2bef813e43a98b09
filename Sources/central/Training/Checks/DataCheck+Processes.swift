import Forms
import Models

extension DataCheck {
    /// The checks of the publishing linter that concern the graph alone.
    mutating func check(_ process: ProcessDefinition) {
        let file = "processes/\(process.id).json"
        unique(process.steps.map(\.code), file, at: "/item/steps")
        if process.step(process.entry) == nil {
            fault(file, "/item/entry", "không có bước \(process.entry)")
        }
        checkSteps(of: process, file)
        checkTransitions(of: process, file)
        checkReach(of: process, file)
        guard let procedure = set.procedure(process.procedure) else {
            fault(file, "/item/procedure", "không có thủ tục \(process.procedure)")
            return
        }
        let longest = procedure.cases.map(\.time).max { Self.hours($0) < Self.hours($1) }
        if longest != process.statutory {
            fault(file, "/item/statutory", "phải là thời hạn dài nhất trong các trường hợp của thủ tục")
        }
        let total = process.steps.filter { $0.clock == .run }.compactMap(\.time).map(Self.hours).reduce(0, +)
        if total > Self.hours(process.statutory) {
            fault(file, "/item/steps", "các bước cộng lại dài hơn thời hạn theo luật")
        }
    }

    /// Working hours, to compare times of different units; calendar days count five sevenths.
    private static func hours(_ time: ServiceTime) -> Double {
        switch time.unit {
        case .sameDay: 7.9
        case .workingHour: Double(time.amount)
        case .workingDay: Double(time.amount) * 8
        case .calendarDay: Double(time.amount) * 40 / 7
        }
    }

    private mutating func checkSteps(of process: ProcessDefinition, _ file: String) {
        let statuses = Set(set.statuses.map(\.code))
        let roles = Set(set.roles.map(\.code))
        for (index, step) in process.steps.enumerated() {
            let place = "/item/steps/\(index)"
            if !statuses.contains(step.status) {
                fault(file, place + "/status", "không có trạng thái quốc gia \(step.status)")
            }
            if let role = step.role, !roles.contains(role) {
                fault(file, place + "/role", "không có vai trò \(role)")
            }
            if step.role == nil, step.kind != .terminal { fault(file, place, "bước phải có vai trò") }
            switch step.kind {
            case .waitCitizen, .waitPayment:
                if step.clock != .pause { fault(file, place + "/clock", "bước chờ phải dừng đồng hồ") }
            case .terminal:
                if step.clock != .stop { fault(file, place + "/clock", "bước cuối phải tắt đồng hồ") }
            default: break
            }
        }
    }

    private mutating func checkTransitions(of process: ProcessDefinition, _ file: String) {
        var seen: Set<String> = []
        for (index, transition) in process.transitions.enumerated() {
            let place = "/item/transitions/\(index)"
            guard let from = process.step(transition.from), let to = process.step(transition.to) else {
                fault(file, place, "không có bước “\(transition.from)” hoặc “\(transition.to)”")
                continue
            }
            if !seen.insert(transition.from + " " + transition.action.rawValue).inserted {
                fault(file, place, "bước \(transition.from) có hai đường cho cùng một thao tác")
            }
            if from.kind == .terminal { fault(file, place + "/from", "không đi tiếp từ bước cuối") }
            let next = set.statuses.first { $0.code == from.status }?.next ?? []
            if from.status != to.status, !next.contains(to.status) {
                fault(file, place, "trạng thái \(from.status) không được chuyển sang \(to.status)")
            }
        }
    }

    private mutating func checkReach(of process: ProcessDefinition, _ file: String) {
        func closure(_ start: Set<String>, _ edges: [(String, String)]) -> Set<String> {
            var reached = start
            var size = -1
            while size != reached.count {
                size = reached.count
                for (from, to) in edges where reached.contains(from) { reached.insert(to) }
            }
            return reached
        }
        let edges = process.transitions.map { ($0.from, $0.to) }
        let ends = Set(process.steps.filter { $0.kind == .terminal }.map(\.code))
        let forward = closure([process.entry], edges)
        let backward = closure(ends, edges.map { ($0.1, $0.0) })
        for (index, step) in process.steps.enumerated() {
            if !forward.contains(step.code) {
                fault(file, "/item/steps/\(index)", "không đường nào dẫn tới bước \(step.code)")
            }
            if !backward.contains(step.code) {
                fault(file, "/item/steps/\(index)", "từ bước \(step.code) không tới được bước cuối")
            }
        }
    }
}
