import APIClient
import Forms
import Glibc
import Models
import Synchronization
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Slips")
struct SlipTests {
    /// A printer whose programs are closures; notes what `lp` was given, and whether the file was there then.
    private final class Programs: Sendable {
        let printed = Mutex<[String]>([])
        let modes = Mutex<[UInt32]>([])
        let lpTimesOut: Bool

        init(lpTimesOut: Bool = false) { self.lpTimesOut = lpTimesOut }

        func run(_ program: String, _ arguments: [String]) -> ChildProcess.Outcome {
            guard let path = arguments.last else { return .init(code: 64, complaint: "") }
            if program == "lp" {
                if access(path, R_OK) == 0 { printed.withLock { $0.append(path) } }
                return .init(code: lpTimesOut ? 137 : 0, complaint: "", isTimedOut: lpTimesOut)
            }
            let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            _ = write(file, "%PDF", 4)
            close(file)
            return .init(code: 0, complaint: "")
        }
    }

    private static let slip = SlipDocument(
        dossier: FixtureData.dossier, me: FixtureData.me, place: nil,
        today: LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0))

    private func printer(_ fixture: Fixture, _ programs: Programs, printer: String? = "quay-1") -> SlipPrinter
    {
        SlipPrinter(
            folder: fixture.folder + "/phieu", printer: printer, temporary: fixture.folder + "/run",
            find: { $0 }, run: { program, arguments, _, _ in programs.run(program, arguments) })
    }

    private func files(_ folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    @Test("H10: what is printed leaves no file behind")
    func printing() async {
        let (fixture, programs) = (Fixture(), Programs())
        let result = await printer(fixture, programs).print(Self.slip)
        #expect(result == .success(.printed(printer: "quay-1")))
        #expect(programs.printed.withLock { $0.count } == 1)
        #expect(files(fixture.folder + "/run").isEmpty)
        #expect(files(fixture.folder + "/phieu").isEmpty)
    }

    @Test("H10: a printer that does not answer is said, and leaves no file either")
    func silentPrinter() async {
        let fixture = Fixture()
        let result = await printer(fixture, Programs(lpTimesOut: true)).print(Self.slip)
        #expect(result == .failure(.init(words: Strings.Slip.printerSilent("quay-1", SlipPrinter.spooling))))
        #expect(files(fixture.folder + "/run").isEmpty)
    }

    @Test("H10: a saved slip is never overwritten, and is this user's alone")
    func saving() async {
        let (fixture, programs) = (Fixture(), Programs())
        let printer = printer(fixture, programs)
        for _ in 1...3 { _ = await printer.save(Self.slip) }
        #expect(
            files(fixture.folder + "/phieu") == [
                "H26.1.5-261123-0012-mau01-2.pdf", "H26.1.5-261123-0012-mau01-3.pdf",
                "H26.1.5-261123-0012-mau01.pdf",
            ])
        var status = stat()
        #expect(stat(fixture.folder + "/phieu/H26.1.5-261123-0012-mau01.pdf", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test("H10: a program that hangs is ended when its time is over")
    func hanging() async throws {
        let outcome = try #require(
            await ChildProcess.run(
                "/bin/sleep", arguments: ["60"], input: Array(repeating: 65, count: 1 << 20), seconds: 1))
        #expect(outcome.isTimedOut)
    }

    @Test("A program gets all of its input and says what is wrong")
    func talking() async throws {
        let input = Array(repeating: UInt8(65), count: 1 << 20)
        let outcome = try #require(
            await ChildProcess.run(
                "/bin/sh", arguments: ["-c", "wc -c >&2; exit 3"], input: input, seconds: 20))
        #expect(outcome.code == 3)
        #expect(outcome.complaint.contains("1048576"))
        #expect(!outcome.isTimedOut)
    }

    @Test("H4: two prints without the journal are two entries in it")
    func twoPrints() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(.post, path, .fail(.refused))
        let screen = SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me)
        var copies: [Int] = []
        var slip = screen
        for _ in 1...2 {
            let record = await fixture.desk.recordPrint(
                FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: slip.nextKey,
                owner: fixture.desk.signedIn)
            #expect(record == nil)
            let context = fixture.context
            _ = slip.handle(
                .message(
                    .done(.success(.printed(printer: "quay-1")), journalled: false, copy: slip.nextCopy)),
                context)
            copies.append(slip.nextCopy)
        }
        #expect(fixture.pending.count == 2)
        #expect(copies == [1, 2])
        // When the link is back both go out, each once.
        fixture.transport.forget(.post, path)
        fixture.transport.on(.post, path, .effect(.json(Self.record, status: 201)))
        _ = await fixture.desk.resumePending()
        #expect(fixture.pending.isEmpty)
        #expect(fixture.transport.effects.count == 2)
    }

    @Test("A print that nobody heard of is in the journal later, also where there is no store")
    func journalWithoutStore() async {
        let fixture = Fixture(signedIn: false)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: FixtureData.me, store: nil))
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(
            .post, path, .fail(.refused), .effect(.json(Self.record, status: 201)))
        let record = await fixture.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
            owner: fixture.desk.signedIn)
        #expect(record == nil)
        #expect(fixture.desk.link == .lost && fixture.desk.waitingToSend == 1)
        _ = await fixture.desk.resumePending()
        #expect(fixture.desk.waitingToSend == 0)
        #expect(fixture.transport.effects.count == 1)
    }

    @Test("A print that failed is tried again as the same entry")
    func failedPrint() {
        let fixture = Fixture()
        var slip = SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me)
        let key = slip.nextKey
        _ = slip.handle(
            .message(.done(.failure(.init(words: "hỏng")), journalled: true, copy: 0)), fixture.context)
        #expect(slip.nextKey == key)
    }

    @Test("Trial S13: nothing says reprint before the first print")
    func preview() {
        let fixture = Fixture()
        let driver = fixture.driver(
            SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me))
        driver.expectNoText("in lại").expectText("12/BPTNTKQ")
    }

    @Test("Trial S11: a slip that is asked to save does so by itself")
    func savesAtOnce() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(
            SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me, saves: true))
        await driver.waitIdle()
        #expect(fixture.transport.requests.contains { $0.target.hasSuffix("/prints") })
    }

    private static let record = FixtureData.json(
        PrintRecord(
            id: "01900000-0000-7000-8000-00000000e001", form: "01", copies: 2,
            at: Instant(seconds: 1_795_401_660), copyNumber: 1))
}
