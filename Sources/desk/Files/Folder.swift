import APIClient
import Forms
import Glibc
import Models
import TUI

/// What a folder held when it was looked at.
///
/// Reading blocks for as long as the disk, or the network behind it, takes: call it from an effect.
struct Folder: Hashable, Sendable {
    /// What the entries are sorted by. Folders always come first.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// As people look for them: without regard to case and accents.
        case name
        /// The latest first.
        case date
        /// The largest first.
        case size
    }

    /// Nobody looks through more; the rest is not read.
    static let mostEntries = 10_000

    var path: RawPath
    var entries: [FolderEntry]
    /// Whether there are more than are shown.
    var isCut = false

    /// Reads a folder. Things that go while it is read are left out, or shown as missing; they fail nothing.
    ///
    /// - Parameters:
    ///   - showsHidden: Whether names with a dot at the front are shown, too.
    ///   - most: Entries.
    static func read(
        _ path: RawPath, order: Order = .name, showsHidden: Bool = false, most: Int = mostEntries
    ) throws(FolderError) -> Folder {
        let descriptor = path.withCString { open($0, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FolderError(errno: errno) }
        guard let stream = fdopendir(descriptor) else {
            let reason = errno
            close(descriptor)
            throw FolderError(errno: reason)
        }
        defer { closedir(stream) }
        var folder = Folder(path: path, entries: [])
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FolderError(errno: errno) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
            if name == Array(".".utf8) || name == Array("..".utf8) { continue }
            if !showsHidden, name.first == UInt8(ascii: ".") { continue }
            guard folder.entries.count < most else {
                folder.isCut = true
                break
            }
            folder.entries.append(look(at: name, in: descriptor))
        }
        folder.sort(by: order)
        return folder
    }

    /// The folder above; the root's is the root.
    var parent: RawPath { path.folder }

    /// Where an entry lies, byte for byte.
    func path(of entry: FolderEntry) -> RawPath? { path.appending(entry.name) }

    mutating func sort(by order: Order) {
        let keys = Dictionary(
            entries.map { ($0.name, TextFold.fold(String(decoding: $0.name, as: UTF8.self))) },
            uniquingKeysWith: { first, _ in first })
        func comesFirst(_ a: FolderEntry, _ b: FolderEntry) -> Bool {
            if (a.kind == .folder) != (b.kind == .folder) { return a.kind == .folder }
            switch order {
            case .date where a.changedAt != b.changedAt: return a.changedAt > b.changedAt
            case .size where a.size != b.size: return a.size > b.size
            default: break
            }
            let (left, right) = (keys[a.name] ?? "", keys[b.name] ?? "")
            // Two names may look alike; their bytes never are.
            return left == right ? a.name.lexicographicallyPrecedes(b.name) : left < right
        }
        entries.sort(by: comesFirst)
    }

    /// The first of some places that can be shown.
    static func find(_ places: [String]) -> Result<Folder, FolderError> {
        var reason = FolderError.vanished
        for place in places {
            guard let raw = RawPath(reversible: place) else { continue }
            do throws(FolderError) {
                return .success(try read(raw))
            } catch {
                reason = error
                // A path through a file that has nothing below it is a folder's no more than a file's.
                if error == .notAFolder, !isThere(raw) { reason = .vanished }
            }
        }
        return .failure(reason)
    }

    /// For the browser, byte for byte, also where a name is no UTF-8: it gives back what it was given.
    var listing: FolderListing {
        func name(_ entry: FolderEntry) -> String { RawPath(entry.name)?.reversible ?? "" }
        return FolderListing(
            path: path.reversible,
            entries: entries.compactMap { entry in
                switch entry.kind {
                case .folder: .init(name(entry), isFolder: true)
                case .file: .init(name(entry), size: entry.size)
                case .special, .missing: nil
                }
            })
    }

    /// Whether there is anything under this path.
    static func isThere(_ path: RawPath) -> Bool {
        var status = stat()
        return path.withCString { stat($0, &status) } == 0
    }

    private static func look(at name: [UInt8], in folder: Int32) -> FolderEntry {
        var entry = FolderEntry(name: name, kind: .missing, size: 0, changedAt: Instant(seconds: 0))
        guard let path = RawPath(name) else { return entry }
        var status = stat()
        guard path.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
            return entry
        }
        entry.isLink = status.st_mode & S_IFMT == S_IFLNK
        entry.changedAt = Instant(seconds: Int64(status.st_mtim.tv_sec))
        if entry.isLink {
            guard path.withCString({ fstatat(folder, $0, &status, 0) }) == 0 else { return entry }
            entry.changedAt = Instant(seconds: Int64(status.st_mtim.tv_sec))
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: entry.kind = .folder
        case S_IFREG:
            entry.kind = .file
            entry.size = Int(status.st_size)
        default: entry.kind = .special
        }
        return entry
    }
}
