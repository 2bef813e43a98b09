import Forms
import Models
import TUI

/// A receipt's page: for the screen, and spoken for plain mode.
enum ReceiptSheet {
    /// - Parameter paid: What was just taken, told first.
    static func make(
        _ receipt: Receipt, paid: Payment? = nil, width: Int, isSpoken: Bool = false, _ language: Language
    ) -> Sheet {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        func number(_ other: ReceiptRef) -> String {
            other.symbol + " " + SlipContent.receiptNumber(other.number)
        }
        if let paid {
            sheet.text(Strings.Till.taken(paid).text(language), role: .success)
            if let tendered = paid.tendered {
                sheet.pair(label(Strings.Till.tendered), Money(tendered).display, role: .money)
                sheet.pair(label(Strings.Till.goesBack), Money(paid.change ?? 0).display, role: .money)
            }
            sheet.blank()
        }
        sheet.pair(label(Strings.Till.payer), receipt.payerName)
        sheet.pair(label(Strings.Receipts.address), receipt.payerAddress)
        sheet.pair(label(Strings.Till.code), receipt.dossierCode)
        sheet.pair(label(Strings.Till.procedure), receipt.procedureName)
        sheet.pair(label(Strings.Receipts.total), Money(receipt.total).display, role: .money)
        sheet.pair(label(Strings.Receipts.words), receipt.words)
        sheet.pair(label(Strings.Receipts.method), Strings.Till.name(receipt.method).text(language))
        sheet.pair(label(Strings.Receipts.time), receipt.issuedAt.display)
        sheet.pair(label(Strings.Receipts.officer), receipt.officer?.name)
        sheet.pair(label(Strings.Receipts.template), receipt.template + ", " + receipt.symbol)
        sheet.pair(label(Strings.Receipts.prints), Strings.Receipts.times(receipt.prints).text(language))
        sheet.pair(label(Strings.Receipts.replaces), receipt.replaces.map(number))
        sheet.pair(label(Strings.Receipts.replacedBy), receipt.replacedBy.map(number))
        if let at = receipt.voidedAt {
            let words = Strings.Receipts.voidedBy(
                receipt.voidedBy?.name ?? "", at.display, receipt.voidReason ?? "")
            sheet.pair(label(Strings.Receipts.voided), words.text(language), role: .warning)
        }
        sheet.section(label(Strings.Receipts.lines))
        for line in receipt.lines {
            sheet.text(line.name + ": " + Money(line.amount).display)
            if !line.basis.isEmpty { sheet.text(line.basis, role: .dim, indent: 2) }
        }
        return sheet
    }
}
