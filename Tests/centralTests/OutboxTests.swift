import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import central

@Suite("Telling the citizen")
struct OutboxTests {
    /// Takes what it is given, or refuses as it is told.
    private final class Carrier: MessageSink {
        let channels: Set<DossierMessage.Channel> = [.sms, .email]
        let sent = Mutex<[OutboundMessage]>([])
        let fault = Mutex<MessageFault?>(nil)

        func send(_ message: OutboundMessage) async throws(MessageFault) {
            if let fault = fault.withLock({ $0 }) { throw fault }
            sent.withLock { $0.append(message) }
        }

        var texts: [String] { sent.withLock { $0.map(\.text) } }
    }

    /// Carries e-mail alone, and takes its time.
    private final class SlowMail: MessageSink {
        let channels: Set<DossierMessage.Channel> = [.email]
        let clock: TestClock
        let seconds: Int

        init(_ clock: TestClock, seconds: Int) {
            self.clock = clock
            self.seconds = seconds
        }

        func send(_ message: OutboundMessage) async throws(MessageFault) { clock.advance(seconds: seconds) }
    }

    @Test("Where only e-mail is carried, short messages that wait hold no mail up")
    func oneChannel() async throws {
        let test = try TestCentral()
        let worker = OutboxWorker(
            central: test.central, sinks: [SlowMail(test.clock, seconds: 0)], most: 2)
        try await test.run { desk in
            let desk = try await desk.login()
            for _ in 0..<3 {
                let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
                #expect(made.status == 201)
            }
            let body = SampleIntake.with(Self.withMail)
            #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            #expect(try await worker.pass() == 1)
            #expect(try await worker.pass() == 0)
        }
    }

    @Test("A pass that lasts into the night stops there, and goes on in the morning")
    func passIntoTheNight() async throws {
        let test = try TestCentral(clock: TestClock("2026-11-23T19:00:00+07:00"))
        let worker = OutboxWorker(central: test.central, sinks: [SlowMail(test.clock, seconds: 2_400)])
        try await test.run { desk in
            let desk = try await desk.login()
            let body = SampleIntake.with(Self.withMail)
            for _ in 0..<4 {
                #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            }
            // At 19:00 and 19:40; at 20:20 nobody is told any more.
            #expect(try await worker.pass() == 2)
            test.clock.now = try #require(Instant(rfc3339: "2026-11-24T08:00:00+07:00"))
            #expect(try await worker.pass() == 2)
        }
    }

    @Test("Many that are due in one second and can't be told hold nobody up who can")
    func lateInOneSecond() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier], most: 2)
        try await test.run { desk in
            try await worker.pass()
            let desk = try await desk.login()
            for index in 0..<5 {
                let body = SampleIntake.of("00118500\(2000 + index)")
                #expect(try await desk.post("/v1/dossiers", body, key: UUIDv7.make()).status == 201)
            }
            let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let last = try #require(made["id"])
            // The last in the order in which they are looked at.
            let dates = try await test.central.store.read { database in
                try Row.fetchAll(database, sql: "SELECT id, due_at FROM dossiers ORDER BY due_at, id").map {
                    (id: $0["id"] as String, due: $0["due_at"] as Int64)
                }
            }
            #expect(dates.count == 6 && Set(dates.map(\.due)).count == 1)
            #expect(dates.last?.id == last)
            test.clock.now = try #require(Instant(rfc3339: "2026-11-23T18:00:00+07:00"))
            for _ in 0..<5 { try await worker.pass() }
            #expect(carrier.texts.count { $0.contains("xin loi: ho so \(made["code"] ?? "?")") } == 1)
        }
    }

    private static let withMail: [String: JSONValue] = [
        "applicant": [
            "kind": "citizen", "name": "Nguyễn Thị Ánh", "identity_number": "001185000123",
            "birth_date": "1985-03-12", "sex": "female", "address": "Số 5, Phường Cửa Nam, TP Hà Nội",
            "phone": "0912345678", "email": "anh@example.vn",
        ]
    ]

    @Test(
        "An intake is told by SMS without accents and by e-mail with them, once, however often it is looked at"
    )
    func received() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            let body = SampleIntake.with(Self.withMail)
            let made = try await desk.post("/v1/dossiers", body, key: key)
            #expect(made.status == 201)
            #expect(try await desk.post("/v1/dossiers", body, key: key).status == 201)
            #expect(try await worker.pass() == 2)
            #expect(try await worker.pass() == 0)
            let code = try #require(made["code"])
            #expect(
                carrier.texts[0].hasPrefix("UBND phuong Hoan Kiem da tiep nhan ho so \(code): Cap ban sao"))
            #expect(
                carrier.texts[1].hasPrefix("UBND phường Hoàn Kiếm đã tiếp nhận hồ sơ \(code): Cấp bản sao"))
            let told = try await desk.get("/v1/dossiers/\(made["id"] ?? "")/messages")
            #expect(told.items.map { $0["state"] } == ["sent", "sent"])
            #expect(told.items.map { $0["address"] } == ["0912345678", "anh@example.vn"])
        }
    }

    @Test("Nobody is told at night: what happens after eight in the evening goes out the next morning")
    func night() async throws {
        let test = try TestCentral(clock: TestClock("2026-11-23T20:15:00+07:00"))
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let desk = try await desk.login()
            #expect(try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make()).status == 201)
            for moment in [
                "2026-11-23T20:16:00+07:00", "2026-11-24T03:00:00+07:00", "2026-11-24T07:29:59+07:00",
            ] {
                test.clock.now = try #require(Instant(rfc3339: moment))
                #expect(try await worker.pass() == 0)
            }
            test.clock.now = try #require(Instant(rfc3339: "2026-11-24T07:30:00+07:00"))
            #expect(try await worker.pass() == 1)
        }
    }

    @Test(
        "A carrier that is away is asked again at growing pauses, and one that refuses leaves a dead letter in view"
    )
    func faults() async throws {
        let test = try TestCentral()
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let admin = try await desk.login("quantri")
            let desk = try await desk.login()
            #expect(try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make()).status == 201)
            carrier.fault.withLock { $0 = .later("connect") }
            #expect(try await worker.pass() == 0)
            carrier.fault.withLock { $0 = nil }
            test.clock.advance(seconds: 59)
            #expect(try await worker.pass() == 0)
            test.clock.advance(seconds: 1)
            #expect(try await worker.pass() == 1)

            #expect(try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make()).status == 201)
            carrier.fault.withLock { $0 = .never("smtp 550") }
            #expect(try await worker.pass() == 0)
            let dead = try await admin.get("/v1/outbox?state=dead")
            try #require(dead.items.count == 1)
            #expect(dead.items[0]["address"] == "09******78")
            carrier.fault.withLock { $0 = nil }
            #expect(try await worker.pass() == 0)
            let id = try #require(dead.items[0]["id"]?.text)
            #expect(
                try await admin.send(
                    .post, "/v1/outbox/\(id):retry", headers: [.idempotencyKey: UUIDv7.make()]
                ).status == 200)
            #expect(try await worker.pass() == 1)
            #expect(
                try await admin.send(
                    .post, "/v1/outbox/\(id):retry", headers: [.idempotencyKey: UUIDv7.make()]
                ).status == 422)
            #expect(try await desk.get("/v1/outbox").status == 403)
        }
    }

    @Test("The pauses double up to six hours, and the tenth failure is the last")
    func pauses() {
        let now = Instant(seconds: 0)
        let pauses = (0..<10).map {
            OutboxWorker.nextAttempt(.later("x"), attempts: $0, at: now).map { Int($0.seconds) }
        }
        #expect(pauses == [60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360, nil])
        #expect(OutboxWorker.nextAttempt(.never("x"), attempts: 0, at: now) == nil)
    }

    @Test(
        "Of a dossier that became late the citizen is told once; of those late before there was an outbox, nothing"
    )
    func late() async throws {
        let test = try TestCentral(withDossiers: true)
        let carrier = Carrier()
        let worker = OutboxWorker(central: test.central, sinks: [carrier])
        try await test.run { desk in
            let desk = try await desk.login()
            let made = try await desk.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            #expect(made.status == 201)
            try await worker.pass()
            let before = carrier.texts.count
            #expect(!carrier.texts.contains { $0.contains("xin loi") })
            test.clock.now = try #require(Instant(rfc3339: "2026-11-25T10:00:00+07:00"))
            for _ in 0..<20 { try await worker.pass() }
            let late = carrier.texts.dropFirst(before).filter { $0.contains("xin loi") }
            #expect(late.filter { $0.contains(made["code"] ?? "?") }.count == 1)
            #expect(Set(late).count == late.count)
        }
    }

    @Test("What stands in braces in a note is no place of the text")
    func braces() {
        #expect(MessageText.fill("{reason} {x}.", ["reason": "{code}"]) == "{code} .")
        let text = MessageText(code: .late, subject: "{code}", text: "{ten}", from: LocalDate(epochDay: 0))
        #expect(text.unknownPlaces == ["ten"])
    }

    @Test("A folder holds one file for a message, however often it comes")
    func folder() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sink = FolderSink(folder: folder)
        for _ in 0..<2 { try await sink.send(Self.message) }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files == [Self.message.id + ".json"])
        let text = try String(contentsOfFile: folder + "/" + files[0], encoding: .utf8)
        #expect(text.contains("Hồ sơ đã có kết quả"))
    }

    private static let message = OutboundMessage(
        id: "01900000-0000-7000-8000-0000000000b1", channel: .email, address: "anh@example.vn",
        subject: "Hồ sơ H26.1.5-261123-0001 đã có kết quả tại bộ phận một cửa",
        text: ".\nHồ sơ đã có kết quả\n.",
        at: Instant(seconds: 1_795_401_660))

    @Test(
        "A mail server gets the mail as RFC 5321 has it; what it refuses for good is told from what it refuses for now"
    )
    func smtp() async throws {
        for (reply, expected) in [
            ("250 taken", nil), ("550 no such user", MessageFault.never("smtp 550")),
            ("451 try later", MessageFault.later("smtp 451")),
        ] {
            let heard = Mutex<[String]>([])
            let server = try await MailServer.start(answerToRecipient: reply) { line in
                heard.withLock { $0.append(line) }
            }
            let sink = SMTPSink(
                host: "127.0.0.1", port: server.port, sender: "motcua@example.vn", timeout: .minutes(5))
            var fault: MessageFault?
            do throws(MessageFault) {
                try await sink.send(Self.message)
            } catch {
                fault = error
            }
            #expect(fault == expected)
            let lines = heard.withLock { $0 }
            #expect(lines.contains("RCPT TO:<anh@example.vn>"))
            if expected == nil {
                #expect(lines.contains("Message-ID: <01900000-0000-7000-8000-0000000000b1@example.vn>"))
                #expect(lines.allSatisfy { $0.utf8.count <= 200 })
                #expect(lines.contains(Data(Self.message.text.utf8).base64EncodedString()))
            }
            try await server.stop()
        }
    }

    @Test("Where no mail server is, the mail waits")
    func nobody() async throws {
        // Port 1 is nobody's: no test takes it meanwhile.
        await #expect(throws: MessageFault.later("connect")) {
            try await SMTPSink(host: "127.0.0.1", port: 1, sender: "a@b.vn").send(Self.message)
        }
    }
}

/// A mail server that takes one mail.
private struct MailServer: Sendable {
    let channel: any Channel
    var port: Int { channel.localAddress?.port ?? 0 }

    static func start(
        answerToRecipient reply: String, _ heard: @escaping @Sendable (String) -> Void
    ) async throws -> MailServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.addHandler(Talk(reply: reply, heard: heard))
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return MailServer(channel: channel)
    }

    func stop() async throws { try await channel.close() }

    private final class Talk: ChannelInboundHandler, @unchecked Sendable {
        typealias InboundIn = ByteBuffer
        let reply: String
        let heard: @Sendable (String) -> Void
        private var rest = ""
        private var isInData = false

        init(reply: String, heard: @escaping @Sendable (String) -> Void) {
            self.reply = reply
            self.heard = heard
        }

        func channelActive(context: ChannelHandlerContext) { say("220 test", context) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            rest += String(buffer: unwrapInboundIn(data))
            while let end = rest.range(of: "\r\n") {
                let line = String(rest[..<end.lowerBound])
                rest = String(rest[end.upperBound...])
                heard(line)
                answer(line, context)
            }
        }

        private func answer(_ line: String, _ context: ChannelHandlerContext) {
            if isInData {
                guard line == "." else { return }
                isInData = false
                return say("250 taken", context)
            }
            switch line.prefix(4) {
            case "EHLO": say("250-test\r\n250 8BITMIME", context)
            case "RCPT": say(reply, context)
            case "DATA":
                isInData = true
                say("354 go on", context)
            case "QUIT": context.close(promise: nil)
            default: say("250 ok", context)
            }
        }

        private func say(_ text: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(NIOAny(ByteBuffer(string: text + "\r\n")), promise: nil)
        }
    }
}
