import Forms
import Models

/// How names are put in order: people by their given name first, as every Vietnamese list is; organisations from
/// their first word on. Accents don't count.
enum NameOrder {
    static func key(_ name: String, isPerson: Bool) -> String {
        let words = TextFold.words(name)
        guard isPerson, let given = words.last else { return words.joined(separator: " ") }
        return ([given] + words.dropLast()).joined(separator: " ")
    }

    /// Whether a dossier's applicant is a person, by the numbers that the current row has.
    static func isPerson(identity: String?, tax: String?) -> Bool { identity != nil || tax == nil }
}
