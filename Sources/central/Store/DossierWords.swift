import Forms
import Models

/// The words that a dossier is found by: those of its persons' names, without accents, and the parts of its code.
enum DossierWords {
    static func of(_ dossier: Dossier) -> Set<String> {
        var words = Set<String>()
        let names = [dossier.applicant.name, dossier.applicant.representative, dossier.submitter?.name]
        for name in names.compactMap(\.self) { words.formUnion(split(name)) }
        words.formUnion(split(dossier.code))
        // "32" finds 0032: nobody reads leading zeros aloud.
        if let number = split(dossier.code).last {
            words.insert(String(number.drop { $0 == "0" }))
        }
        words.remove("")
        return words
    }

    /// The words of a text or a query, in the form in which they are kept.
    static func split(_ text: String) -> [String] {
        TextFold.fold(text).split { !($0.isLetter || $0.isNumber || $0 == ".") }
            .map { String($0.drop { $0 == "." }) }.filter { !$0.isEmpty }
    }
}
