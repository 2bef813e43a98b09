import Glibc
import Synchronization

/// A folder of sealed files, one value each: written whole or not at all, read only by the officer's key, and safe
/// where several desks of one officer use it at once.
final class SealedFolder: Sendable {
    /// What a file holds. The raw value stands in its name and is authenticated with its content.
    enum Kind: String, CaseIterable, Sendable {
        case draft
        /// That a draft was removed here and the server has yet to hear of it.
        case removal
        case intent
        /// The values of the last dossier.
        case last
        /// A file on its way to the server; the id is its hash.
        case upload
        /// What was typed into a form of desk's own; the id is the digest of its place.
        case typed
    }

    enum Content {
        case value([UInt8])
        case missing
        /// Cannot be opened; kept under this name.
        case damaged(String)
        case anotherKey
        case newerVersion
    }

    /// How long another desk may hold the folder before that is said, in milliseconds: its own changes take a few.
    static let patience: Int64 = 2_000

    /// What a file may hold at most, in bytes.
    static let largest = 4 << 20

    private let folder: Int32
    private let lockFile: Int32
    private let key: StoreKey
    private let calls: FileCalls
    private let inProcess = Mutex(())

    init(path: String, key: StoreKey, calls: FileCalls) throws(StoreError) {
        folder = try StateFolder.open(path)
        lockFile = openat(folder, "lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if lockFile < 0 {
            let reason = errno
            close(folder)
            throw SealedFolder.error("open", reason)
        }
        self.key = key
        self.calls = calls
    }

    deinit {
        close(lockFile)
        close(folder)
    }

    // MARK: Files

    func write(_ content: [UInt8], _ kind: Kind, _ id: String) throws(StoreError) {
        let name = try SealedFolder.name(kind, id)
        guard content.count <= Self.largest else { throw .tooLarge }
        guard let bytes = Seal.seal(content, kind: kind.rawValue, id: id, with: key) else {
            throw .failed("seal", 0)
        }
        let fresh = "." + String(UInt64.random(in: .min ... .max), radix: 36) + ".new"
        let file = calls.create(folder, fresh)
        guard file >= 0 else { throw SealedFolder.error("create", -file) }
        var failure = fill(file, with: bytes)
        if close(file) != 0, failure == nil { failure = SealedFolder.error("close", errno) }
        if failure == nil {
            let renamed = calls.rename(folder, fresh, name)
            if renamed < 0 { failure = SealedFolder.error("rename", -renamed) }
        }
        if let failure {
            _ = calls.remove(folder, fresh)
            throw failure
        }
        // Without this the name could still lead to the older file after a power cut.
        let synced = calls.sync(folder)
        if synced < 0 { throw SealedFolder.error("fsync", -synced) }
    }

    private func fill(_ file: Int32, with bytes: [UInt8]) -> StoreError? {
        bytes.withUnsafeBytes { all in
            var rest = all[...]
            while !rest.isEmpty {
                let count = calls.write(file, UnsafeRawBufferPointer(rebasing: rest))
                if count == -Int(EINTR) { continue }
                guard count > 0 else { return SealedFolder.error("write", Int32(-count)) }
                rest = rest.dropFirst(count)
            }
            let synced = calls.sync(file)
            return synced < 0 ? SealedFolder.error("fsync", -synced) : nil
        }
    }

    /// A damaged file is set aside under another name. Within `locked`: a desk may be putting a good one there.
    func read(_ kind: Kind, _ id: String) throws(StoreError) -> Content {
        let name = try SealedFolder.name(kind, id)
        guard let bytes = try contents(of: name) else { return .missing }
        do {
            return .value(try Seal.open(bytes, kind: kind.rawValue, id: id, with: key))
        } catch {
            switch error {
            case .damaged: return .damaged((try? setAside(kind, id)) ?? name)
            case .anotherKey: return .anotherKey
            case .newerVersion: return .newerVersion
            }
        }
    }

    private func contents(of name: String) throws(StoreError) -> [UInt8]? {
        let file = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw SealedFolder.error("open", errno)
        }
        defer { close(file) }
        // One byte more than allowed is enough to know; what is so large was not written here.
        let most = Self.largest + 1024
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= most {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SealedFolder.error("read", errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        return []
    }

    /// Keeps a file that is of no use under a name that says so.
    func setAside(_ kind: Kind, _ id: String) throws(StoreError) -> String {
        let name = try SealedFolder.name(kind, id)
        var aside = name + ".damaged"
        var number = 1
        while faccessat(folder, aside, F_OK, 0) == 0 {
            number += 1
            aside = name + ".\(number).damaged"
        }
        let renamed = calls.rename(folder, name, aside)
        guard renamed >= 0 else { throw SealedFolder.error("rename", -renamed) }
        return aside
    }

    /// True where there was one.
    @discardableResult
    func remove(_ kind: Kind, _ id: String) throws(StoreError) -> Bool {
        let removed = calls.remove(folder, try SealedFolder.name(kind, id))
        if removed == -ENOENT { return false }
        guard removed >= 0 else { throw SealedFolder.error("unlink", -removed) }
        let synced = calls.sync(folder)
        if synced < 0 { throw SealedFolder.error("fsync", -synced) }
        return true
    }

    /// The ids of all files of a kind, whatever their state.
    func list(_ kind: Kind) throws(StoreError) -> [String] {
        let prefix = kind.rawValue + "-"
        return try names().compactMap { name in
            guard name.hasPrefix(prefix), name.hasSuffix(SealedFolder.suffix) else { return nil }
            let id = String(name.dropFirst(prefix.count).dropLast(SealedFolder.suffix.count))
            return (try? SealedFolder.name(kind, id)) == nil ? nil : id
        }.sorted()
    }

    /// Removes what a desk that was killed in the middle of writing left behind. Nobody else may be writing.
    func removeLeftovers() throws(StoreError) {
        for name in try names() where name.hasPrefix(".") && name.hasSuffix(".new") {
            _ = calls.remove(folder, name)
        }
    }

    private func names() throws(StoreError) -> [String] {
        // The stream takes its descriptor with it, and reading moves that one's place.
        let own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { throw SealedFolder.error("open", errno) }
        guard let stream = fdopendir(own) else {
            let reason = errno
            close(own)
            throw SealedFolder.error("readdir", reason)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    // MARK: Locks

    /// Runs `body` while nobody else changes the folder, in this process or another. Short: files only, never the
    /// network. Where a desk that hangs holds the folder, that is said; who types must not hang with it.
    func locked<Value: Sendable>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        try inProcess.withLock { _ throws(StoreError) in
            let end = Self.milliseconds() + Self.patience
            while lock(byte: 0, F_WRLCK) != 0 {
                let reason = errno
                guard [EAGAIN, EACCES, EINTR].contains(reason) else {
                    throw SealedFolder.error("lock", reason)
                }
                guard Self.milliseconds() < end else { throw .locked }
                usleep(5_000)
            }
            defer { _ = lock(byte: 0, F_UNLCK) }
            return try body()
        }
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Takes a name for this process, until it is let go or the process ends. False where another one has it.
    func take(_ name: String) -> Bool {
        lock(byte: SealedFolder.place(name), F_WRLCK) == 0
    }

    func letGo(_ name: String) {
        _ = lock(byte: SealedFolder.place(name), F_UNLCK)
    }

    /// Locks of open file descriptions (Linux 3.15) on one byte of the lock file: unlike those of processes they
    /// hold between two stores in one process too, and unlike lock files they leave nothing behind.
    private func lock(byte: Int64, _ type: Int32) -> Int32 {
        let setLock: Int32 = 37  // F_OFD_SETLK, which Swift does not see
        var range = flock()
        range.l_type = Int16(type)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = off_t(byte)
        range.l_len = 1
        return fcntl(lockFile, setLock, &range)
    }

    /// FNV-1a, folded into the places that a lock may have, behind the first one.
    private static func place(_ name: String) -> Int64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int64(hash >> 2) + 1
    }

    // MARK: Names and errors

    private static let suffix = ".sealed"

    static func name(_ kind: Kind, _ id: String) throws(StoreError) -> String {
        let isName =
            (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        guard isName else { throw .badName }
        return kind.rawValue + "-" + id + suffix
    }

    static func error(_ call: String, _ reason: Int32) -> StoreError {
        switch reason {
        case ENOSPC, EDQUOT: .full
        case EROFS: .readOnly
        case EACCES, EPERM: .denied
        default: .failed(call, reason)
        }
    }
}
