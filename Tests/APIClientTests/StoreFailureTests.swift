import Forms
import Glibc
import Models
import Testing

@testable import APIClient

/// Full, read-only and dying disks.
@Suite struct StoreFailureTests {
    @Test(
        arguments: [
            (ENOSPC, .full), (EDQUOT, .full), (EROFS, .readOnly), (EACCES, .denied), (EPERM, .denied),
        ] as [(Int32, StoreError)])
    func everyCallThatFailsSaysWhyAndKeepsWhatWasThere(reason: Int32, expected: StoreError) throws {
        // create, write, fsync, rename; the fsync of the folder comes when the new file is in place.
        for step in 1...5 {
            let place = try StoreFixture()
            try place.open().saveDraft(StoreFixture.draft(1, "trước"))
            let store = try place.open(calls: Breakage(at: step, .fail(reason)).calls)
            #expect(throws: expected) { try store.saveDraft(StoreFixture.draft(1, "sau")) }
            #expect(try store.draft(StoreFixture.id(1))?.title == (step == 5 ? "sau" : "trước"))
            #expect(place.names == ["draft-\(StoreFixture.id(1)).sealed", "lock"])
            // The disk has room again.
            try store.saveDraft(StoreFixture.draft(1, "sau"))
            #expect(try place.open().drafts().map(\.title) == ["sau"])
        }
    }

    @Test func anotherErrorBringsItsNumber() throws {
        let place = try StoreFixture()
        let store = try place.open(calls: Breakage(at: 2, .fail(EIO)).calls)
        #expect(throws: StoreError.failed("write", EIO)) { try store.saveDraft(StoreFixture.draft(1)) }
        #expect(StoreError.failed("write", EIO).code == "store_failed")
    }

    @Test(arguments: [true, false]) func aDeskThatDiesLeavesTheOldOrTheNew(isTorn: Bool) throws {
        for step in 1...5 {
            let place = try StoreFixture()
            try place.open().saveDraft(StoreFixture.draft(1, "trước"))
            let dying = try place.open(calls: Breakage(at: step, isTorn ? .tear : .die).calls)
            _ = try? dying.saveDraft(StoreFixture.draft(1, "sau"))
            let next = try place.open()
            #expect(try next.drafts().map(\.title) == [step == 5 ? "sau" : "trước"])
            #expect(next.takeReport().isEmpty)
            #expect(place.names == ["draft-\(StoreFixture.id(1)).sealed", "lock"], "step \(step)")
        }
    }

    @Test func aFullDiskKeepsTheStoreReadable() throws {
        let place = try StoreFixture()
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1))
        place.clock.advance(seconds: 31 * 86_400)
        // The sweep at the start fails too; what is there can still be read and the error is told when it matters.
        let full = try place.open(calls: Breakage(at: 1, .fail(ENOSPC)).calls)
        #expect(try full.drafts().isEmpty)
        #expect(try full.draft(StoreFixture.id(1)) != nil)
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aFolderWithoutTheRightToWriteSaysSo() throws {
        let folder = try TemporaryFolder()
        chmod(folder.path, 0o500)
        #expect(throws: StoreError.denied) {
            try ActStore(directory: folder.path + "/desk", officer: Fixture.officer, key: Fixture.storeKey)
        }
    }

    /// A desk that was stopped in the middle of a save: nobody waits for it for ever.
    @Test func aStoreThatAnotherDeskHoldsSaysSo() throws {
        let place = try StoreFixture()
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1, "trước"))
        let other = open(place.folder + "/lock", O_RDWR | O_CLOEXEC)
        defer { close(other) }
        var range = flock()
        range.l_type = Int16(F_WRLCK)
        range.l_whence = Int16(SEEK_SET)
        range.l_len = 1
        let setLock: Int32 = 37
        #expect(fcntl(other, setLock, &range) == 0)
        #expect(throws: StoreError.locked) { try store.saveDraft(StoreFixture.draft(1, "sau")) }
        range.l_type = Int16(F_UNLCK)
        #expect(fcntl(other, setLock, &range) == 0)
        #expect(try store.draft(StoreFixture.id(1))?.title == "trước")
        try store.saveDraft(StoreFixture.draft(1, "sau"))
        #expect(try place.open().drafts().map(\.title) == ["sau"])
    }

    @Test func aFileInThePlaceOfAFolderSaysSo() throws {
        let folder = try TemporaryFolder()
        #expect(close(creat(folder.path + "/desk", 0o600)) == 0)
        #expect(throws: StoreError.self) {
            try ActStore(directory: folder.path + "/desk", officer: Fixture.officer, key: Fixture.storeKey)
        }
    }

    @Test func aRelativePlaceIsNone() {
        #expect(throws: StoreError.unsafeFolder) {
            try ActStore(directory: "state", officer: Fixture.officer, key: Fixture.storeKey)
        }
    }
}
