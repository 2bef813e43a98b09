import ArgumentParser
import Crypto
import Foundation
import Glibc
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import Models
import NIOSSL

/// `central serve`: opens the database, loads what has to be loaded, and only then listens.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Chạy hệ thống.")

    @Option(help: "unix:ĐƯỜNG_DẪN hoặc MÁY:CỔNG.")
    var listen: String

    @Option(help: "Tệp cơ sở dữ liệu.")
    var database: String

    @Flag(help: "Chế độ tập huấn: thủ tục thật, hồ sơ mẫu, chỉ trên máy này.")
    var training = false

    @Option(help: "Tệp cấu hình (TOML) có các khóa bí mật.")
    var config: String?

    @Option(help: "Chứng thư TLS (PEM).")
    var tlsCert: String?

    @Option(help: "Khóa riêng của chứng thư TLS (PEM).")
    var tlsKey: String?

    @Option(help: "Thư mục có openapi.yaml và dữ liệu tập huấn.")
    var data: String?

    @Option(help: "Tập huấn với bưu điện giả lập ở địa chỉ này (xem central simulate post).")
    var post: String?

    @Option(help: "Tệp ghi mốc đã ký của nhật ký, nên ở đĩa hoặc máy khác; mỗi giờ một dòng.")
    var auditCheckpoints: String?

    @Option(help: .hidden)
    var lifeline: String?

    func run() async throws {
        do {
            try await serve()
        } catch let refusal as Refusal {
            FileHandle.standardError.write(Data(("central: " + refusal.message + "\n").utf8))
            throw ExitCode(refusal.reason.rawValue)
        }
    }

    func serve() async throws {
        // The database, its journal and the sockets hold personal data: nobody else reads them.
        umask(0o077)
        let address = try checkedAddress()
        var lock: SocketLock?
        var sockets: [String] = []
        if case .unix(let path) = address.place {
            lock = try SocketLock(socket: path)
            sockets.append(path)
        }
        let line = try openLifeline()
        if let line { sockets.append(line.path) }
        // The last thing, whatever happens: no socket file is left that nobody serves.
        defer { lock?.release(removing: sockets) }

        let logger = Self.logger()
        let resources = try Resources(folder: data)
        let store = try openStore()
        let central = try makeCentral(store, address, resources, logger)
        // Training books what its own cashiers work on as it loads it.
        if !training { try await FirstBooking(central: central).run() }
        line?.watch { kill(getpid(), SIGTERM) }
        var application = Application(
            responder: CentralResponder(central: central, routes: .all), server: try server(),
            configuration: .init(address: address.bindAddress, serverName: nil, backlog: 512),
            onServerRunning: { _ in
                if case .unix(let path) = address.place { chmod(path, 0o600) }
                logger.notice("ready", metadata: ["listen": "\(listen)", "training": "\(training)"])
            },
            logger: logger)
        application.addServices(OutboxWorker(central: central, sinks: try sinks()))
        if let carrier = try await carrier(central) {
            application.addServices(PostWorker(central: central, carrier: carrier))
        }
        try Self.logAuditHead(store, logger)
        let expiry = Task { await Expiry(central: central).run() }
        defer { expiry.cancel() }
        let calendars = Task { await CalendarRecalculating(central: central).run() }
        defer { calendars.cancel() }
        let accounts = try accountRule().map { rule in
            Task { await AccountExpiry(central: central, rule: rule).run() }
        }
        defer { accounts?.cancel() }
        let checkpoints = auditCheckpoints.map { path in
            Task { await AuditCheckpointing(central: central, path: path).run() }
        }
        defer { checkpoints?.cancel() }
        try await application.runService()
        expiry.cancel()
        accounts?.cancel()
        checkpoints?.cancel()
        await checkpoints?.value
        await accounts?.value
        calendars.cancel()
        await expiry.value
        await calendars.value
        try Self.logAuditHead(store, logger)
        try store.close()
    }

    // MARK: What is refused

    private func checkedAddress() throws -> ListenAddress {
        guard let address = ListenAddress(listen) else {
            throw Refusal(.usage, "--listen phải là unix:ĐƯỜNG_DẪN hoặc MÁY:CỔNG.")
        }
        if training, !address.isLocal {
            throw Refusal(.usage, "Chế độ tập huấn chỉ nghe trên socket Unix hoặc trên chính máy này.")
        }
        if !address.isLocal, tlsCert == nil || tlsKey == nil {
            throw Refusal(.usage, "Nghe ra ngoài máy này cần TLS: --tls-cert và --tls-key.")
        }
        if !training, config == nil {
            throw Refusal(
                .configuration, "Ngoài chế độ tập huấn cần tệp cấu hình có các khóa bí mật (--config).")
        }
        return address
    }

    private func server() throws -> HTTPServerBuilder {
        // A client that says nothing for a minute loses its connection, not its session.
        let http = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
        guard let tlsCert, let tlsKey else { return .http1(configuration: http) }
        do {
            let certificates = try NIOSSLCertificate.fromPEMFile(tlsCert)
            let key = try NIOSSLPrivateKey(file: tlsKey, format: .pem)
            var settings = TLSConfiguration.makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
            settings.minimumTLSVersion = .tlsv12
            return try .tls(.http1(configuration: http), tlsConfiguration: settings)
        } catch {
            throw Refusal(.configuration, "Không dùng được chứng thư hoặc khóa TLS.")
        }
    }

    // MARK: Parts

    private func openLifeline() throws -> Lifeline? {
        guard let lifeline else { return nil }
        guard training, case .unix(let path)? = ListenAddress(lifeline)?.place else {
            throw Refusal(.usage, "--lifeline chỉ dùng cho tập huấn, dạng unix:ĐƯỜNG_DẪN.")
        }
        return try Lifeline(path: path)
    }

    private func openStore() throws -> Store {
        do {
            return try Store(path: database)
        } catch StoreError.newerSchema {
            throw Refusal(.data, "Cơ sở dữ liệu \(database) do một bản mới hơn tạo ra.")
        } catch {
            throw Refusal(.data, "Không mở được cơ sở dữ liệu \(database).")
        }
    }

    private func makeCentral(
        _ store: Store, _ address: ListenAddress, _ resources: Resources, _ logger: Logger
    ) throws -> Central {
        let clock = WallClock.system
        let isTrainingDatabase = try TrainingLoader.isLoaded(store)
        if !training, isTrainingDatabase {
            throw Refusal(.data, "\(database) là cơ sở dữ liệu tập huấn, không dùng để làm việc thật được.")
        }
        let seal = try DataKey.load(store, isTraining: training, configuration: config)
        if training {
            try TrainingLoader.load(into: store, from: resources.trainingData, clock: clock, seal: seal)
            try TrainingLoader.addMessages(to: store, from: resources.trainingData)
            try TrainingLoader.upgrade(store, from: resources.trainingData, clock: clock, seal: seal)
        }
        try SealingPass.run(store, seal)
        try store.load { database in
            try DraftTable.purge(database, at: clock.now())
            try FileTable.sweep(database, at: clock.now())
        }
        let key = try AuditKey.load(store, configuration: config)
        var central = Central(
            store: store, clock: clock, isTraining: training, auditKey: key, seal: seal,
            epoch: try epoch(of: store, key),
            address: try config.flatMap(PublicAddress.configured)
                ?? PublicAddress(listeningAt: address, isSecure: tlsCert != nil),
            failpoint: try failpoint(), logger: logger, description: try resources.description())
        if let settings = try config.flatMap(CarrierSettings.load) {
            central.carrierKeys[settings.name] = settings.callbackKey
        }
        central.proxies = try config.map(TrustedProxies.configured) ?? TrustedProxies()
        return central
    }

    /// Where messages to citizens go. Training writes them beside its database; without a setting they wait.
    private func sinks() throws -> [any MessageSink] {
        guard let config else { return training ? [FolderSink(folder: database + ".messages")] : [] }
        let settings = try MessageSettings(path: config)
        var sinks: [any MessageSink] = []
        if let server = settings.server {
            sinks.append(SMTPSink(host: server.host, port: server.port, sender: settings.sender))
        }
        if let folder = settings.folder { sinks.append(FolderSink(folder: folder)) }
        return sinks
    }

    /// The post: that of the configuration; in training the simulator, in this program or where `--post` says.
    private func carrier(_ central: Central) async throws -> (any Carrier)? {
        if let post {
            guard training else { throw Refusal(.usage, "--post chỉ dùng cho tập huấn.") }
            return HTTPCarrier(try CarrierSettings.simulator(post))
        }
        if let settings = try config.flatMap(CarrierSettings.load) { return HTTPCarrier(settings) }
        guard training else { return nil }
        return try await TrainingPost.carrier(of: central)
    }

    /// A database that has none is new: it gets one, and the head of its audit.
    private func epoch(of store: Store, _ key: SymmetricKey) throws -> String {
        if let epoch = try store.readNow({ try SettingTable.value($0, SettingTable.epoch) }) { return epoch }
        let epoch = UUIDv7.make()
        try store.load { database in
            try SettingTable.set(database, SettingTable.epoch, epoch)
            try AuditTable.begin(database, key: key)
        }
        return epoch
    }

    /// In training accounts stay: they are there to be tried.
    private func accountRule() throws -> AccountRule? {
        training ? nil : try config.flatMap(AccountRule.configured)
    }

    private func failpoint() throws -> Failpoint {
        guard training, let text = ProcessInfo.processInfo.environment["CENTRAL_FAILPOINT"] else {
            return .none
        }
        guard let failpoint = Failpoint(text) else {
            throw Refusal(.usage, "CENTRAL_FAILPOINT không được biết: \(text).")
        }
        return failpoint
    }

    /// Structured lines on standard error, without personal data.
    private static func logger() -> Logger {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "central")
        let level = ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:))
        logger.logLevel = level ?? .notice
        return logger
    }

    /// A line in the log at every start and end, so that a chain cut off together with its head is found.
    private static func logAuditHead(_ store: Store, _ logger: Logger) throws {
        let head = try store.readNow { try AuditTable.head($0) }
        logger.notice("audit head", metadata: ["head": "\(head)"])
    }
}
