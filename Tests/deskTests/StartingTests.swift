import APIClient
import Forms
import Glibc
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Training central and link")
struct StartingTests {
    /// Listens on a Unix socket, as central's lifeline does.
    private func listener(_ path: String) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        guard let length = address.set(path: path) else { return -1 }
        unlink(path)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        return bound == 0 && listen(descriptor, 8) == 0 ? descriptor : -1
    }

    private func training(_ fixture: Fixture) -> TrainingCentral {
        var paths = Paths(environment: ["HOME": fixture.folder], user: getuid())
        paths.runtime = fixture.folder + "/run"
        var training = TrainingCentral(paths: paths)
        // So long that only what is noticed ends a test.
        training.patience = 3_600
        return training
    }

    @Test("H1: a central that goes while it is joined is noticed at once, and the next one started")
    func joinWhileDying() async throws {
        let fixture = Fixture(signedIn: false)
        var training = training(fixture)
        for folder in training.folders { try PrivateFolder.make(folder) }
        let dying = listener(training.socket + ".life")
        try #require(dying >= 0)
        training.find = { nil }
        let (joined, life) = (training, training.socket + ".life")
        // It never says ready, and goes with the first question.
        await #expect(throws: StartError.centralMissing) {
            _ = try await joined.join {
                unlink(life)
                close(dying)
                return false
            }
        }
    }

    @Test("H11: a central that finds the former one still going is started again")
    func heldSocket() async throws {
        let fixture = Fixture(signedIn: false)
        var training = training(fixture)
        for folder in training.folders { try PrivateFolder.make(folder) }
        let count = fixture.folder + "/starts"
        let script = fixture.folder + "/central"
        let text =
            "#!/bin/sh\nprintf x >> \(count)\n[ $(wc -c < \(count)) -lt 3 ] && exit 75\necho kaputt; exit 1\n"
        let file = open(script, O_WRONLY | O_CREAT, 0o700)
        _ = write(file, text, text.utf8.count)
        close(file)
        training.find = { script }
        let joined = training
        await #expect(throws: StartError.centralEnded(log: joined.log, lastLine: "kaputt")) {
            _ = try await joined.join { false }
        }
        #expect(TextFile.read(count) == "xxx")
    }

    @Test("A second desk joins the central that runs, and starts none")
    func joinsRunning() async throws {
        let fixture = Fixture(signedIn: false)
        var training = training(fixture)
        for folder in training.folders { try PrivateFolder.make(folder) }
        let running = listener(training.socket + ".life")
        try #require(running >= 0)
        defer { close(running) }
        training.find = {
            Issue.record("another central was looked for")
            return nil
        }
        let joined = training
        let first = try await joined.join { true }
        let second = try await joined.join { true }
        #expect(!first.isBroken && !second.isBroken)
        // While one runs, its data can't be thrown away under its feet.
        #expect(throws: StartError.trainingInUse) { try joined.reset() }
    }

    @Test("A fresh training database: every file of the old one goes, and nothing else")
    func reset() throws {
        let fixture = Fixture(signedIn: false)
        let training = training(fixture)
        for folder in training.folders { try PrivateFolder.make(folder) }
        for name in [training.database, training.database + "-wal", training.database + ".bak"] {
            close(open(name, O_WRONLY | O_CREAT, 0o600))
        }
        try training.reset()
        #expect(access(training.database, F_OK) != 0 && access(training.database + "-wal", F_OK) != 0)
        #expect(access(training.database + ".bak", F_OK) == 0)
        // Nothing there is as good.
        try training.reset()
    }

    @Test("--reset-training takes the key and the messages of the old database along")
    func resetStartsAnew() throws {
        let fixture = Fixture(signedIn: false)
        let training = training(fixture)
        for folder in training.folders + [training.database + ".messages"] { try PrivateFolder.make(folder) }
        let files = [training.database, training.database + ".key", training.database + ".messages/a.json"]
        for name in files { close(open(name, O_WRONLY | O_CREAT, 0o600)) }
        try training.reset()
        for name in files + [training.database + ".messages"] {
            #expect(access(name, F_OK) != 0 && errno == ENOENT, "\(name)")
        }
    }

    @Test("A central that is missing is said with what to do")
    func missingCentral() async {
        let fixture = Fixture(signedIn: false)
        var training = training(fixture)
        training.find = { nil }
        let joined = training
        await #expect(throws: StartError.centralMissing) { _ = try await joined.join { false } }
        #expect(StartError.centralMissing.message.text(.vi).contains("make"))
    }

    @Test("H3: what waits goes out when the link is back, not at the next login")
    func linkBack() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(
            .post, path, .fail(.refused),
            .effect(
                .json(
                    FixtureData.json(
                        PrintRecord(
                            id: "01900000-0000-7000-8000-00000000e001", form: "01", copies: 2,
                            at: Instant(seconds: 1_795_401_660), copyNumber: 1)), status: 201)))
        var chrome = DeskChrome(desk: fixture.desk, watches: false)
        _ = await fixture.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
            owner: fixture.desk.signedIn)
        #expect(fixture.desk.link == .lost)
        #expect(fixture.desk.waitingToSend == 1)
        _ = chrome.handle(.message(.linkChanged), fixture.context)
        fixture.desk.setLink(.connected)
        let effects = chrome.handle(.message(.linkChanged), fixture.context)
        for case .run("pending", let work) in effects { _ = await work() }
        #expect(fixture.desk.waitingToSend == 0)
        #expect(fixture.transport.effects.count == 1)
    }

    @Test("\"stopped\" does not come back after \"connected again\"")
    func restarted() throws {
        let fixture = Fixture()
        var chrome = DeskChrome(desk: fixture.desk, watches: false)
        let path = fixture.folder + "/life"
        let listening = listener(path)
        try #require(listening >= 0)
        defer { close(listening) }
        let lifeline = try #require(Lifeline(connecting: path))
        for message in [DeskChrome.Message.broken, .joined(.success(lifeline))] {
            var cleared = false
            var said = 0
            for effect in chrome.handle(.message(message), fixture.context) {
                switch effect {
                case .clearToasts(all: false): cleared = true
                case .toast:
                    said += 1
                    #expect(cleared, "what was said before goes first")
                default: break
                }
            }
            #expect(said == 1)
        }
    }

    /// Prints and acts that wait make it worth asking every minute; else the pauses grow, and at the login
    /// nobody is waiting.
    @Test("A lost server does not keep an idle desk awake")
    func pauses() async {
        func retries(_ fixture: Fixture) -> [Double] {
            var chrome = DeskChrome(desk: fixture.desk, watches: false)
            fixture.desk.setLink(.lost)
            var pauses: [Double] = []
            for _ in 0..<14 {
                for case .after("retry", let seconds, _) in chrome.handle(.message(.pinged), fixture.context)
                {
                    pauses.append(seconds)
                }
            }
            return pauses
        }
        #expect(retries(Fixture(training: false, signedIn: false)).isEmpty)
        #expect(retries(Fixture(training: false)).suffix(3) == [3600, 3600, 3600])
        let waiting = Fixture(training: false)
        await waiting.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        waiting.transport.forget(.post, path)
        waiting.transport.on(.post, path, .fail(.refused))
        _ = await waiting.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
            owner: waiting.desk.signedIn)
        #expect(retries(waiting).suffix(3) == [60, 60, 60])
    }

    @Test("A configured server is asked when somebody begins to log in, and not before")
    func firstQuestion() async {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.desk.setLink(.unasked)
        fixture.transport.on(.get, "/readyz", .fail(.refused))
        let driver = TestDriver(
            screen: LoginScreen(desk: fixture.desk), actions: DeskActions.rows,
            chrome: DeskChrome(desk: fixture.desk), time: fixture.time)
        driver.expectText("chưa nối")
        #expect(fixture.transport.requests.isEmpty)
        driver.type("t")
        await fixture.transport.waitForRequests(1)
        while fixture.desk.link != .lost {
            await driver.stage.waitForReply()
            driver.stage.takeReplies()
        }
        await driver.stage.waitForReply()
        driver.stage.takeReplies()
        driver.expectText("Chưa nối được tới http://127.0.0.1:1").type("iep")
        #expect(fixture.transport.requests.count == 1)
        // Nothing wakes it before somebody types on; then it asks once more.
        #expect(driver.stage.nextDeadline == nil)
        driver.advance(seconds: 20).type("n")
        await fixture.transport.waitForRequests(2)
    }

    @Test("Where the link is lost again the rest waits, and nothing is asked in vain")
    func lostAgain() async {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(.post, path, .fail(.refused))
        for _ in 1...3 {
            _ = await fixture.desk.recordPrint(
                FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
                owner: fixture.desk.signedIn)
        }
        fixture.desk.setLink(.connected)
        let before = fixture.transport.requests.count
        _ = await fixture.desk.resumePending()
        #expect(fixture.transport.requests.count == before + 1)
        #expect(fixture.desk.link == .lost && fixture.desk.waitingToSend == 3)
    }

    @Test("M2: a training central that was only slow is asked again")
    func slowTraining() {
        let fixture = Fixture()
        var chrome = DeskChrome(desk: fixture.desk, watches: false)
        fixture.desk.setLink(.lost)
        let lost = chrome.handle(.message(.linkChanged), fixture.context)
        #expect(lost.contains { if case .after("retry", _, _) = $0 { true } else { false } })
        let retried = chrome.handle(.message(.retry), fixture.context)
        #expect(retried.contains { if case .run("ping", _) = $0 { true } else { false } })
    }

    @Test("M1: a change between reading the link and waiting for the next one is not missed")
    func missedChange() async {
        let desk = Fixture().desk
        let (_, seen) = desk.linkState
        desk.setLink(.lost)
        // Returns at once; were the number read later, it would wait for ever.
        await desk.linkChange(after: seen)
        #expect(desk.linkState.link == .lost)
    }
}
