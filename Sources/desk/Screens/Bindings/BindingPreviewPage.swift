import Forms
import Models
import TUI

/// The difference that a plan makes, as a page: what can't be, what nobody would do, then every row with its steps.
enum BindingPreviewPage {
    static func make(
        _ preview: BindingsPreview, allowsGaps: Bool, faults: [String], today: LocalDate, width: Int,
        glyphs: Glyphs, _ language: Language
    ) -> Sheet {
        typealias Words = Strings.Bindings
        var sheet = Sheet(width: width)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        sheet.text(preview.summary, role: .title)
        sheet.text(Words.counts(preview).text(language))
        for fault in faults + preview.refused.map(\.message) {
            sheet.text("\(glyphs.failure.string) \(fault)", role: .error)
        }
        if !preview.gaps.isEmpty {
            sheet.section(label(Words.gapTitle(allowsGaps)), role: allowsGaps ? .warning : .error)
            for gap in preview.gaps {
                sheet.text(
                    "\(glyphs.failure.string) " + gapWords(gap, preview).text(language),
                    role: allowsGaps ? .warning : .error)
            }
        }
        for row in preview.items {
            sheet.section(SafeText("\(row.procedure.name), \(UnitName.short(row.unit.name))"))
            for step in row.steps where step.isChanged {
                sheet.text("\(step.name) (\(step.roleName))")
                sheet.pair(
                    label(Words.before), shown(step.before, today, language), role: .dim)
                sheet.pair(
                    label(Words.after), shown(step.after, today, language),
                    role: step.arrival.count == 0 ? .error : .success)
            }
            sheet.text(Words.arrivalTitle(preview.day, today).text(language), role: .label)
            for step in row.steps {
                let isGap = step.arrival.count == 0
                sheet.pair(
                    SafeText("  " + step.name),
                    (isGap ? glyphs.failure.string + " " : "") + BindingWords.arrival(step.arrival, language),
                    role: isGap ? .error : .text, column: 34)
            }
        }
        let rest = preview.changed - preview.items.count
        if rest > 0 { sheet.text(Words.rest(rest).text(language), role: .dim) }
        return sheet
    }

    private static func shown(_ holders: [BindingHolder], _ today: LocalDate, _ language: Language) -> String
    {
        holders.isEmpty
            ? Strings.Bindings.nobody.text(language)
            : BindingWords.all(holders, today: today, language)
    }

    /// In names, as far as the row is one of those that are shown.
    private static func gapWords(_ gap: BindingGap, _ preview: BindingsPreview) -> Phrase {
        let row = preview.items.first { $0.process == gap.process && $0.unit.code == gap.unit }
        let step = row?.steps.first { $0.step == gap.step }?.name ?? gap.step
        return Strings.Bindings.gap(
            gap, step: step, procedure: row?.procedure.name ?? gap.process,
            unit: UnitName.short(row?.unit.name ?? gap.unit))
    }
}
