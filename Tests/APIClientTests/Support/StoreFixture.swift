import Forms
import Glibc
import Models
import Synchronization

@testable import APIClient

/// A store in a folder of the test's own, by a clock of the test's own.
struct StoreFixture: Sendable {
    final class WallClock: Sendable {
        private let time = Mutex(Instant(seconds: 1_795_000_000))
        var now: Instant { time.withLock { $0 } }
        func advance(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
    }

    private let temporary: TemporaryFolder
    let clock = WallClock()

    init() throws {
        temporary = try TemporaryFolder()
    }

    var directory: String { temporary.path + "/state/desk" }

    var folder: String { directory + "/" + ActStore.folderName(officer: Fixture.officer) }

    func open(
        officer: ID = Fixture.officer, key: StoreKey = Fixture.storeKey, calls: FileCalls = FileCalls()
    ) throws -> ActStore {
        try ActStore(
            directory: directory, officer: officer, key: key, now: { [clock] in clock.now }, calls: calls)
    }

    static func id(_ number: Int) -> ID {
        let digits = String(number, radix: 16)
        return "01930000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    static func draft(_ number: Int, _ name: String = Fixture.applicantName) -> DraftPut {
        DraftPut(
            id: id(number), kind: "intake", title: name, procedure: "2.000635",
            content: .object(["ho_ten": .string(name), "so_dinh_danh": .string("001185000123")]))
    }

    // MARK: The folder itself

    var names: [String] { TemporaryFolder.names(in: folder) }

    func bytes(of name: String) -> [UInt8] {
        guard let file = fopen(folder + "/" + name, "r") else { return [] }
        defer { fclose(file) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return all }
            all += buffer[..<count]
        }
    }

    func overwrite(_ name: String, with bytes: [UInt8]) {
        guard let file = fopen(folder + "/" + name, "w") else { return }
        defer { fclose(file) }
        fwrite(bytes, 1, bytes.count, file)
    }

    func mode(_ name: String? = nil) -> mode_t {
        var status = stat()
        stat(name.map { folder + "/" + $0 } ?? folder, &status)
        return status.st_mode & 0o777
    }
}

/// Breaks the disk: one call fails, or the program dies at it and does nothing more.
final class Breakage: Sendable {
    enum Kind: Sendable {
        /// The call fails with this errno, all others work.
        case fail(Int32)
        /// The call and all after it do nothing.
        case die
        /// A write stops half way, then nothing more happens.
        case tear
    }

    private let step = Mutex(0)
    private let at: Int
    private let kind: Kind

    init(at step: Int, _ kind: Kind) {
        at = step
        self.kind = kind
    }

    static let none = Breakage(at: .max, .die)

    /// How many calls came.
    var count: Int { step.withLock { $0 } }

    private func verdict() -> Int32? {
        let number = step.withLock { step in
            step += 1
            return step
        }
        switch kind {
        case .fail(let reason): return number == at ? -reason : nil
        case .die, .tear: return number >= at ? -EIO : nil
        }
    }

    var calls: FileCalls {
        let real = FileCalls()
        var calls = FileCalls()
        calls.create = { folder, name in self.verdict() ?? real.create(folder, name) }
        calls.write = { file, bytes in
            if let verdict = self.verdict() {
                if case .tear = self.kind, self.count == self.at {
                    _ = real.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
                }
                return Int(verdict)
            }
            return real.write(file, bytes)
        }
        // The machine itself does not die here, so that nothing has to wait for its disk.
        calls.sync = { _ in self.verdict() ?? 0 }
        calls.rename = { folder, from, to in self.verdict() ?? real.rename(folder, from, to) }
        calls.remove = { folder, name in self.verdict() ?? real.remove(folder, name) }
        return calls
    }
}
