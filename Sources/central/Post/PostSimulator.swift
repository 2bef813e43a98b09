import Forms
import Models

/// A post that carries nothing: it takes orders, moves them along by the clock, and tells of it as the real one does, and as
/// badly as it is asked to. What it does follows from its seed.
actor PostSimulator {
    /// What goes wrong, each as a share of calls from 0 to 1.
    struct Plan: Sendable {
        /// An answer of 500, with nothing done.
        var fail = 0.0
        /// What was asked is done, and the answer never comes.
        var lose = 0.0
        /// An order is refused, as by a post whose settings are wrong.
        var refuse = 0.0
        /// An event is told again, under a number of its own.
        var duplicate = 0.0
        /// Two events change places.
        var reorder = 0.0
        /// Nobody answers from, until.
        var down: ClosedRange<Instant>?
        /// How long a parcel is at one state, in seconds.
        var pace: Int64 = 20
        var seed: UInt64 = 1
        /// Results move only once its counter has them.
        var waitsForCounter = true
    }

    /// What it answers besides 0.
    enum Code {
        static let missingField = 1
        static let orderExists = 2
        static let unknownOrder = 3
        static let tooLate = 4
        static let refused = 9
    }

    /// What a call came to.
    enum Outcome: Sendable, Hashable {
        case done(Int)
        /// 500.
        case failed
        /// No answer.
        case lost
    }

    private struct Step {
        var code: String
        var message: String
    }

    private struct Order {
        var number: String
        var fields: JSONValue
        var placedAt: Instant
        /// When its next step is.
        var dueAt: Instant?
        var rest: [Step]
        /// The code of its last step.
        var last: String?
        var isCancelled = false
    }

    /// From now on; nothing of what was.
    var plan: Plan
    private var chance: SplitMix64
    private var orders: [String: Order] = [:]
    /// Those that still move.
    private var moving: Set<String> = []
    private var feed: [TrackingItem] = []
    private var serial = 0
    /// How often each order was asked to be placed and was.
    private(set) var placed: [String: Int] = [:]

    init(plan: Plan = Plan()) {
        self.plan = plan
        chance = SplitMix64(seed: plan.seed)
    }

    /// The code that ended each order.
    private(set) var ends: [String: String] = [:]

    func set(_ plan: Plan) { self.plan = plan }
    var count: Int { orders.count }

    // MARK: Calls

    func place(_ fields: JSONValue, at now: Instant) -> Outcome {
        if let fault = fault(at: now) { return fault }
        guard PostalOrder.missing(in: fields).isEmpty, case .string(let number)? = fields["orderNumber"]
        else {
            return .done(Code.missingField)
        }
        if orders[number] != nil { return hit(plan.lose) ? .lost : .done(Code.orderExists) }
        if hit(plan.refuse) { return .done(Code.refused) }
        adopt(fields, number, at: now)
        placed[number, default: 0] += 1
        return hit(plan.lose) ? .lost : .done(0)
    }

    /// Takes an order as placed, without asking what goes wrong: one from before it was started.
    func adopt(_ fields: JSONValue, _ number: String, at moment: Instant, isKnown: Bool = false) {
        guard orders[number] == nil else { return }
        // The postman fetches it himself.
        let isCollected = fields["description"] == .string(PostalOrder.collectTask)
        orders[number] = Order(
            number: number, fields: fields, placedAt: moment,
            dueAt: plan.waitsForCounter && !isCollected ? nil : moment.adding(seconds: plan.pace),
            rest: script())
        moving.insert(number)
        if !isKnown { tell(number, Step(code: "10", message: "Tạo đơn"), at: moment) }
    }

    func cancel(_ number: String, at now: Instant) -> Outcome {
        if let fault = fault(at: now) { return fault }
        guard var order = orders[number] else { return .done(Code.unknownOrder) }
        if !order.isCancelled {
            order.isCancelled = true
            (order.rest, order.dueAt) = ([], nil)
            orders[number] = order
            moving.remove(number)
            tell(number, Step(code: "99", message: "Đã hủy"), at: now)
        }
        return hit(plan.lose) ? .lost : .done(0)
    }

    func handOver(_ number: String, at now: Instant) -> Outcome {
        if let fault = fault(at: now) { return fault }
        guard var order = orders[number] else { return .done(Code.unknownOrder) }
        if order.dueAt == nil, !order.isCancelled, !order.rest.isEmpty {
            order.dueAt = now
            orders[number] = order
        }
        return .done(0)
    }

    /// Nil where the call fails.
    func tracking(after id: String, limit: Int, at now: Instant) -> [TrackingItem]? {
        if fault(at: now) != nil { return nil }
        advance(to: now)
        let first = feed.partition { $0.id > id }
        return Array(feed[first...].prefix(min(max(limit, 1), 1_000)))
    }

    /// What has happened since a place in the feed, for its own calls; nothing goes wrong with it.
    func news(after id: String, at now: Instant) -> [TrackingItem] {
        advance(to: now)
        return Array(feed[feed.partition { $0.id > id }...])
    }

    // MARK: The way of a parcel

    private func advance(to now: Instant) {
        if let down = plan.down, down.contains(now) { return }
        var steps: [(Instant, String, Step)] = []
        for number in moving {
            guard var order = orders[number] else { continue }
            while let due = order.dueAt, due <= now, let step = order.rest.first {
                order.rest.removeFirst()
                order.last = step.code
                order.dueAt = order.rest.isEmpty ? nil : due.adding(seconds: plan.pace)
                steps.append((due, number, step))
            }
            if order.rest.isEmpty {
                moving.remove(number)
                ends[number] = order.last
            }
            orders[number] = order
        }
        steps.sort { ($0.0, $0.1, $0.2.code) < ($1.0, $1.1, $1.2.code) }
        for index in steps.indices.dropLast() where hit(plan.reorder) { steps.swapAt(index, index + 1) }
        for (_, number, step) in steps {
            tell(number, step, at: now)
            if hit(plan.duplicate) { tell(number, step, at: now) }
        }
    }

    private func tell(_ number: String, _ step: Step, at now: Instant) {
        serial += 1
        let id = Self.hex(UInt64(now.seconds), 8) + Self.hex(UInt64(serial), 16)
        feed.append(
            TrackingItem(id: id, orderNumber: number, statusCode: step.code, statusMessage: step.message))
    }

    private static func hex(_ number: UInt64, _ width: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// Most parcels arrive, some at the second try, a few come back.
    private func script() -> [Step] {
        let way = [
            Step(code: "30", message: "Nhận hàng"), Step(code: "50", message: "Đang vận chuyển"),
            Step(code: "70", message: "Đang phát"),
        ]
        let (done, failed, back) = (
            Step(code: "90", message: "Phát thành công"), Step(code: "91", message: "Phát không thành công"),
            Step(code: "95", message: "Chuyển hoàn")
        )
        return switch chance.below(100) {
        case 0..<86: way + [done]
        case 86..<96: way + [failed, way[2], done]
        default: way + [failed, back]
        }
    }

    // MARK: What goes wrong

    private func fault(at now: Instant) -> Outcome? {
        if let down = plan.down, down.contains(now) { return .lost }
        return hit(plan.fail) ? .failed : nil
    }

    private func hit(_ share: Double) -> Bool { share > 0 && chance.fraction() < share }
}

extension [TrackingItem] {
    /// The first place from which on all fulfil a condition, of a list that is in order.
    fileprivate func partition(_ condition: (TrackingItem) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
