import APIClient
import Forms
import Glibc
import TUI
import Testing

@testable import desk

/// Scanning, with SANE's own test device where sane-utils is installed, and with programs that misbehave.
@Suite(.timeLimit(.minutes(10))) struct PaperScannerTests {
    private let place: ScratchFolder

    init() throws {
        place = try ScratchFolder()
    }

    private func fake(_ lines: String) throws -> PaperScanner {
        let program = try place.script("scanimage", lines)
        try place.makeFolder("out")
        return PaperScanner(find: { $0 == "scanimage" ? program : nil })
    }

    private var out: String { place.text + "/out" }

    private var left: [String] {
        (try? Folder.read(#require(RawPath(out)), showsHidden: true).entries.map { $0.label.string }) ?? ["?"]
    }

    static let sane = Executable.find("scanimage", beside: nil)

    /// The real program, told of SANE's test device and of nothing else.
    private func real() throws -> PaperScanner {
        try place.write(Array("test\n".utf8), "dll.conf")
        return try fake("SANE_CONFIG_DIR='\(place.text)' exec '\(Self.sane ?? "")' \"$@\"")
    }

    @Test("UP-1 SANE's test device is found and scans", .enabled(if: sane != nil, "needs sane-utils"))
    func testDevice() async throws {
        let scanner = try real()
        let devices = try await scanner.devices()
        #expect(devices.map(\.id) == ["test:0", "test:1"])
        #expect(devices[0].vendor == "Noname" && devices[0].type == "virtual device")
        for type in [FileType.pdf, .png, .jpeg] {
            let page = try await scanner.scan(
                "test:0", PaperScanner.Settings(type: type, resolution: 50, mode: "Color"), into: out)
            #expect(FileType(content: try #require(place.read(page.path))) == type)
            var status = stat()
            #expect(stat(page.path.text, &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(stat(page.path.folder.text, &status) == 0 && status.st_mode & 0o777 == 0o700)
            page.remove()
        }
        #expect(left.isEmpty)
    }

    @Test(
        "UP-1 pages of SANE's test device become one PDF, and nothing else is left",
        .enabled(if: sane != nil, "needs sane-utils"))
    func pages() async throws {
        let scanner = try real()
        var job = ScanJob(path: FieldPath("giay"), rule: FileRule())
        for device in ["test:0", "test:1"] {
            let settings = PaperScanner.Settings(type: job.pageType, resolution: 50, mode: "Color")
            job.add(try await scanner.scan(device, settings, into: out))
        }
        let files = try job.finish(into: out)
        let file = try #require(files.first)
        let document = try #require(place.read(file.path))
        #expect(files.count == 1 && FileType(content: document) == .pdf)
        let text = String(decoding: document.map { $0 < 128 ? $0 : 0x3F }, as: UTF8.self)
        #expect(text.contains("/Count 2"))
        #expect(left.count == 1)
        files[0].remove()
        #expect(left.isEmpty)
    }

    @Test("UP-1 a scanner that is not there is named", .enabled(if: sane != nil, "needs sane-utils"))
    func noSuchDevice() async throws {
        let scanner = try real()
        let error = await #expect(throws: ScanError.self) { _ = try await scanner.scan("test:9", into: out) }
        guard case .failed(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.contains("test:9"))
        #expect(left.isEmpty)
    }

    @Test("UP-1 without scanimage, and without a scanner, that is what is said")
    func missing() async throws {
        await #expect(throws: ScanError.notInstalled) {
            _ = try await PaperScanner(find: { _ in nil }).devices()
        }
        await #expect(throws: ScanError.noDevice) { _ = try await fake("exit 0").devices() }
    }

    @Test("UP-1 lines that are no devices are left out")
    func lines() async throws {
        let scanner = try fake(#"printf 'a:1\tV\tM 1\tflatbed\nrubbish\n\n\tV\tM\tT\nb\t\t\t\n'"#)
        #expect(try await scanner.devices().map(\.id) == ["a:1", "b"])
        #expect(ScanDevice(line: "a\tb\tc") == nil && ScanDevice(line: "a\tb\tc\td\te") == nil)
    }

    @Test(
        "UP-1 a scan that goes wrong leaves nothing behind",
        arguments: [
            (
                "echo note >&2; echo 'Error during device I/O' >&2; exit 9",
                ScanError.failed("Error during device I/O")
            ),
            ("exit 3", .failed("scanimage: 3")), ("exit 0", .nothing),
            (#"for a; do case $a in --output-file=*) : > "${a#*=}";; esac; done"#, .nothing),
            (
                #"for a; do case $a in --output-file=*) truncate -s 21000000 "${a#*=}";; esac; done"#,
                .tooLarge(size: 21_000_000, limit: 20 << 20)
            ),
            (#"for a; do case $a in --output-file=*) ln -s /etc/passwd "${a#*=}";; esac; done"#, .nothing),
        ])
    func failures(script: String, expected: ScanError) async throws {
        let scanner = try fake(script)
        await #expect(throws: expected) { _ = try await scanner.scan("x", into: out) }
        #expect(left.isEmpty)
    }

    @Test("UP-1 what a device is called is never an option")
    func deviceNames() async throws {
        let scanner = try fake(#"printf '%s ' "$@" >&2; exit 1"#)
        let error = await #expect(throws: ScanError.self) {
            _ = try await scanner.scan("-x;$(id)", PaperScanner.Settings(resolution: nil), into: out)
        }
        guard case .failed(let words) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(words.hasPrefix("--device-name=-x;$(id) --format=pdf --output-file="))
    }

    @Test("UP-1 a folder that takes no page is named before anything is scanned")
    func noFolder() async throws {
        let scanner = try fake("echo scanned > '\(place.text)/proof'")
        await #expect(throws: ScanError.file(.vanished)) {
            _ = try await scanner.scan("x", into: place.text + "/none")
        }
        #expect(access(place.text + "/proof", F_OK) != 0)
    }

    @Test("UP-1 a scanner that hangs is given up after its time, and may park before")
    func hangs() async throws {
        var scanner = try fake(
            "trap 'echo parked > \"\(place.text)/proof\"; exit 1' TERM; sleep 60 & wait $!")
        scanner.patience = 1
        await #expect(throws: ScanError.timedOut) { _ = try await scanner.scan("x", into: out) }
        #expect(access(place.text + "/proof", F_OK) == 0 && left.isEmpty)
    }

    @Test("UP-1 a scan that is not wanted any more ends at once")
    func cancelled() async throws {
        let (folder, pipe) = (out, place.text + "/started")
        #expect(mkfifo(pipe, 0o600) == 0)
        let scanner = try fake("echo > '\(pipe)'; exec sleep 60")
        let task = Task { try await scanner.scan("x", into: folder) }
        // Opening waits for the program, so that it is cancelled while it runs.
        let file = open(pipe, O_RDONLY)
        task.cancel()
        let result = await task.result
        close(file)
        #expect(throws: ScanError.cancelled) { _ = try result.get() }
        #expect(left.isEmpty)
    }

    @Test("A program that was cancelled before it started is ended, too")
    func cancelledEarly() async throws {
        let scanner = try fake("exec sleep 60")
        let folder = out
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await scanner.scan("x", into: folder)
        }
        let result = await task.result
        #expect(throws: ScanError.cancelled) { _ = try result.get() }
    }

    @Test("A program that writes without end is ended")
    func endless() async throws {
        let outcome = try #require(
            await ChildProcess.run(
                "/bin/sh", arguments: ["-c", "exec cat /dev/zero"], input: .bytes([]), longestOutput: 100_000,
                seconds: 60))
        #expect(outcome.isTimedOut && !outcome.isCancelled)
    }
}
