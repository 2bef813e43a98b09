import Crypto
import Forms
import Glibc

/// A file of the officer's that is open for sending.
///
/// Whatever happens to it meanwhile is noticed: before and after each reading, its name must still lead to the same
/// file, of the same size and the same time of change; and what is read a second time must be what was read the
/// first time, block by block.
final class SourceFile: Sendable {
    /// What one reading from end to end found.
    struct Content: Sendable {
        var size: Int
        /// Lower-case hexadecimal.
        var sha256: String
        var type: FileType?
        fileprivate var blocks: [SHA256Digest]
    }

    /// How much is hashed at a time, in bytes.
    static let blockSize = 64 << 10

    let path: RawPath
    private let file: Int32
    private let stamp: Stamp

    /// What tells a file from a changed one.
    private struct Stamp: Equatable {
        var device: UInt
        var inode: UInt
        var size: Int
        var seconds: Int
        var nanoseconds: Int

        init(_ status: stat) {
            device = UInt(status.st_dev)
            inode = UInt(status.st_ino)
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// Opens a regular file; whatever else has the name is neither read nor waited for.
    init(_ path: RawPath) throws(FileFailure) {
        self.path = path
        file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard file >= 0 else { throw FileFailure(errno: errno) }
        var status = stat()
        var failure: FileFailure?
        if fstat(file, &status) != 0 {
            failure = FileFailure(errno: errno)
        } else if status.st_mode & S_IFMT == S_IFDIR {
            failure = .folder
        } else if status.st_mode & S_IFMT != S_IFREG {
            failure = .notAFile
        }
        stamp = Stamp(status)
        if let failure {
            close(file)
            throw failure
        }
    }

    deinit {
        close(file)
    }

    var size: Int { stamp.size }

    /// Reads the file once, without keeping it.
    ///
    /// - Parameter onBlock: Called with the bytes read so far. False ends it, and nil comes back.
    func read(onBlock: (Int) -> Bool) throws(FileFailure) -> Content? {
        try check()
        var whole = SHA256()
        var sniffer = TypeSniffer()
        var blocks: [SHA256Digest] = []
        var done = 0
        while done < stamp.size {
            let block = try bytes(at: done, count: min(Self.blockSize, stamp.size - done))
            whole.update(data: block)
            blocks.append(SHA256.hash(data: block))
            sniffer.take(block[...])
            done += block.count
            guard onBlock(done) else { return nil }
        }
        try check()
        return Content(
            size: done, sha256: Self.hexadecimal(whole.finalize()), type: sniffer.type, blocks: blocks)
    }

    /// A piece of what `read` found. Another content than the one that was hashed is never given out.
    func piece(at offset: Int, count: Int, of content: Content) throws(FileFailure) -> [UInt8] {
        try check()
        let end = min(offset + count, content.size)
        let first = offset / Self.blockSize
        var piece: [UInt8] = []
        piece.reserveCapacity(end - offset + Self.blockSize)
        for index in first..<max(first, (end + Self.blockSize - 1) / Self.blockSize) {
            let start = index * Self.blockSize
            let block = try bytes(at: start, count: min(Self.blockSize, content.size - start))
            guard SHA256.hash(data: block) == content.blocks[index] else {
                try check()
                throw .changed
            }
            piece += block
        }
        let skipped = offset - first * Self.blockSize
        return Array(piece.dropFirst(skipped).prefix(end - offset))
    }

    /// Whether the name still leads to the file, and the file is as it was.
    private func check() throws(FileFailure) {
        var status = stat()
        guard path.withCString({ stat($0, &status) }) == 0 else { throw FileFailure(errno: errno) }
        let named = Stamp(status)
        guard named.device == stamp.device, named.inode == stamp.inode else { throw .changed }
        guard fstat(file, &status) == 0 else { throw FileFailure(errno: errno) }
        let now = Stamp(status)
        if now.size < stamp.size { throw .shrank }
        if now.size > stamp.size { throw .grew }
        if now != stamp { throw .changed }
    }

    private func bytes(at offset: Int, count: Int) throws(FileFailure) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = buffer.withUnsafeMutableBytes { bytes in
                pread(file, bytes.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure(errno: errno) }
            if got == 0 { throw .shrank }
            done += got
        }
        return buffer
    }

    static func hexadecimal(_ digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
