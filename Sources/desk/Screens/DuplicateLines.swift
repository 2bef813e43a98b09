import Forms
import Models
import TUI

/// A possible duplicate with what makes it one and where the two differ, so that the officer can tell.
enum DuplicateLines {
    /// More of them would hide what is to be sent.
    static let mostFolded = 3

    static func add(_ duplicate: PossibleDuplicate, to sheet: inout Sheet, _ language: Language) {
        sheet.text(head(duplicate), role: .warning)
        for reason in duplicate.reasons { sheet.text(reason, role: .dim, indent: 2) }
        for difference in duplicate.differences { sheet.text(words(difference, language), indent: 2) }
        if duplicate.differences.isEmpty {
            sheet.text(Strings.Review.noDifference.text(language), role: .warning, indent: 2)
        }
    }

    /// Two lines each, and what there is beyond: the review has more to show than these.
    static func addFolded(_ duplicates: [PossibleDuplicate], to sheet: inout Sheet, _ language: Language) {
        for duplicate in duplicates.prefix(mostFolded) {
            sheet.add([.init(SafeText(shortHead(duplicate)).truncated(to: sheet.width), .warning)])
            let first = duplicate.differences.first.map { words($0, language) }
            var line = first ?? Strings.Review.noDifference.text(language)
            let more = duplicate.differences.count - 1
            if more > 0 {
                let rest = "  " + Strings.Review.moreDifferences(more).text(language)
                let room = sheet.width - 2 - DisplayWidth.of(rest)
                line = SafeText(line).truncated(to: max(10, room)).string + rest
            }
            let role: Role = first == nil ? .warning : .text
            sheet.add([.init(.blank(2)), .init(SafeText(line).truncated(to: sheet.width - 2), role)])
        }
        let left = duplicates.count - mostFolded
        if left > 0 { sheet.text(Strings.Review.moreDuplicates(left).text(language), role: .warning) }
    }

    private static func head(_ duplicate: PossibleDuplicate) -> String {
        let dossier = duplicate.dossier
        let date = dossier.acceptedAt.map { ", \($0.date.display)" } ?? ""
        return "▲ \(dossier.code), \(dossier.procedureName), \(dossier.statusName)\(date)"
    }

    /// With what tells it from others first: its procedure is most often that of the dossier in hand.
    private static func shortHead(_ duplicate: PossibleDuplicate) -> String {
        let dossier = duplicate.dossier
        let date = dossier.acceptedAt.map { ", \($0.date.display)" } ?? ""
        return "▲ \(dossier.code), \(dossier.statusName)\(date), \(dossier.procedureName)"
    }

    private static func words(
        _ difference: DuplicateDifference, _ language: Language
    ) -> String {
        "\(difference.label): \(Strings.Review.existing.text(language)) \"\(difference.existing)\", "
            + "\(Strings.Review.new.text(language)) \"\(difference.new)\""
    }
}
