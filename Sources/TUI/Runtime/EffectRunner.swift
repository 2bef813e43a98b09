/// The effects and timers that are under way.
struct EffectRunner {
    private struct Name: Hashable {
        var owner: Int
        var id: String
    }

    private struct Running {
        var generation: Int
        var since: Int64
        var isWatch: Bool
        var task: Task<Void, Never>
    }

    struct Timer {
        var owner: Int
        var id: String
        var due: Int64
        var order: Int
        var message: any Sendable
    }

    /// An effect that takes longer than this is shown as busy.
    static let busyAfter: Int64 = 150
    /// How long one picture of the spinner stands.
    static let spinnerPace: Int64 = 200

    private let mailbox: Mailbox
    private var running: [Name: Running] = [:]
    private var timers: [Timer] = []
    private var generation = 0
    private var shownFrame = 0

    init(mailbox: Mailbox) {
        self.mailbox = mailbox
    }

    var isBusy: Bool { running.values.contains { !$0.isWatch } }

    mutating func run(
        _ id: String, owner: Int, at now: Int64, isWatch: Bool = false,
        _ work: @escaping @Sendable () async -> any Sendable
    ) {
        cancelTask(Name(owner: owner, id: id))
        generation += 1
        let generation = self.generation
        let mailbox = self.mailbox
        let task = Task.detached(executorPreference: EffectPool.shared) {
            let message = await work()
            mailbox.post(Mailbox.Reply(owner: owner, id: id, generation: generation, message: message))
        }
        running[Name(owner: owner, id: id)] = Running(
            generation: generation, since: now, isWatch: isWatch, task: task)
    }

    /// Takes an answer in; false where it is stale.
    mutating func finish(_ reply: Mailbox.Reply) -> Bool {
        let name = Name(owner: reply.owner, id: reply.id)
        guard running[name]?.generation == reply.generation else { return false }
        running[name] = nil
        return true
    }

    mutating func schedule(_ id: String, owner: Int, at due: Int64, _ message: any Sendable) {
        timers.removeAll { $0.owner == owner && $0.id == id }
        generation += 1
        timers.append(Timer(owner: owner, id: id, due: due, order: generation, message: message))
    }

    mutating func cancel(_ id: String, owner: Int) {
        cancelTask(Name(owner: owner, id: id))
        timers.removeAll { $0.owner == owner && $0.id == id }
    }

    mutating func cancelAll(owner: Int) {
        for name in running.keys where name.owner == owner { cancelTask(name) }
        timers.removeAll { $0.owner == owner }
    }

    private mutating func cancelTask(_ name: Name) {
        running.removeValue(forKey: name)?.task.cancel()
    }

    /// Takes out the timers that are due, in the order of their times.
    mutating func dueTimers(at now: Int64) -> [Timer] {
        let due = timers.filter { $0.due <= now }
        timers.removeAll { $0.due <= now }
        return due.sorted { ($0.due, $0.order) < ($1.due, $1.order) }
    }

    var nextTimer: Int64? { timers.map(\.due).min() }

    // MARK: Busy

    func busy(owner: Int, at now: Int64) -> Set<String> {
        if running.isEmpty { return [] }
        var busy: Set<String> = []
        for (name, effect) in running
        where name.owner == owner && !effect.isWatch && now - effect.since >= Self.busyAfter {
            busy.insert(name.id)
        }
        return busy
    }

    /// Since when something of a screen has been busy; the chrome works in the background and does not count.
    private var busySince: Int64? {
        var first: Int64?
        for (name, effect) in running where name.owner != Stage.chromeOwner && !effect.isWatch {
            first = min(first ?? effect.since, effect.since)
        }
        return first.map { $0 + Self.busyAfter }
    }

    func spinnerFrame(at now: Int64) -> Int {
        guard let since = busySince, now >= since else { return 0 }
        return Int((now - since) / Self.spinnerPace) + 1
    }

    /// True where another picture is due than the one last asked for here.
    mutating func spinnerTurned(at now: Int64) -> Bool {
        let frame = spinnerFrame(at: now)
        defer { shownFrame = frame }
        return frame != shownFrame
    }

    func nextSpinnerTurn(at now: Int64) -> Int64? {
        guard let since = busySince else { return nil }
        if now < since { return since }
        return since + ((now - since) / Self.spinnerPace + 1) * Self.spinnerPace
    }
}
