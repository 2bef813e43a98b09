import Forms
import Models

/// What a ministry got wrong in a process, all of it at once, each with its place: the linter of publishing.
///
/// It is pure: who is bound and which statuses there are is given. A process that passes leads every dossier to
/// an end, on time, through steps that somebody does; verbs, guards and needs that aren't known don't get as far as
/// here, the strict decoder refuses them with their place.
struct ProcessLint {
    /// So large a graph is read by nobody, and costs too much to check.
    static let mostSteps = 100
    static let mostTransitions = 1000

    let process: ProcessDefinition
    let surroundings: ProcessSurroundings
    /// The first of each code; codes that stand twice are a finding of their own.
    let steps: [String: ProcessStep]
    private(set) var findings: [FormFinding] = []

    static func check(_ process: ProcessDefinition, _ surroundings: ProcessSurroundings) -> [FormFinding] {
        var lint = ProcessLint(process, surroundings)
        lint.run()
        return lint.findings
    }

    /// A text in the format of docs/processes.md: with lines, and where it can't be decoded, why.
    static func check(text: [UInt8], _ surroundings: ProcessSurroundings) -> [FormFinding] {
        do throws(StrictJSONError) {
            let process = try StrictJSON.decode(ProcessDefinition.self, from: StrictJSON.parse(text))
            return FormFinding.located(check(process, surroundings), in: text)
        } catch {
            return FormFinding.located(
                [FormFinding(pointer: error.pointer, code: error.code, message: error.message)], in: text)
        }
    }

    private init(_ process: ProcessDefinition, _ surroundings: ProcessSurroundings) {
        self.process = process
        self.surroundings = surroundings
        steps = Dictionary(process.steps.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func fault(_ pointer: String, _ code: String, _ message: String) {
        findings.append(FormFinding(pointer: pointer, code: code, message: message))
    }

    private mutating func run() {
        checkHead()
        guard process.steps.count <= Self.mostSteps, process.transitions.count <= Self.mostTransitions else {
            fault(
                "", "too_many",
                "Nhiều nhất \(Self.mostSteps) bước và \(Self.mostTransitions) đường đi.")
            return
        }
        checkSteps()
        checkTransitions()
        checkReach()
        checkTimes()
        checkBindings()
    }

    // MARK: The head

    private mutating func checkHead() {
        if !Self.isCode(process.id) {
            fault("/id", "bad_id", "Mã gồm chữ thường không dấu, chữ số, gạch; dài nhất 50.")
        }
        if !(1...1_000_000).contains(process.version) {
            fault("/version", "out_of_range", "Số bản phải từ 1 đến 1000000.")
        }
        if !(1...200).contains(process.name.unicodeScalars.count) {
            fault("/name", "too_long", "Tên quy trình có từ 1 đến 200 ký tự.")
        }
        if !(1...365).contains(process.supplementDays) {
            fault("/supplement_days", "out_of_range", "Số ngày chờ bổ sung phải từ 1 đến 365.")
        }
        if let to = process.effectiveTo, to < process.effectiveFrom {
            fault("/effective_to", "before_start", "Ngày hết hiệu lực phải sau ngày có hiệu lực.")
        }
        if !Self.isTime(process.statutory) {
            fault("/statutory/amount", "out_of_range", "Thời hạn phải từ 1 đến 5000.")
        }
        let longest = surroundings.procedure?.cases.map(\.time).max { Self.hours($0) < Self.hours($1) }
        if let longest, longest != process.statutory {
            fault(
                "/statutory", "not_the_procedures",
                "Phải là thời hạn dài nhất trong các trường hợp của thủ tục.")
        }
        switch steps[process.entry]?.kind {
        case nil: fault("/entry", "unknown_step", "Không có bước “\(process.entry)”.")
        case .intake?: break
        default: fault("/entry", "wrong_kind", "Bước đầu phải là bước tiếp nhận (intake).")
        }
    }

    static func isCode(_ text: String) -> Bool {
        (1...50).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
            }
    }

    static func isTime(_ time: ServiceTime) -> Bool {
        time.unit == .sameDay ? (0...1).contains(time.amount) : (1...5000).contains(time.amount)
    }

    /// Working hours, to compare times of different units; calendar days count five sevenths.
    static func hours(_ time: ServiceTime) -> Double {
        switch time.unit {
        case .sameDay: 7.9
        case .workingHour: Double(time.amount)
        case .workingDay: Double(time.amount) * 8
        case .calendarDay: Double(time.amount) * 40 / 7
        }
    }
}
