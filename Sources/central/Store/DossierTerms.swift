import Forms
import Models

/// What a dossier is found by in the index of the search, as terms: the words of its names without accents, and marks
/// for what lists are narrowed to. A mark has a colon behind its first letter, a word has none, so none is taken for the
/// other.
///
/// The terms follow from the dossier alone. An entry of the index is taken out by naming its terms again, so whoever
/// changes what they are has to fill the index anew, in a migration.
struct DossierTerms: Hashable, Sendable {
    /// The words of its persons' names, each once, in the order of the names.
    var names: [String]
    var marks: [String]

    init(names: [String], marks: [String]) {
        self.names = names
        self.marks = marks
    }

    init(_ stored: StoredDossier) {
        let dossier = stored.dossier
        let names = [dossier.applicant.name, dossier.applicant.representative, dossier.submitter?.name]
        self.init(
            names: Self.names(names.compactMap(\.self)),
            marks: Self.marks(
                code: dossier.code, unit: dossier.unit.code, holder: stored.holderUnit,
                procedure: dossier.procedure.code, channel: dossier.channel, status: dossier.status,
                isOpen: stored.isOpen))
    }

    /// As the index takes them: blanks between.
    var text: String { (names + marks).joined(separator: " ") }

    static func names(_ names: [String]) -> [String] {
        var seen = Set<String>()
        return names.flatMap(words).filter { seen.insert($0).inserted }
    }

    /// Runs of letters and digits, folded.
    static func words(_ text: String) -> [String] { TextFold.words(text).map(String.init) }

    static func marks(
        code: String, unit: String, holder: String, procedure: String, channel: Int, status: Int, isOpen: Bool
    ) -> [String] {
        var marks = self.unit(unit)
        if holder != unit { marks += self.unit(holder).filter { !marks.contains($0) } }
        let parts = code.split(separator: "-")
        if parts.count >= 3 {
            marks.append(day(String(parts[parts.count - 2])))
            marks.append(number(String(parts[parts.count - 1])))
        }
        marks += [self.procedure(procedure), self.channel(channel), self.status(status)]
        if isOpen { marks.append(open) }
        return marks
    }

    /// A unit and all that it lies under: whoever reaches a subtree finds by its root.
    private static func unit(_ code: String) -> [String] {
        var marks: [String] = []
        var path = ""
        for part in code.split(separator: ".") {
            path += (path.isEmpty ? "" : ".") + part
            marks.append(under(path))
        }
        return marks
    }

    /// What lies with a unit or under it.
    static func under(_ unit: String) -> String { "u:" + unit.lowercased() }
    static func procedure(_ code: String) -> String { "p:" + code.lowercased() }
    static func channel(_ channel: Int) -> String { "c:\(channel)" }
    static func status(_ status: Int) -> String { "s:\(status)" }
    /// The day in a code, as it is printed: `261127`.
    static func day(_ digits: String) -> String { "d:" + digits }
    /// The number in a code, as it is printed: `0003`.
    static func number(_ digits: String) -> String { "n:" + digits }
    /// It is still worked on.
    static let open = "o:1"
}
