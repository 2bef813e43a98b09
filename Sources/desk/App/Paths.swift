import Glibc

/// Where desk keeps things, after the XDG base directory rules.
///
/// A variable that is unset, empty or not absolute counts as unset, as the specification demands.
struct Paths: Sendable, Equatable {
    /// `$XDG_CONFIG_HOME/desk/config.toml`.
    var configFile: String
    /// `$XDG_CONFIG_HOME/desk/keymap.toml`: the user's keys.
    var keymap: String
    /// `$XDG_CONFIG_HOME/desk/themes`: the user's own themes, `NAME.toml`.
    var themes: String
    /// `$XDG_DATA_HOME/desk`: the training database.
    var data: String
    /// `$XDG_STATE_HOME/desk`: sealed drafts and acts, and the log.
    var state: String
    /// `$XDG_RUNTIME_DIR/desk`, or a folder of the user's own under the temporary one: sockets and locks.
    var runtime: String
    /// The user's documents folder, or the home folder.
    var documents: String
    /// The user's home folder.
    var home: String

    init(environment: [String: String], user: UInt32 = getuid()) {
        func folder(_ name: String) -> String? {
            guard let value = environment[name], value.hasPrefix("/") else { return nil }
            return value.count > 1 && value.hasSuffix("/") ? String(value.dropLast()) : value
        }
        let home = folder("HOME") ?? "/"
        self.home = home
        func under(_ path: String) -> String { home == "/" ? "/" + path : home + "/" + path }
        let settings = (folder("XDG_CONFIG_HOME") ?? under(".config")) + "/desk"
        configFile = settings + "/config.toml"
        keymap = settings + "/keymap.toml"
        themes = settings + "/themes"
        data = (folder("XDG_DATA_HOME") ?? under(".local/share")) + "/desk"
        state = (folder("XDG_STATE_HOME") ?? under(".local/state")) + "/desk"
        if let folder = folder("XDG_RUNTIME_DIR") {
            runtime = folder + "/desk"
        } else {
            runtime = (folder("TMPDIR") ?? "/tmp") + "/desk-\(user)"
        }
        documents = folder("XDG_DOCUMENTS_DIR") ?? under("desk-phieu")
    }

    /// A path as people write it: `~` alone or before the first `/` is the home folder.
    func expanding(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/") else { return path }
        let rest = path.dropFirst()
        return home == "/" && !rest.isEmpty ? String(rest) : home + rest
    }

    /// The log that standard error goes to while the screen is up.
    var log: String { state + "/desk.log" }
    /// The log of a training central that this desk started.
    var trainingLog: String { state + "/central.log" }
    /// The training database.
    var trainingDatabase: String { data + "/training.sqlite" }
}
