import Forms
import TUI

/// Reads a configuration file strictly: an unknown table or key, a wrong type or an impossible value is an
/// error that names file and key, because a setting silently ignored is found only at the counter.
enum ConfigReader {
    /// Reads `text`, the content of `file`.
    static func read(_ text: String, file: String) throws(ConfigError) -> Config {
        let root: [String: TOMLValue]
        do {
            root = try TOMLValue.table(reading: text)
        } catch {
            throw .syntax(file: file, message: error.description)
        }
        var reader = Reader(file: file)
        return try reader.config(root)
    }

    private struct Reader {
        let file: String

        mutating func config(_ root: [String: TOMLValue]) throws(ConfigError) -> Config {
            var config = Config()
            try check(root, keys: ["server", "ui", "print", "desk", "typing"], prefix: "")
            if let server = try table(root, "server", keys: ["url", "ca_file"]) {
                config.server.url = try string(server, "server", "url")
                config.server.caFile = try string(server, "server", "ca_file")
            }
            if let ui = try table(root, "ui", keys: ["lang", "theme", "ascii"]) {
                if let lang = try string(ui, "ui", "lang") {
                    guard let language = Language(rawValue: lang) else {
                        throw .badValue(file: file, key: "ui.lang", value: lang, expected: "vi, en")
                    }
                    config.interface.language = language
                }
                config.interface.theme = try string(ui, "ui", "theme")
                config.interface.ascii = try bool(ui, "ui", "ascii") ?? false
            }
            if let print = try table(root, "print", keys: ["printer", "folder"]) {
                if let printer = try string(print, "print", "printer") {
                    // `lp` takes it as an argument of its own; a leading dash would make it an option.
                    guard !printer.isEmpty, !printer.hasPrefix("-"), printer.utf8.allSatisfy({ $0 > 0x20 })
                    else {
                        throw .badValue(
                            file: file, key: "print.printer", value: printer,
                            expected: Strings.Config.printerName)
                    }
                    config.printing.printer = printer
                }
                if let folder = try string(print, "print", "folder") {
                    // Where a relative one leads depends on where desk is started; a shell's "~" is no folder.
                    guard folder.hasPrefix("/") else {
                        throw .badValue(
                            file: file, key: "print.folder", value: folder,
                            expected: Strings.Config.absoluteFolder)
                    }
                    config.printing.folder = folder
                }
            }
            if let desk = try table(root, "desk", keys: ["place"]) {
                config.place.name = try string(desk, "desk", "place")
            }
            if let typing = try table(root, "typing", keys: ["method", "tones"]) {
                config.typing.method = try choice(typing, "method") ?? .off
                config.typing.tones = try choice(typing, "tones") ?? .old
            }
            return config
        }

        private func choice<Value: RawRepresentable & CaseIterable>(
            _ table: [String: TOMLValue], _ key: String
        ) throws(ConfigError) -> Value? where Value.RawValue == String {
            guard let text = try string(table, "typing", key) else { return nil }
            guard let value = Value(rawValue: text) else {
                let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badValue(file: file, key: "typing." + key, value: text, expected: Phrase(known))
            }
            return value
        }

        private func table(
            _ root: [String: TOMLValue], _ name: String, keys: [String]
        ) throws(ConfigError) -> [String: TOMLValue]? {
            guard let value = root[name] else { return nil }
            guard let table = value.table else {
                throw .wrongType(file: file, key: name, expected: Strings.Config.aTable(name))
            }
            try check(table, keys: keys, prefix: name + ".")
            return table
        }

        private func check(_ table: [String: TOMLValue], keys: [String], prefix: String) throws(ConfigError) {
            if let unknown = table.keys.sorted().first(where: { !keys.contains($0) }) {
                throw .unknownKey(file: file, key: prefix + unknown, known: keys)
            }
        }

        private func string(
            _ table: [String: TOMLValue], _ section: String, _ key: String
        ) throws(ConfigError) -> String? {
            guard let value = table[key] else { return nil }
            guard let string = value.text else {
                throw .wrongType(file: file, key: section + "." + key, expected: Strings.Config.aText)
            }
            return string.isEmpty ? nil : string
        }

        private func bool(
            _ table: [String: TOMLValue], _ section: String, _ key: String
        ) throws(ConfigError) -> Bool? {
            guard let value = table[key] else { return nil }
            guard let bool = value.truth else {
                throw .wrongType(file: file, key: section + "." + key, expected: Strings.Config.aBool)
            }
            return bool
        }
    }
}
