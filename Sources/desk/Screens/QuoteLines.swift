import Forms
import Models
import TUI

/// A quote as lines: each fee with its basis, the total, and the whole text of an exemption, because a
/// person in an exempt group must be able to read why nothing is asked of them.
enum QuoteLines {
    static func add(_ quote: FeeQuote, to sheet: inout Sheet, _ language: Language) {
        guard !quote.lines.isEmpty else {
            return sheet.text(Strings.Terms.noFee.text(language), role: .dim)
        }
        let money = 14
        for line in quote.lines {
            let name = line.quantity > 1 ? "\(line.name) × \(line.quantity)" : line.name
            let wrapped = SafeText.wrapped(name, to: sheet.width - money - 1)
            for (index, part) in wrapped.enumerated() {
                let amount: SafeText =
                    index == 0 ? SafeText(Money(dong: line.amount).display).padded(to: money, .right) : .empty
                sheet.line(
                    .init(part.padded(to: sheet.width - money)), .init(amount, .money))
            }
            sheet.text(line.basis, role: .dim, indent: 2)
            if let text = line.exemptionText { sheet.text(text, role: .filled, indent: 2) }
        }
        let total = SafeText(Strings.Terms.total.text(language))
        sheet.line(
            .init(total.padded(to: sheet.width - money), .label),
            .init(SafeText(Money(dong: quote.total).display).padded(to: money, .right), .money))
        if let exemption = quote.exemption {
            sheet.text(
                "\(Strings.Terms.exempted.text(language)): \(exemption.name). \(exemption.text)",
                role: .filled)
            if let evidence = exemption.evidence {
                sheet.text(Strings.Terms.evidence(evidence).text(language), role: .dim, indent: 2)
            }
        }
    }
}
