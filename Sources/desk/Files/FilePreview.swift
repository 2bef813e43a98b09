import APIClient
import Forms
import Glibc
import TUI

/// Shows what is in a file before it is sent: text by itself, pictures and PDF by `desk-preview`, a process of its
/// own that a hostile file may break.
struct FilePreview: Sendable {
    /// Why there is nothing to see.
    enum Failure: Error, Hashable, Sendable {
        /// `desk-preview` stands neither beside desk nor in PATH.
        case programMissing
        case file(FileFailure)
        case damaged
        /// A PDF that opens with a password only.
        case locked
        case unknownKind
        /// More bytes or pixels than are looked at.
        case tooLarge
        case noSuchPage
        /// It took too long: a hostile file, or a very large one.
        case timedOut
        case cancelled
        /// The program broke, by its exit code; 128 and more are signals.
        case broken(Int32)

        /// Stable, for `Strings`, logs and tests.
        var code: String {
            switch self {
            case .programMissing: "preview_program_missing"
            case .file(let failure): failure.code
            case .damaged: "preview_damaged"
            case .locked: "preview_locked"
            case .unknownKind: "preview_unknown_kind"
            case .tooLarge: "preview_too_large"
            case .noSuchPage: "preview_no_page"
            case .timedOut: "preview_timed_out"
            case .cancelled: "cancelled"
            case .broken: "preview_broken"
            }
        }
    }

    /// The beginning of a text.
    struct Text: Hashable, Sendable {
        var lines: [SafeText]
        /// Whether there is more in the file.
        var isCut: Bool
    }

    /// Seconds; the program gives up at ten of the processor.
    static let patience = 20
    /// How much of a text is read, in bytes.
    static let longestText = 64 << 10

    /// Finds a program; tests give their own.
    var find: @Sendable (String) -> String? = { Executable.find($0) }

    /// The kind of a file by its first bytes, without reading all of it. nil where it is none that forms know.
    static func kind(of path: RawPath) throws(FileFailure) -> FileType? {
        let (bytes, isCut) = try head(of: path, longestText)
        return FileType(content: isCut ? TextEnd.cut(bytes) : bytes)
    }

    /// The first page of a picture or PDF, or another page of it, no larger than the space there is.
    func picture(
        of path: RawPath, page: Int = 1, columns: Int, rows: Int
    ) async throws(Failure) -> FilePicture {
        guard let program = find("desk-preview") else { throw .programMissing }
        // A missing file would keep the program from starting, and say nothing.
        do {
            _ = try Self.head(of: path, 1)
        } catch {
            throw .file(error)
        }
        let arguments = ["-", "--columns=\(columns)", "--rows=\(rows)", "--page=\(page)"]
        let longest = columns * rows * 6 + 200
        let outcome = await ChildProcess.run(
            program, arguments: arguments, input: .file(path), longestOutput: longest, seconds: Self.patience)
        guard let outcome else { throw .programMissing }
        if outcome.isCancelled { throw .cancelled }
        if outcome.isTimedOut { throw .timedOut }
        guard outcome.code == 0 else { throw Self.failure(outcome.code) }
        guard let picture = FilePicture(ppm: outcome.output, columns: columns, rows: rows) else {
            throw .broken(0)
        }
        return picture
    }

    /// The beginning of a plain text, cleaned.
    func text(of path: RawPath, lines most: Int = 1_000) throws(Failure) -> Text {
        do {
            var (bytes, isCut) = try Self.head(of: path, Self.longestText)
            if isCut { bytes = TextEnd.cut(bytes) }
            guard FileType(content: bytes) == .text || bytes.isEmpty else { throw Failure.unknownKind }
            var lines = SafeText.lines(String(decoding: bytes, as: UTF8.self))
            if lines.count > most {
                lines.removeLast(lines.count - most)
                isCut = true
            }
            return Text(lines: lines, isCut: isCut)
        } catch let failure as FileFailure {
            throw .file(failure)
        } catch {
            throw .unknownKind
        }
    }

    /// What the program's exit code says (`desk-preview --help`).
    private static func failure(_ code: Int32) -> Failure {
        switch code {
        case 64: .noSuchPage
        case 65: .damaged
        case 66: .file(.vanished)
        case 69: .unknownKind
        case 77: .locked
        case 79: .tooLarge
        // Out of its seconds of the processor.
        case 128 + SIGXCPU, 128 + SIGKILL: .timedOut
        default: .broken(code)
        }
    }

    private static func head(of path: RawPath, _ most: Int) throws(FileFailure) -> (
        bytes: [UInt8], isCut: Bool
    ) {
        let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard file >= 0 else { throw FileFailure(errno: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileFailure(errno: errno) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .folder }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        var bytes = [UInt8](repeating: 0, count: most + 1)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                read(file, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure(errno: errno) }
            if count == 0 { break }
            done += count
        }
        return (Array(bytes.prefix(min(done, most))), done > most)
    }
}

/// The end of a text that was cut at some byte.
private enum TextEnd {
    /// Without the character that was cut in two.
    static func cut(_ bytes: [UInt8]) -> [UInt8] {
        var end = bytes.count
        while end > 0, bytes.count - end < 4, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
        return Array(bytes[..<max(0, end - 1)])
    }
}
