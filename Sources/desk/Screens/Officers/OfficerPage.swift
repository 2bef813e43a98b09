import Forms
import Models
import TUI

/// An officer's page: for the screen, and spoken for plain mode.
enum OfficerPage {
    static func make(
        _ officer: OfficerRecord, today: LocalDate, width: Int, isSpoken: Bool = false, _ language: Language
    ) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        typealias Words = Strings.Officers
        sheet.pair(label(Words.position), officer.position)
        sheet.pair(label(Words.unit), "\(officer.unit.name) (\(officer.unit.code))")
        sheet.pair(label(Words.account), officer.account)
        sheet.pair(label(Words.identity), officer.identityNumber)
        sheet.pair(label(Words.vneid), officer.vneid)
        sheet.pair(
            label(Words.validity), Words.days(officer.effectiveFrom, officer.effectiveTo).text(language))
        sheet.pair(
            label(Words.state),
            [Words.name(officer.state).text(language), officer.stateReason].compactMap(\.self)
                .joined(separator: ": "), role: officer.state == .active ? .text : .warning)
        sheet.pair(
            label(Words.lastLogin), officer.lastLoginAt?.display ?? Words.never.text(language))
        sheet.pair(label(Words.reviewed), officer.reviewedAt?.display ?? Words.notReviewed.text(language))
        if let open = officer.openDossiers, open > 0 {
            sheet.pair(label(Words.dossiers), Words.openDossiers(open).text(language), role: .warning)
        }
        for change in officer.pending ?? [] {
            sheet.section(label(Words.pending), role: .warning)
            sheet.text(change.summary, role: .warning)
            sheet.pair(
                label(Words.proposed), "\(change.proposedBy.name), \(change.proposedAt.display)")
            sheet.pair(label(Words.reason), change.reason)
            sheet.pair(label(Words.expires), change.expiresAt.display)
        }
        sheet.section(label(Words.roles))
        if officer.assignments.isEmpty { sheet.text(Words.noRole.text(language), role: .warning) }
        for held in officer.assignments {
            sheet.text(
                "\(held.roleName), \(held.unit.name): "
                    + Words.days(held.effectiveFrom, held.effectiveTo).text(language),
                role: held.effectiveFrom > today ? .dim : .text)
        }
        if let name = officer.changedBy, let at = officer.changedAt {
            sheet.blank()
            sheet.pair(label(Words.changed), "\(name), \(at.display)", role: .dim)
        }
        return sheet
    }

    /// The roles of a row, each once.
    static func roles(_ officer: OfficerRecord) -> String {
        var names: [String] = []
        for held in officer.assignments where !names.contains(held.roleName) { names.append(held.roleName) }
        return names.joined(separator: ", ")
    }
}
