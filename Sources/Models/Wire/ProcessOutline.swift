import Forms

/// A version of a process, as far as it is read: its steps and the ways between them, in the format of docs/processes.md.
///
/// The vocabulary stays text: a server that knows one verb more is no reason to show nothing.
public struct ProcessOutline: Codable, Hashable, Sendable {
    public struct Step: Codable, Hashable, Sendable {
        public var code: String
        public var name: String
        public var kind: String
        /// The national status, 1 to 10.
        public var status: Int
        public var role: String?
        public var time: ServiceTime?
        /// `run`, `pause` or `stop`.
        public var clock: String
        public var resume: String?

        public init(
            code: String, name: String, kind: String, status: Int, role: String? = nil,
            time: ServiceTime? = nil, clock: String, resume: String? = nil
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.status = status
            self.role = role
            self.time = time
            self.clock = clock
            self.resume = resume
        }
    }

    public struct Transition: Codable, Hashable, Sendable {
        public var from: String
        public var action: String
        public var to: String
        public var guards: [String]?
        public var needs: [String]?
        public var emits: [String]?
        public var undoMinutes: Int?

        public init(
            from: String, action: String, to: String, guards: [String]? = nil, needs: [String]? = nil,
            emits: [String]? = nil, undoMinutes: Int? = nil
        ) {
            self.from = from
            self.action = action
            self.to = to
            self.guards = guards
            self.needs = needs
            self.emits = emits
            self.undoMinutes = undoMinutes
        }
    }

    public var id: ID
    public var version: Int
    /// The code of the procedure.
    public var procedure: String
    public var name: String
    /// `draft`, `active` or `retired`.
    public var state: String
    public var effectiveFrom: LocalDate
    public var effectiveTo: LocalDate?
    public var statutory: ServiceTime
    public var entry: String
    public var supplementDays: Int
    public var steps: [Step]
    public var transitions: [Transition]

    public init(
        id: ID, version: Int, procedure: String, name: String, state: String, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil, statutory: ServiceTime, entry: String, supplementDays: Int,
        steps: [Step], transitions: [Transition]
    ) {
        self.id = id
        self.version = version
        self.procedure = procedure
        self.name = name
        self.state = state
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.statutory = statutory
        self.entry = entry
        self.supplementDays = supplementDays
        self.steps = steps
        self.transitions = transitions
    }
}
