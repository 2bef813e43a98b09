import Forms
import Glibc

/// The program: an untrusted file in, a small picture out. It runs apart from desk, so that desk links no decoder
/// and a file that breaks one ends nothing but this process.
struct PreviewCommand {
    /// As much as a form takes.
    static let inputLimit = FileRule.largestBytes

    /// Does what the arguments (without the program's name) ask for and says in Vietnamese on standard error why it
    /// could not.
    func run(_ arguments: [String]) -> ExitStatus {
        Confinement.enter()
        do throws(PreviewFailure) {
            let options = try PreviewOptions(parsing: arguments)
            guard options.task == .picture else {
                try write(Array(Words.help.utf8))
                return .ok
            }
            if isatty(STDOUT_FILENO) == 1 { throw PreviewFailure(.usage, Words.outputIsTerminal) }
            let bytes = try read(options.file)
            let box = Picture.Box(width: options.columns, height: options.rows * 2)
            try write(try picture(of: bytes, page: options.page, in: box).ppm)
            return .ok
        } catch {
            let line = Array("desk-preview: \(error.message)\n".utf8)
            // Nobody is left to be told where standard error cannot be written either.
            _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            return error.status
        }
    }

    private func picture(of bytes: [UInt8], page: Int, in box: Picture.Box) throws(PreviewFailure) -> Picture
    {
        switch FileType(content: bytes) {
        case .pdf: return try PDFPage.picture(of: bytes, page: page, in: box)
        case .png: return try ImageFile.picture(of: bytes, as: "png", page: page, in: box)
        case .jpeg: return try ImageFile.picture(of: bytes, as: "jpeg", page: page, in: box)
        case .tiff:
            let pages = TIFFPages(bytes)
            return try ImageFile.picture(
                of: pages.file(beginningAt: page), as: "tiff", page: page, pages: pages.count, in: box)
        case .text, nil: throw PreviewFailure(.unknownKind, Words.unknownKind)
        }
    }

    private func read(_ path: String?) throws(PreviewFailure) -> [UInt8] {
        let file = path.map { open($0, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) } ?? STDIN_FILENO
        guard file >= 0 else { throw PreviewFailure(.unreadable, Words.unreadable(errno)) }
        defer { if path != nil { close(file) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw PreviewFailure(.unreadable, Words.unreadable(errno)) }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= Self.inputLimit else {
                throw PreviewFailure(.tooLarge, Words.tooManyBytes(Self.inputLimit))
            }
        }
        guard !bytes.isEmpty else { throw PreviewFailure(.damaged, Words.empty) }
        return bytes
    }

    private func write(_ bytes: [UInt8]) throws(PreviewFailure) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(STDOUT_FILENO, buffer.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw PreviewFailure(.output, Words.outputFailed) }
            done += count
        }
    }
}
