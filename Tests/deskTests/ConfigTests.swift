import Forms
import Testing

@testable import desk

@Suite("Configuration")
struct ConfigTests {
    private func read(_ text: String) -> Result<Config, ConfigError> {
        do throws(ConfigError) {
            return .success(try ConfigReader.read(text, file: "config.toml"))
        } catch {
            return .failure(error)
        }
    }

    @Test("Everything that can be set is read")
    func whole() throws {
        let config = try read(
            """
            [server]
            url = "https://motcua.example.gov.vn"
            ca_file = "/etc/desk/ca.pem"
            [ui]
            lang = "en"
            theme = "light"
            ascii = true
            [print]
            printer = "quay-1"
            folder = "/srv/phieu"
            [desk]
            place = "Hà Nội"
            """
        ).get()
        #expect(config.server.url == "https://motcua.example.gov.vn")
        #expect(config.server.caFile == "/etc/desk/ca.pem")
        #expect(config.interface.language == .en)
        #expect(config.interface.theme == "light")
        #expect(config.interface.ascii)
        #expect(config.printing.printer == "quay-1")
        #expect(config.printing.folder == "/srv/phieu")
        #expect(config.place.name == "Hà Nội")
    }

    @Test("An empty file is the default")
    func empty() throws {
        let config = try read("").get()
        #expect(config == Config())
    }

    @Test(
        "A mistake names file and key",
        arguments: [
            ("[server]\nurll = \"x\"", "server.urll"),
            ("[sever]\nurl = \"x\"", "sever"),
            ("[server]\nurl = 3", "server.url"),
            ("[ui]\nlang = \"fr\"", "ui.lang"),
            ("[ui]\nascii = \"yes\"", "ui.ascii"),
            ("[print]\nprinter = \"-o raw\"", "print.printer"),
            ("[print]\nfolder = \"phieu\"", "print.folder"),
            ("[print]\nfolder = \"~/phieu\"", "print.folder"),
            ("ui = 3", "ui"),
        ])
    func mistakes(text: String, key: String) {
        guard case .failure(let error) = read(text) else {
            Issue.record("\(text) was taken")
            return
        }
        for language in [Language.vi, .en] {
            #expect(error.message.text(language).contains("config.toml"))
            #expect(error.message.text(language).contains(key))
        }
    }

    @Test("Text that is no TOML says where")
    func syntax() {
        guard case .failure(.syntax(let file, let message)) = read("[ui]\nlang = \"vi") else {
            Issue.record("it was taken")
            return
        }
        #expect(file == "config.toml")
        #expect(message.contains("2"))
    }
}

@Suite("Paths")
struct PathsTests {
    @Test("XDG variables win, relative ones don't count")
    func variables() {
        let paths = Paths(
            environment: [
                "HOME": "/home/ha", "XDG_CONFIG_HOME": "/etc/xdg/", "XDG_STATE_HOME": "state",
                "XDG_RUNTIME_DIR": "/run/user/7",
            ], user: 7)
        #expect(paths.configFile == "/etc/xdg/desk/config.toml")
        #expect(paths.state == "/home/ha/.local/state/desk")
        #expect(paths.data == "/home/ha/.local/share/desk")
        #expect(paths.runtime == "/run/user/7/desk")
        #expect(paths.documents == "/home/ha/desk-phieu")
    }

    @Test("Without a runtime folder it is one of the user's own under the temporary one")
    func temporary() {
        #expect(Paths(environment: ["HOME": "/home/ha"], user: 7).runtime == "/tmp/desk-7")
        #expect(
            Paths(environment: ["HOME": "/h", "TMPDIR": "/var/tmp"], user: 7).runtime == "/var/tmp/desk-7")
    }
}
