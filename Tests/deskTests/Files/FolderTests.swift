import APIClient
import Glibc
import Models
import TUI
import Testing

@testable import desk

/// What a file browser is given of a folder, whatever lies in it.
@Suite(.timeLimit(.minutes(10))) struct FolderTests {
    private let place: ScratchFolder

    init() throws {
        place = try ScratchFolder()
    }

    private func names(_ folder: Folder) -> [String] {
        folder.entries.map { String(decoding: $0.name, as: UTF8.self) }
    }

    @Test("UP-1 folders first, then names as people look for them; hidden ones only when asked for")
    func order() throws {
        for (name, size) in [("ảnh.png", 5), ("Biên lai.pdf", 9), ("an.txt", 1), ("đơn.pdf", 7), (".ẩn", 1)] {
            try place.write([UInt8](repeating: 65, count: size), name)
        }
        try place.makeFolder("zz")
        var folder = try Folder.read(place.path)
        #expect(names(folder) == ["zz", "an.txt", "ảnh.png", "Biên lai.pdf", "đơn.pdf"])
        #expect(folder.entries.map(\.size) == [0, 1, 5, 9, 7] && !folder.isCut)
        folder.sort(by: .size)
        #expect(names(folder) == ["zz", "Biên lai.pdf", "đơn.pdf", "ảnh.png", "an.txt"])
        try place.setTime("đơn.pdf", 2_000_000_000)
        try place.setTime("an.txt", 1_000_000_000)
        folder = try Folder.read(place.path, order: .date, showsHidden: true)
        #expect(
            names(folder).first == "zz" && names(folder)[1] == "đơn.pdf" && names(folder).last == "an.txt")
        #expect(folder.entries[1].changedAt.seconds == 2_000_000_000)
        #expect(names(folder).contains(".ẩn"))
    }

    @Test("UP-1 a link is what it points to, and what leads nowhere says so")
    func links() throws {
        try place.write([1, 2, 3], "file")
        try place.makeFolder("folder")
        for (name, target) in [
            ("a", "file"), ("b", "folder"), ("c", "nowhere"), ("d", "d"), ("e", "/dev/null"),
        ] {
            #expect(symlink(target, place.text + "/" + name) == 0)
        }
        #expect(mkfifo(place.text + "/pipe", 0o600) == 0)
        let folder = try Folder.read(place.path)
        let found = Dictionary(
            uniqueKeysWithValues: folder.entries.map { (String(decoding: $0.name, as: UTF8.self), $0) })
        #expect(found["a"]?.kind == .file && found["a"]?.size == 3 && found["a"]?.isLink == true)
        #expect(found["b"]?.kind == .folder && found["b"]?.isLink == true)
        #expect(found["c"]?.kind == .missing && found["d"]?.kind == .missing && found["e"]?.kind == .special)
        #expect(found["pipe"]?.kind == .special && found["pipe"]?.isLink == false)
        #expect(names(folder).prefix(2) == ["b", "folder"])
    }

    @Test("UP-1 hostile names and names that are no UTF-8 are shown harmless, and lead to their file")
    func hostileNames() throws {
        let hostile: [[UInt8]] = [
            [0xFF, 0xFE], Array("a\u{1B}[2Jb".utf8), Array("x\ny".utf8), Array("\u{202E}fdp.exe".utf8),
            Array("\u{1B}]52;c;AAAA\u{7}".utf8), [0xC3, 0x28], Array(" ".utf8), Array("-rf".utf8),
        ]
        for (number, name) in hostile.enumerated() { try place.write([UInt8(number)], name) }
        let folder = try Folder.read(place.path)
        #expect(Set(folder.entries.map(\.name)) == Set(hostile))
        for entry in folder.entries {
            let shown = entry.label.string.unicodeScalars
            #expect(shown.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E })
            let path = try #require(folder.path(of: entry))
            #expect(hostile.firstIndex(of: entry.name).map { [UInt8($0)] } == place.read(path))
        }
    }

    @Test("UP-1 what cannot be shown says why")
    func errors() throws {
        try place.write([1], "file")
        func path(_ name: String) throws -> RawPath {
            try #require(RawPath(place.text + "/" + name))
        }
        #expect(throws: FolderError.vanished) { try Folder.read(try path("none")) }
        #expect(throws: FolderError.notAFolder) { try Folder.read(try path("file")) }
        #expect(symlink("loop", place.text + "/loop") == 0)
        #expect(throws: FolderError.self) { try Folder.read(try path("loop")) }
        let long = String(repeating: "x", count: 300)
        #expect(throws: FolderError.failed(ENAMETOOLONG)) { try Folder.read(try path(long)) }
        if geteuid() != 0 {
            try place.makeFolder("locked")
            chmod(place.text + "/locked", 0)
            #expect(throws: FolderError.denied) { try Folder.read(try path("locked")) }
            chmod(place.text + "/locked", 0o700)
        }
    }

    @Test("UP-1 at most so many entries are read, and it says that there are more")
    func tooMany() throws {
        for number in 1...20 { try place.write([], "\(number)") }
        let cut = try Folder.read(place.path, most: 19)
        #expect(cut.entries.count == 19 && cut.isCut)
        #expect(try !Folder.read(place.path, most: 20).isCut)
        #expect(Folder.mostEntries == 10_000)
    }

    @Test("UP-1 up and down again")
    func walking() throws {
        try place.makeFolder("x")
        let folder = try Folder.read(place.path)
        let below = try Folder.read(try #require(folder.path(of: folder.entries[0])))
        #expect(below.parent == place.path && below.entries.isEmpty)
        #expect(Folder(path: .root, entries: []).parent == .root)
    }
}
