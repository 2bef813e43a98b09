import CKeyring
import Glibc
import Models
import Synchronization

/// Keeps officers' store keys in the kernel's user keyring, so that a desk started again can open the drafts of the
/// officer before the network is back. Never on a disk.
///
/// Where the kernel refuses keyrings (containers often do), a key lives in this process's memory only: nothing is
/// lost, since the next login brings the key again.
public enum OfficerKeyring {
    /// Where a key is kept.
    public enum Place: Hashable, Sendable {
        case kernel
        /// In this process only; the errno says why.
        case memory(Int32)
    }

    /// How long the kernel keeps a key that nobody stores again, in seconds: a working day.
    public static let life: UInt32 = 12 * 3600

    private static let memory = Mutex<[String: StoreKey]>([:])

    @discardableResult
    public static func store(_ key: StoreKey, officer: ID) -> Place {
        let name = name(officer)
        let failure = key.withBytes { ckeyring_store(name, $0.baseAddress, $0.count, life) }
        memory.withLock { $0[name] = failure == 0 ? nil : key }
        return failure == 0 ? .kernel : .memory(failure)
    }

    /// Nil where there is none, or its time is over.
    public static func load(officer: ID) -> StoreKey? {
        let name = name(officer)
        if let key = memory.withLock({ $0[name] }) { return key }
        var bytes = [UInt8](repeating: 0, count: StoreKey.size)
        var count = 0
        defer { for index in bytes.indices { bytes[index] = 0 } }
        guard ckeyring_load(name, &bytes, bytes.count, &count) == 0, count == bytes.count else { return nil }
        return StoreKey(bytes)
    }

    /// After a logout.
    public static func forget(officer: ID) {
        let name = name(officer)
        memory.withLock { $0[name] = nil }
        _ = ckeyring_forget(name)
    }

    private static func name(_ officer: ID) -> String {
        "desk:" + ActStore.folderName(officer: officer)
    }
}
