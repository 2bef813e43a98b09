import Forms
import Models
import TUI

/// How a dossier of a bundle is told of: on the others' pages, in plain mode and on the slip.
enum BundleLines {
    /// "1. H26.1.5-261123-0001  Đăng ký khai sinh"
    static func head(_ linked: LinkedDossier) -> String {
        "\(linked.position). \(linked.code)  \(linked.procedureName)"
    }

    /// Where it stands and when it is due.
    static func state(_ linked: LinkedDossier, _ language: Language) -> String {
        let step = linked.stepName == linked.statusName ? nil : linked.stepName
        let due: Phrase? =
            linked.waits
            ? Strings.Bundle.waits(linked.expectedAt?.date.display)
            : linked.dueAt.map { Strings.Bundle.due($0.display) }
        let status = Strings.Dossier.status(linked.status, vi: linked.statusName).text(language)
        return [status, step, due?.text(language)].compactMap(\.self).joined(separator: " · ")
    }

    /// All of them below one another, with a note of those that lie elsewhere.
    static func add(_ bundle: DossierBundle, to sheet: inout Sheet, of dossier: ID, _ language: Language) {
        sheet.section(SafeText(Strings.Bundle.title.text(language)))
        for linked in bundle.dossiers {
            let isThis = linked.id == dossier
            let mark = isThis ? " (\(Strings.Bundle.this.text(language)))" : ""
            sheet.text(head(linked) + mark, role: isThis ? .text : .link)
            sheet.text(state(linked, language), role: linked.waits ? .warning : .dim, indent: 3)
        }
        let hidden = bundle.count - bundle.dossiers.count
        if hidden > 0 { sheet.text(Strings.Bundle.hidden(hidden).text(language), role: .dim) }
    }

    /// A line of the slip, in Vietnamese.
    static func slip(_ linked: LinkedDossier) -> String {
        let due =
            linked.waits
            ? Strings.Bundle.slipWaits(linked.expectedAt?.display)
            : linked.dueAt.map { Strings.Bundle.slipDue($0.display) } ?? Strings.Bundle.noDue
        let lookup = Strings.Bundle.slipLookup(linked.lookupCode).text(.vi)
        return "\(linked.code), \(linked.procedureName): \(due.text(.vi)); \(lookup)"
    }
}

extension Dossier {
    /// What has to be paid for all that was handed in with it.
    var wholeTotal: Int {
        let linked = bundle?.dossiers ?? []
        return linked.isEmpty ? quote.total : linked.reduce(0) { $0 + $1.total }
    }
}
