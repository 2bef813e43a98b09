import Crypto
import Forms
import Logging
import Models

/// The central system's parts, as the routes use them.
struct Central: Sendable {
    var store: Store
    var clock: WallClock
    var isTraining: Bool
    /// What it names itself by.
    var address: PublicAddress
    /// Seals the head of the audit chain.
    var auditKey: SymmetricKey
    /// Seals answers and files at rest.
    var seal: DataSeal
    /// What the payment platform signs with; nil where none is agreed on, and nothing of it is believed.
    var platformKey: SymmetricKey?
    /// What posts sign their calls with, by their names; of others nothing is believed.
    var carrierKeys: [String: SymmetricKey]
    /// Changes when the database is restored from a backup, so that desks offer again what they hold.
    var epoch: String
    var failpoint: Failpoint
    var effectOnce: EffectOnce
    var catalogue: Catalogue
    var inboxCounter = InboxCounter()
    /// So many dossiers are reckoned anew together with a change of their calendar; the others follow.
    var calendarStart = CalendarRecalculating.first
    /// Wakes those who wait for what others do.
    var changeBell: ChangeBell
    var attempts: AttemptLimiter
    /// Guesses at a dossier's four characters: of 31⁴, an hour lets one try 20.
    var lookups = AttemptLimiter(allowed: 20, window: 3600)
    /// Such guesses at all dossiers together.
    var allLookups = AttemptLimiter(allowed: 1_000, window: 60)
    /// Which callers have shown that a dossier is theirs.
    var callers = CallerVerifying()
    var auditVerifier: AuditVerifier
    var metrics: Metrics
    var logger: Logger
    /// The text of openapi.yaml.
    var description: [UInt8]

    static let version = "1"

    init(
        store: Store, clock: WallClock = .system, isTraining: Bool, auditKey: SymmetricKey, seal: DataSeal,
        epoch: String, address: PublicAddress, failpoint: Failpoint = .none, logger: Logger,
        description: [UInt8]
    ) {
        self.store = store
        self.clock = clock
        self.isTraining = isTraining
        self.address = address
        self.auditKey = auditKey
        self.seal = seal
        platformKey = isTraining ? TrainingPlatform.key : nil
        carrierKeys = isTraining ? [TrainingPost.name: TrainingPost.key] : [:]
        self.epoch = epoch
        self.failpoint = failpoint
        effectOnce = EffectOnce(store: store, seal: seal, failpoint: failpoint)
        catalogue = Catalogue(store: store)
        changeBell = ChangeBell(store: store)
        attempts = AttemptLimiter()
        auditVerifier = AuditVerifier(store: store, key: auditKey)
        metrics = Metrics()
        self.logger = logger
        self.description = description
    }
}
