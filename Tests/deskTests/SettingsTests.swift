import APIClient
import Forms
import Glibc
import Models
import TUI
import Testing

@testable import desk

@Suite("Keys and themes of one's own")
struct SettingsTests {
    private func paths(_ fixture: Fixture) throws -> Paths {
        let paths = Paths(environment: ["XDG_CONFIG_HOME": fixture.folder], user: 7)
        try PrivateFolder.make(paths.themes)
        return paths
    }

    private func write(_ text: String, to path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let bytes = Array(text.utf8)
        _ = Glibc.write(file, bytes, bytes.count)
        close(file)
    }

    @Test("H5: keymap.toml changes the keys; a mistake in it is said with the file")
    func keymap() throws {
        let fixture = Fixture(signedIn: false)
        let paths = try paths(fixture)
        #expect(try App.actionTable(paths)[.newIntake]?.keys == DeskActions.table[.newIntake]?.keys)
        let key = try #require(Key(name: "f9"))
        write("\"home.intake\" = [\"f9\"]\n", to: paths.keymap)
        #expect(try App.actionTable(paths)[.newIntake]?.keys == [key])
        write("\"home.nothing\" = [\"f9\"]\n", to: paths.keymap)
        #expect {
            try App.actionTable(paths)
        } throws: { error in
            guard let refusal = error as? App.Refusal else { return false }
            let words = refusal.message.text(.vi)
            return refusal.code == 78 && words.contains("keymap.toml") && words.contains("home.nothing")
        }
    }

    @Test("H5: a theme of one's own is found by its name, and only in its folder")
    func theme() throws {
        let fixture = Fixture(signedIn: false)
        let paths = try paths(fixture)
        write(
            "name = \"quầy\"\nbase = \"light\"\n[roles]\ntitle = \"12 on 0 bold\"\n",
            to: paths.themes + "/quay.toml")
        #expect(try App.theme("quay", paths)?.name == "quầy")
        #expect(try App.theme("light", paths)?.name == "light")
        #expect(throws: App.Refusal.self) { try App.theme("none", paths) }
        #expect(throws: App.Refusal.self) { try App.theme("../themes/quay", paths) }
        write("name = \"quầy\"\n[roles]\ntitel = \"12\"\n", to: paths.themes + "/quay.toml")
        #expect(throws: App.Refusal.self) { try App.theme("quay", paths) }
    }

    @Test("A form of one's own is shown as an officer will see it; one with mistakes is not, they are said")
    func ownForm() throws {
        let fixture = Fixture(signedIn: false)
        let file = fixture.folder + "/form.json"
        write(
            """
            {"id": "to-khai", "version": 1, "title": "Tờ khai", "pages": [{"id": "p", "title": "Trang", "groups": [
              {"id": "g", "title": "Nhóm", "fields": [{"id": "ten", "label": "Tên", "type": "text"}]}]}]}
            """, to: file)
        let form = try App.formDefinition(file)
        let today = try #require(LocalDate(iso: "2026-11-29"))
        let screen = GalleryScreen(form, today: today, language: .vi)
        #expect(screen.title.string == "Tờ khai")
        #expect(screen.form.definition == form)
        #expect(!screen.enabled(.galleryLook))
        #expect(GalleryScreen(today: today, language: .vi).enabled(.galleryLook))
        write("{\"id\": 3}", to: file)
        #expect {
            try App.formDefinition(file)
        } throws: { error in
            guard let refusal = error as? App.Refusal else { return false }
            return refusal.code == 65 && refusal.message.text(.vi).contains("/id")
        }
    }

    @Test("H15: every error of the store has words in both languages, and no code")
    func storeErrors() {
        let all: [StoreError] = [
            .full, .readOnly, .denied, .unsafeFolder, .locked, .noHome, .openIntent, .missing, .badName,
            .unencodable,
            .tooLarge, .failed("fsync", 5),
        ]
        #expect(all.count == StoreError.allCodes.count)
        for error in all {
            for language in [Language.vi, .en] {
                let words = error.words.text(language)
                #expect(!words.contains("store_") && !words.contains("_"))
                #expect(words.count > 30)
            }
        }
    }
}
