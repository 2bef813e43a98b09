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
    /// The two programs, as closures: notes how they were called, and what `lp` was given.
    private final class Programs: Sendable {
        struct Call: Sendable, Equatable {
            var program: String
            var arguments: [String]
        }

        let calls = Mutex<[Call]>([])
        let printed = Mutex<[String]>([])
        let lp: ChildProcess.Outcome
        let missing: String?

        let status: String

        init(
            lp: ChildProcess.Outcome = .init(code: 0, complaint: ""), missing: String? = nil,
            status: String = "printer quay-1 is idle."
        ) {
            self.lp = lp
            self.status = status
            self.missing = missing
        }

        func run(_ program: String, _ arguments: [String], _ input: [UInt8]) -> ChildProcess.Outcome {
            calls.withLock { $0.append(Call(program: program, arguments: arguments)) }
            if program == "lp" {
                printed.withLock { $0.append(String(decoding: input, as: UTF8.self)) }
                return lp
            }
            if program == "lpstat" { return .init(code: 0, complaint: "", output: Array(status.utf8)) }
            guard !arguments.contains("-") else {
                return .init(code: 0, complaint: "", output: Array("%PDF of a slip".utf8))
            }
            // The name that was free.
            return .init(code: 0, complaint: "", output: Array("/home/ha/desk-phieu/mau01-2.pdf\n".utf8))
        }
    }

    private static let slip = SlipDocument(
        dossier: FixtureData.dossier, me: FixtureData.me, place: nil,
        today: LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0))

    private func printer(_ fixture: Fixture, _ programs: Programs, printer: String? = "quay-1") -> SlipPrinter
    {
        SlipPrinter(
            folder: fixture.folder + "/phieu", printer: printer,
            find: { programs.missing == $0 ? nil : $0 },
            run: { program, arguments, input, _ in programs.run(program, arguments, input) })
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

    @Test("H10: what is printed goes through pipes and leaves no file behind")
    func printing() async {
        let (fixture, programs) = (Fixture(), Programs())
        let result = await printer(fixture, programs).print(Self.slip)
        #expect(result == .success(.printed(printer: "quay-1")))
        #expect(programs.printed.withLock { $0 } == ["%PDF of a slip"])
        #expect(
            programs.calls.withLock { $0 } == [
                .init(program: "desk-print", arguments: ["--output", "-"]),
                .init(program: "lp", arguments: ["-d", "quay-1", "-t", "H26.1.5-261123-0012"]),
                .init(program: "lpstat", arguments: ["-l", "-p", "quay-1"]),
            ])
        #expect(files(fixture.folder).isEmpty || files(fixture.folder) == ["state"])
    }

    @Test(
        "A printer without paper takes the job and keeps it: said, and not printed again",
        arguments: [
            ("printer quay-1 now printing quay-1-7.\n\tAlerts: media-empty-error", PrinterTrouble.noPaper),
            ("máy in quay-1\n\tAlerts: media-needed", .noPaper), ("\tAlerts: media-jam-error", .jammed),
            ("\tAlerts: offline-report", .offline),
        ])
    func heldPaper(_ status: String, _ trouble: PrinterTrouble) async {
        let programs = Programs(status: status)
        let result = await printer(Fixture(), programs).print(Self.slip)
        #expect(result == .success(.printed(printer: "quay-1", trouble: trouble)))
        #expect((try? result.get())?.words == Strings.Slip.held("quay-1", trouble))
        #expect((try? result.get())?.isHeld == true)
        #expect(programs.printed.withLock { $0.count } == 1)
        // Where nobody can tell how the printer stands, the job was taken all the same.
        let unknown = await printer(Fixture(), Programs(missing: "lpstat", status: status)).print(Self.slip)
        #expect(unknown == .success(.printed(printer: "quay-1")))
    }

    @Test("H10: a printer that does not answer is said")
    func silentPrinter() async {
        let programs = Programs(lp: .init(code: 137, complaint: "", isTimedOut: true))
        let result = await printer(Fixture(), programs).print(Self.slip)
        #expect(result == .failure(.init(words: Strings.Slip.printerSilent("quay-1", SlipPrinter.spooling))))
    }

    @Test("A printer that refuses is said in its own words, a missing program by its name")
    func refusingPrinter() async {
        let refusing = Programs(lp: .init(code: 1, complaint: "lp: The printer is not there.\nmore\n"))
        let refused = await printer(Fixture(), refusing).print(Self.slip)
        #expect(
            refused
                == .failure(.init(words: Strings.Slip.printFailed("quay-1: lp: The printer is not there."))))
        let withoutLp = await printer(Fixture(), Programs(missing: "lp")).print(Self.slip)
        #expect(withoutLp == .failure(.init(words: Strings.Slip.noPrintSystem)))
        let withoutPrint = await printer(Fixture(), Programs(missing: "desk-print")).save(Self.slip)
        #expect(withoutPrint == .failure(.init(words: Strings.Starting.printMissing)))
    }

    @Test("H10: a saved slip is never overwritten: the officer hears the name that was free")
    func saving() async {
        let (fixture, programs) = (Fixture(), Programs())
        let result = await printer(fixture, programs).save(Self.slip)
        #expect(result == .success(.saved(path: "/home/ha/desk-phieu/mau01-2.pdf")))
        let path = fixture.folder + "/phieu/H26.1.5-261123-0012-mau01.pdf"
        #expect(
            programs.calls.withLock { $0 } == [
                .init(program: "desk-print", arguments: ["--output", path, "--no-clobber"])
            ])
        var status = stat()
        #expect(stat(fixture.folder + "/phieu", &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    @Test("Without a printer, printing saves")
    func noPrinter() async {
        let programs = Programs()
        let result = await printer(Fixture(), programs, printer: nil).print(Self.slip)
        #expect(result == .success(.saved(path: "/home/ha/desk-phieu/mau01-2.pdf")))
        #expect(programs.printed.withLock { $0.isEmpty })
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
        #expect(outcome.output.isEmpty)
        #expect(!outcome.isTimedOut)
    }

    @Test("A program's output comes back byte for byte, while it still reads")
    func echo() async throws {
        let input = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let outcome = try #require(
            await ChildProcess.run("/bin/cat", arguments: [], input: input, seconds: 20))
        #expect(outcome.code == 0 && outcome.complaint.isEmpty)
        #expect(outcome.output == input)
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
            #expect(record.record == nil)
            let context = fixture.context
            _ = slip.handle(
                .message(
                    .done(
                        .success(.printed(printer: "quay-1")), warning: Strings.Slip.journalFailed,
                        copy: slip.nextCopy)),
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
        #expect(record.record == nil)
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
            .message(.done(.failure(.init(words: "hỏng")), warning: nil, copy: 0)), fixture.context)
        #expect(slip.nextKey == key)
    }

    @Test("Nothing says reprint before the first print")
    func preview() {
        let fixture = Fixture()
        let driver = fixture.driver(
            SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me))
        driver.expectNoText("in lại").expectText("12/BPTNTKQ")
    }

    @Test("A slip that is asked to save does so by itself")
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
