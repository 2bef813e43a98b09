import Forms
import Glibc
import Models
import Testing

@testable import APIClient

@Suite struct ActStoreTests {
    private let place: StoreFixture

    init() throws {
        place = try StoreFixture()
    }

    // MARK: Drafts

    @Test func aDraftSurvivesTheDesk() throws {
        let put = StoreFixture.draft(1)
        let saved = try place.open().saveDraft(put)
        let store = try place.open()
        #expect(try store.drafts() == [saved])
        #expect(try store.draft(put.id) == saved)
        #expect(saved.content == put.content)
        #expect(saved.updatedAt == place.clock.now)
        #expect(saved.expiresAt == place.clock.now.adding(seconds: 30 * 86_400))
        #expect(store.takeReport().isEmpty)
    }

    @Test func anOlderStateThatComesLateIsNotWritten() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1, "mới"), change: 2)
        #expect(try store.saveDraft(StoreFixture.draft(1, "cũ"), change: 1).title == "mới")
        #expect(try place.open().drafts().map(\.title) == ["mới"])
        try store.saveDraft(StoreFixture.draft(1, "mới nữa"), change: 3)
        #expect(try store.drafts().map(\.title) == ["mới nữa"])
    }

    @Test func aSaveThatComesAfterTheRemovalBringsNothingBack() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1), change: 1)
        try store.removeDraft(StoreFixture.id(1))
        try store.removeDraft(StoreFixture.id(2))
        for number in [1, 2] { try store.saveDraft(StoreFixture.draft(number), change: 2) }
        #expect(try store.drafts().isEmpty)
    }

    @Test func theDraftOfADoneActIsNotSavedAgain() throws {
        let store = try place.open()
        let key = StoreFixture.id(1)
        try store.recordIntent(
            Intent(
                key: key, operation: "createDossier", target: "/v1/dossiers", body: Array("{}".utf8),
                title: "", draft: key, madeAt: place.clock.now))
        try store.saveDraft(StoreFixture.draft(1))
        #expect(try store.drafts().count == 1)
        try store.complete(key, answer: Array("{}".utf8))
        for store in [store, try place.open()] {
            try store.saveDraft(StoreFixture.draft(1))
            #expect(try store.drafts().isEmpty)
        }
    }

    @Test func theLatestDraftComesFirst() throws {
        let store = try place.open()
        for number in [1, 2, 3] {
            try store.saveDraft(StoreFixture.draft(number))
            place.clock.advance(seconds: 60)
        }
        try store.saveDraft(StoreFixture.draft(1, "Lê Văn Bảy"))
        #expect(try store.drafts().map(\.id) == [1, 3, 2].map(StoreFixture.id))
        #expect(try store.drafts().first?.title == "Lê Văn Bảy")
        try store.removeDraft(StoreFixture.id(3))
        try store.removeDraft(StoreFixture.id(9))
        #expect(try store.drafts().map(\.id) == [1, 2].map(StoreFixture.id))
    }

    @Test func anExpiredDraftIsRemovedAndTold() throws {
        let store = try place.open()
        let old = try store.saveDraft(StoreFixture.draft(1, "cũ"))
        place.clock.advance(seconds: 86_400)
        try store.saveDraft(StoreFixture.draft(2, "mới"))
        place.clock.advance(seconds: 29 * 86_400)
        #expect(try place.open().drafts().count == 2)
        place.clock.advance(seconds: 1)
        #expect(try store.drafts().map(\.title) == ["mới"])
        let next = try place.open()
        #expect(next.takeReport().expired == [.init(title: "cũ", updatedAt: old.updatedAt)])
        #expect(next.takeReport().isEmpty)
        #expect(try next.drafts().map(\.title) == ["mới"])
        #expect(place.names == ["draft-\(StoreFixture.id(2)).sealed", "lock"])
    }

    @Test func officersHaveFoldersOfTheirOwn() throws {
        try place.open().saveDraft(StoreFixture.draft(1))
        let other = try place.open(officer: StoreFixture.id(77))
        #expect(try other.drafts().isEmpty)
        #expect(!ActStore.folderName(officer: "tiepnhan").contains("tiepnhan"))
        #expect(ActStore.folderName(officer: "a") != ActStore.folderName(officer: "b"))
    }

    @Test func theLastDossierIsKept() throws {
        let values = JSONValue.object(["noi_sinh": .string("Hà Nội"), "ban": .int(2)])
        #expect(try place.open().lastDossier() == nil)
        try place.open().saveLastDossier(values)
        #expect(try place.open().lastDossier() == values)
    }

    @Test(arguments: ["", "..", "a/b", "a\u{0}b", "ữ", String(repeating: "a", count: 65), "a b", "."])
    func aNameThatIsNoneIsRefused(id: String) throws {
        let store = try place.open()
        var put = StoreFixture.draft(1)
        put.id = id
        #expect(throws: StoreError.badName) { try store.saveDraft(put) }
        #expect(place.names == ["lock"])
    }

    @Test func whatIsTooLargeIsRefused() throws {
        let store = try place.open()
        var put = StoreFixture.draft(1)
        put.content = .object(["a": .string(String(repeating: "x", count: SealedFolder.largest))])
        #expect(throws: StoreError.tooLarge) { try store.saveDraft(put) }
    }

    // MARK: Sealing

    @Test func nothingThatWasTypedIsOnTheDisk() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1))
        try store.saveLastDossier(.object(["ho_ten": .string(Fixture.applicantName)]))
        try store.recordIntent(
            Intent(
                key: Fixture.key, operation: "createDossier", target: "/v1/dossiers",
                body: Array(#"{"name":"\#(Fixture.applicantName)"}"#.utf8), title: Fixture.applicantName,
                madeAt: place.clock.now))
        try store.complete(Fixture.key, answer: Array(Fixture.code.utf8))
        #expect(place.names.count == 4)
        for name in place.names {
            let text = String(decoding: place.bytes(of: name), as: UTF8.self)
            for secret in [
                "Nguyễn", "Ánh", "Tuyết", "001185000123", "intake", "2.000635", Fixture.code, "dossiers",
            ] {
                #expect(!text.contains(secret))
                #expect(!name.contains(secret))
            }
        }
    }

    @Test func onlyThisUserGetsIn() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1))
        #expect(place.mode() == 0o700)
        for name in place.names { #expect(place.mode(name) == 0o600) }
        chmod(place.folder, 0o755)
        _ = try place.open()
        #expect(place.mode() == 0o700)
    }

    @Test func aLinkInPlaceOfTheFolderIsRefused() throws {
        _ = try place.open()
        let elsewhere = try TemporaryFolder()
        #expect(rename(place.folder, place.folder + ".old") == 0)
        #expect(symlink(elsewhere.path, place.folder) == 0)
        #expect(throws: StoreError.unsafeFolder) { try place.open() }
        unlink(place.folder)
        #expect(close(creat(place.folder, 0o600)) == 0)
        #expect(throws: StoreError.unsafeFolder) { try place.open() }
    }

    @Test(.enabled(if: geteuid() == 0, "needs the right to give a folder away"))
    func aFolderOfSomebodyElseIsRefused() throws {
        _ = try place.open()
        #expect(chown(place.folder, 65_534, 65_534) == 0)
        #expect(throws: StoreError.unsafeFolder) { try place.open() }
    }

    @Test func everyByteIsGuarded() throws {
        try place.open().saveDraft(StoreFixture.draft(1))
        let name = "draft-\(StoreFixture.id(1)).sealed"
        let whole = place.bytes(of: name)
        for index in whole.indices {
            var bytes = whole
            bytes[index] ^= 0x01
            place.overwrite(name, with: bytes)
            let store = try place.open()
            #expect(try store.draft(StoreFixture.id(1)) == nil, "byte \(index)")
            let report = store.takeReport()
            switch index {
            case 4: #expect(report.damaged.count == 1 && report.ofNewerDesk == 0)
            case 8..<16: #expect(report.sealedByAnotherKey == 1)
            default: #expect(report.damaged.count == 1)
            }
            for name in place.names where name.hasSuffix(".damaged") { unlink(place.folder + "/" + name) }
        }
        place.overwrite(name, with: whole)
        #expect(try place.open().draft(StoreFixture.id(1)) != nil)
    }

    @Test func aFileCutAnywhereIsSetAsideAndTold() throws {
        try place.open().saveDraft(StoreFixture.draft(1))
        let name = "draft-\(StoreFixture.id(1)).sealed"
        let whole = place.bytes(of: name)
        for length in 0..<whole.count {
            place.overwrite(name, with: Array(whole[..<length]))
            let store = try place.open()
            #expect(try store.drafts().isEmpty)
            let aside = length == 0 ? name + ".damaged" : name + ".\(length + 1).damaged"
            #expect(store.takeReport().damaged == [aside])
            #expect(place.bytes(of: aside) == Array(whole[..<length]))
        }
    }

    @Test func filesCannotBeSwapped() throws {
        let store = try place.open()
        try store.saveDraft(StoreFixture.draft(1, "một"))
        try store.saveDraft(StoreFixture.draft(2, "hai"))
        let names = [1, 2].map { "draft-\(StoreFixture.id($0)).sealed" }
        place.overwrite(names[1], with: place.bytes(of: names[0]))
        place.overwrite("intent-\(StoreFixture.id(1)).sealed", with: place.bytes(of: names[0]))
        #expect(try store.drafts().map(\.title) == ["một"])
        #expect(try store.pending().isEmpty)
        #expect(store.takeReport().damaged.count == 2)
    }

    @Test func theFilesOfAnotherKeyStay() throws {
        try place.open().saveDraft(StoreFixture.draft(1))
        let other = try #require(StoreKey([UInt8](repeating: 7, count: 32)))
        let store = try place.open(key: other)
        #expect(try store.drafts().isEmpty)
        #expect(try store.drafts().isEmpty)
        var report = StoreReport()
        report.sealedByAnotherKey = 1
        #expect(store.takeReport() == report)
        #expect(try place.open().drafts().count == 1)
    }

    @Test func theFilesOfANewerDeskStay() throws {
        try place.open().saveDraft(StoreFixture.draft(1))
        let name = "draft-\(StoreFixture.id(1)).sealed"
        var bytes = place.bytes(of: name)
        bytes[4] = 2
        place.overwrite(name, with: bytes)
        let store = try place.open()
        #expect(try store.drafts().isEmpty)
        #expect(store.takeReport().ofNewerDesk == 1)
        #expect(place.bytes(of: name) == bytes)
    }

    @Test func anEncodingThatIsNotOursIsSetAside() throws {
        _ = try place.open()
        let sealed = try #require(
            Seal.seal(Array("{}".utf8), kind: "draft", id: StoreFixture.id(1), with: Fixture.storeKey))
        place.overwrite("draft-\(StoreFixture.id(1)).sealed", with: sealed)
        let store = try place.open()
        #expect(try store.drafts().isEmpty)
        #expect(store.takeReport().damaged.count == 1)
    }

    // MARK: Two desks

    @Test func twoDesksOfOneOfficerShareTheFolder() async throws {
        let (one, two) = (try place.open(), try place.open())
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let store = number.isMultiple(of: 2) ? one : two
                group.addTask { _ = try? store.saveDraft(StoreFixture.draft(number % 10, "\(number)")) }
            }
        }
        #expect(try one.drafts() == two.drafts())
        #expect(try one.drafts().count == 10)
        #expect(try one.storedDrafts().map(\.edition).reduce(0, +) == 40)
        #expect(one.takeReport().isEmpty && two.takeReport().isEmpty)
    }

    @Test func aDraftIsWorkedOnAtOneDesk() throws {
        let (one, two) = (try place.open(), try place.open())
        var claim = one.claim(StoreFixture.id(1))
        #expect(claim != nil)
        #expect(two.claim(StoreFixture.id(1)) == nil)
        #expect(one.claim(StoreFixture.id(1)) == nil)
        #expect(two.claim(StoreFixture.id(2)) != nil)
        claim = nil
        #expect(two.claim(StoreFixture.id(1)) != nil)
    }

    /// A killed desk leaves its claim to nobody: the kernel lets go.
    @Test func aClaimEndsWithItsStore() throws {
        let two = try place.open()
        do {
            let one = try place.open()
            let claim = one.claim(StoreFixture.id(1))
            #expect(two.claim(StoreFixture.id(1)) == nil)
            withExtendedLifetime(claim) {}
        }
        #expect(two.claim(StoreFixture.id(1)) != nil)
    }
}

@Suite struct StateFolderTests {
    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/x"], "/x/desk"),
            (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/desk"),
            (["XDG_STATE_HOME": "x", "HOME": "/h"], "/h/.local/state/desk"),
            (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/desk"),
            (["HOME": "/h"], "/h/.local/state/desk"),
            (["HOME": ""], nil),
            ([:], nil),
        ] as [([String: String], String?)])
    func theFolderFollowsTheSpecification(environment: [String: String], expected: String?) {
        #expect((try? StateFolder.path(environment: environment)) == expected)
    }
}
