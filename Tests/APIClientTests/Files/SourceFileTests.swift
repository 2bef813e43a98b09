import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// Files that are not what they seem, or do not stay what they are.
@Suite(.timeLimit(.minutes(10))) struct SourceFileTests {
    private let server = UploadServer()
    private let files: FileFixture

    init() throws {
        files = try FileFixture()
    }

    private func failure(
        _ path: RawPath, types: [FileType] = FileType.allCases, limit: Int = FileRule.largestBytes,
        onProgress: @escaping Uploader.Listener = { _ in }
    ) async throws -> FileFailure? {
        let uploader = Uploader(client: try await Fixture.client(server.transport), store: nil)
        do {
            _ = try await uploader.upload(path, types: types, limit: limit, onProgress: onProgress)
            return nil
        } catch TransferError.file(let failure) {
            return failure
        }
    }

    @Test(
        "UP-1 a file that lies about its kind is refused with both kinds, and nothing is sent",
        arguments: [
            ("a.pdf", FileFixture.png, FileFailure.misnamed(name: .pdf, content: .png)),
            ("a.PDF", FileFixture.jpeg, .misnamed(name: .pdf, content: .jpeg)),
            ("a.jpg", Array("<?php evil();".utf8), .misnamed(name: .jpeg, content: .text)),
            ("a.txt", FileFixture.pdf(99), .misnamed(name: .text, content: .pdf)),
            ("a.pdf", Array("MZ\u{0}\u{1}".utf8), .unknownType),
            ("a", [0x7F, 0x45, 0x4C, 0x46], .unknownType),
            ("a.txt", [0x61, 0xC3], .unknownType), ("a.png", [0x50, 0x4B, 3, 4], .unknownType),
            ("a.pdf", [], .empty),
            ("a.txt", Array("xin chào".utf8), .unwantedType(.text, wanted: [.pdf, .jpeg, .png])),
        ])
    func lies(name: String, bytes: [UInt8], expected: FileFailure) async throws {
        #expect(try await failure(try files.write(bytes, name), types: [.pdf, .jpeg, .png]) == expected)
        #expect(server.count(.post) == 0)
    }

    @Test("UP-1 the content decides where the name says nothing")
    func noEnding() async throws {
        for name in ["scan", "scan.2026", ".pdf", "scan.dat"] {
            #expect(try await failure(try files.write(FileFixture.jpeg, name)) == nil)
        }
    }

    @Test("UP-1 more than 20 MiB, or than the field takes, is refused before anything is read or sent")
    func tooLarge() async throws {
        let path = try files.write(FileFixture.pdf(100), "a.pdf")
        #expect(path.withCString { truncate($0, 20 << 20 | 1) } == 0)
        let read = Notes<UploadProgress>()
        let limit = 20 << 20
        #expect(try await failure(path) { read.add($0) } == .tooLarge(size: limit + 1, limit: limit))
        #expect(
            try await failure(path, limit: 1 << 30) { read.add($0) }
                == .tooLarge(size: limit + 1, limit: limit))
        #expect(try await failure(path, limit: 99) { read.add($0) } == .tooLarge(size: limit + 1, limit: 99))
        #expect(read.all.isEmpty && server.count(.post) == 0)
    }

    @Test("what is no file is neither read nor waited for")
    func noFiles() async throws {
        #expect(try await failure(try files.path("none.pdf")) == .vanished)
        #expect(try await failure(try files.path(".")) == .folder)
        let pipe = try files.path("pipe.pdf")
        #expect(pipe.withCString { mkfifo($0, 0o600) } == 0)
        #expect(try await failure(pipe) == .notAFile)
        #expect(try await failure(try #require(RawPath("/dev/zero"))) == .notAFile)
        let loop = try files.path("loop.pdf")
        #expect(loop.withCString { symlink($0, $0) } == 0)
        #expect(try await failure(loop) == .vanished)
    }

    @Test(
        "a file that this user may not read is named as such", .enabled(if: geteuid() != 0, "root reads all"))
    func denied() async throws {
        let path = try files.write(FileFixture.pdf(100), "a.pdf")
        _ = path.withCString { chmod($0, 0) }
        #expect(try await failure(path) == .denied)
    }

    enum Change: String, CaseIterable, Sendable {
        case vanish, shrink, grow, rewrite, replace, rewriteQuietly
    }

    private static func change(_ change: Change, _ path: RawPath) {
        path.withCString { name in
            switch change {
            case .vanish: _ = unlink(name)
            case .shrink: truncate(name, 200_000)
            case .grow: truncate(name, 400_000)
            case .rewrite, .rewriteQuietly:
                var before = stat()
                stat(name, &before)
                let file = open(name, O_WRONLY | O_CLOEXEC)
                // Beyond what the first pieces have taken.
                pwrite(file, "x", 1, 299_000)
                var times = [before.st_atim, before.st_mtim]
                if change == .rewrite { times[1].tv_sec -= 5 }
                futimens(file, times)
                close(file)
            case .replace:
                let file = open(String(cString: name) + ".new", O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
                ftruncate(file, 300_000)
                close(file)
                rename(String(cString: name) + ".new", name)
            }
        }
    }

    private static func expected(_ change: Change) -> FileFailure {
        switch change {
        case .vanish: .vanished
        case .shrink: .shrank
        case .grow: .grew
        case .rewrite, .replace, .rewriteQuietly: .changed
        }
    }

    @Test("UP-1 what happens to a file while it is read is named", arguments: Change.allCases)
    func whileReading(change: Change) async throws {
        // A change that hides its time is found when the content is read again for sending.
        let path = try files.write(FileFixture.pdf(300_000), "a.pdf")
        let isDone = Signalled()
        let found = try await failure(path) { progress in
            let isLast = change != .rewriteQuietly || progress.done == progress.total
            if progress.phase == .reading, isLast, isDone.isFirst() { Self.change(change, path) }
        }
        #expect(found == Self.expected(change))
        #expect(server.uploads.allSatisfy { $0.bytes.isEmpty })
    }

    @Test("UP-1 what happens to a file while it is sent is named", arguments: Change.allCases)
    func whileSending(change: Change) async throws {
        let path = try files.write(FileFixture.pdf(300_000), "a.pdf")
        server.expect(.cut(after: 10))
        let isDone = Signalled()
        let found = try await failure(path) { progress in
            if progress.phase == .sending, progress.done == 10, isDone.isFirst() { Self.change(change, path) }
        }
        #expect(found == Self.expected(change))
        #expect(server.uploads.allSatisfy { $0.bytes.count == 10 })
    }

    @Test("a kind is found piece by piece as it is found in the whole, wherever the pieces part")
    func sniffer() {
        let texts: [[UInt8]] = [
            [], Array("a".utf8), Array("Việt Nam ₫ 😀\r\n\t".utf8), Array("%PDF".utf8), FileFixture.pdf(40),
            FileFixture.png, FileFixture.jpeg, [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A, 9],
            [0xEF, 0xBB, 0xBF, 0x61],
            Array("abc\u{1B}[31m".utf8), [0xC3], [0xC3, 0x28], [0xF0, 0x9F, 0x98], [0xF5, 0x80, 0x80, 0x80],
            [0xED, 0xA0, 0x80], [0x80], [0x61, 0x80, 0x80, 0x80, 0x80], [0xE1, 0xBB], Array("abcdefghé".utf8),
            [0x7F],
            [0xC0, 0xAF],
        ]
        for text in texts {
            for size in 1...max(1, min(text.count, 9)) {
                var sniffer = TypeSniffer()
                for start in stride(from: 0, to: text.count, by: size) {
                    sniffer.take(text[start..<min(start + size, text.count)])
                }
                #expect(sniffer.type == FileType(content: text), "\(text) by \(size)")
            }
        }
    }

    @Test("a name goes to the server as text that people can read, at most 200 characters with its ending")
    func names() {
        #expect(FileName.clean(Array("a/b\\c\u{202E}\u{200B}.pdf".utf8)) == "a_b_c__.pdf")
        #expect(FileName.clean([]) == "_")
        let long = FileName.clean(Array((String(repeating: "ệ", count: 300) + ".pdf").utf8))
        #expect(long.unicodeScalars.count == 200 && long.hasSuffix("ệ.pdf"))
        #expect(
            FileName.clean(Array(("x." + String(repeating: "y", count: 300)).utf8)).unicodeScalars.count
                == 200)
    }

    @Test("paths keep their bytes, and names are one step")
    func paths() throws {
        let root = RawPath.root
        let name: [UInt8] = [0xFF, 0x20]
        let path = try #require(root.appending(name))
        #expect(path.bytes == [0x2F, 0xFF, 0x20] && path.name == name && path.folder == root)
        #expect(path.appending("a".utf8)?.folder == path && path.text == "/\u{FFFD} ")
        #expect(RawPath("a")?.folder == RawPath(".") && RawPath("") == nil && RawPath([1, 0]) == nil)
        #expect(root.appending("a/b".utf8) == nil && root.appending([]) == nil && root.appending([0]) == nil)
    }

    @Test("every failure has a code of its own")
    func codes() {
        #expect(Set(FileFailure.allCodes).count == FileFailure.allCodes.count)
    }
}

/// Says yes once.
private final class Signalled: Sendable {
    private let notes = Notes<Int>()
    func isFirst() -> Bool {
        notes.add(1)
        return notes.all.count == 1
    }
}

/// Names that are no UTF-8 go through what keeps paths as texts.
@Suite struct ReversiblePathTests {
    @Test(
        arguments: [
            Array("/a/Giấy khai sinh.pdf".utf8),
            Array("/cu/".utf8) + [0xC0, 0xE1, 0xF6, 0xFF] + Array(".pdf".utf8),
            [0x2F, 0xE1, 0xBA], Array("/\u{10FFFF}\u{10FF41}".utf8), Array(UInt8(1)...UInt8(255)),
        ] as [[UInt8]])
    func everyByteComesBack(bytes: [UInt8]) throws {
        let path = try #require(RawPath(bytes))
        #expect(RawPath(reversible: path.reversible) == path)
    }

    @Test func aFileOfAnOldNameIsOpened() throws {
        let files = try FileFixture()
        let folder = try #require(RawPath(files.folder))
        let path = try #require(folder.appending([0x54, 0xEA, 0x6E] + Array(".pdf".utf8)))
        let written = path.withCString { name in
            let file = open(name, O_CREAT | O_WRONLY, 0o600)
            defer { close(file) }
            return write(file, "%PDF-1.7\n", 9)
        }
        #expect(written == 9)
        let kept = folder.reversible + "/" + (RawPath(path.name)?.reversible ?? "")
        #expect(try SourceFile(try #require(RawPath(reversible: kept))).size == 9)
    }
}
