import Forms
import Models
import TUI

/// A possible duplicate with what makes it one and where the two differ, so that the officer can tell.
enum DuplicateLines {
    static func add(_ duplicate: PossibleDuplicate, to sheet: inout Sheet, _ language: Language) {
        let dossier = duplicate.dossier
        let date = dossier.acceptedAt.map { ", \($0.date.display)" } ?? ""
        sheet.text(
            "▲ \(dossier.code), \(dossier.procedureName), \(dossier.statusName)\(date)", role: .warning)
        for reason in duplicate.reasons { sheet.text(reason, role: .dim, indent: 2) }
        for difference in duplicate.differences {
            let words =
                "\(difference.label): \(Strings.Review.existing.text(language)) \"\(difference.existing)\", "
                + "\(Strings.Review.new.text(language)) \"\(difference.new)\""
            sheet.text(words, indent: 2)
        }
    }
}
