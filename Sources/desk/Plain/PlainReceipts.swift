import APIClient
import Forms
import Models
import TUI

/// Receipts, read out: today's, or those that a number or a dossier's code finds; printed, made void, replaced, refunded.
struct PlainReceipts: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    /// What can be done with a receipt.
    private enum Verb: String, CaseIterable {
        case print, save, void, replace, refund

        func isPossible(_ receipt: Receipt) -> Bool {
            switch self {
            case .print, .save: true
            case .void, .refund: receipt.state == .valid
            case .replace: receipt.state != .replaced
            }
        }

        var words: Phrase {
            switch self {
            case .print: Strings.Receipts.prints1
            case .save: Strings.Keys.savePDF.name
            case .void: Strings.Keys.voidReceipt.name
            case .replace: Strings.Keys.replaceReceipt.name
            case .refund: Strings.Keys.refundReceipt.name
            }
        }

        func task(_ receipt: Receipt) -> MoneyTask? {
            switch self {
            case .print, .save: nil
            case .void: .void(receipt)
            case .replace: .replace(receipt)
            case .refund: .refund(receipt)
            }
        }
    }

    func run() async {
        var sought: String?
        while true {
            guard let page = await page(sought) else { return }
            plain.say(
                page.items.isEmpty
                    ? Strings.Receipts.none(sought)
                    : Strings.Receipts.loaded(page.items.count, more: page.nextCursor != nil))
            let items = page.items.map { receipt in
                PickItems.Item(
                    value: receipt.id,
                    label: SafeText(
                        [
                            receipt.symbol + " " + SlipContent.receiptNumber(receipt.number),
                            sought == nil ? receipt.issuedAt.clock : receipt.issuedAt.display,
                            receipt.dossierCode, Money(receipt.total).display, receipt.payerName,
                            receipt.state == .valid
                                ? nil : Strings.Receipts.name(receipt.state).text(language),
                        ].compactMap(\.self).joined(separator: ", ")))
            }
            plain.say(Strings.Receipts.plainHint)
            let choice = LineChoice(console: plain.console, language: language)
            switch await choice.pick(
                SafeText(Strings.Plain.choose.text(language)), among: PickItems(items), takesOther: true)
            {
            case .chosen(let id):
                if let receipt = page.items.first(where: { $0.id == id }) { await act(on: receipt) }
            case .other(let line): sought = Self.sought(line.trimmed)
            case .back where sought != nil: sought = nil
            case .back, .stopped, .ended: return
            }
        }
    }

    /// What stands after the word for searching, or all of it.
    private static func sought(_ line: String) -> String {
        let words = line.split(separator: " ", maxSplits: 1)
        let isSearch = words.count == 2 && ["tim", "find"].contains(TextFold.fold(String(words[0])))
        return ReceiptListScreen.text(ofScan: isSearch ? String(words[1]).trimmed : line)
    }

    private func page(_ sought: String?) async -> Page<Receipt>? {
        while true {
            switch await ReceiptListScreen.ask(desk, sought) {
            case .success(let page): return page
            case .failure(.unauthorised): guard await plain.logIn(again: desk.signedIn) else { return nil }
            case .failure(let error):
                plain.say(error.words)
                return nil
            }
        }
    }

    private func act(on receipt: Receipt) async {
        plain.say(ReceiptSheet.make(receipt, width: 76, isSpoken: true, language))
        guard desk.isCashier else { return }
        let verbs = Verb.allCases.filter { $0.isPossible(receipt) }
        plain.say(Strings.Plain.acts)
        let items = verbs.map {
            PickItems.Item(value: $0.rawValue, label: SafeText($0.words.text(language)))
        }
        let choice = LineChoice(console: plain.console, language: language)
        guard
            case .chosen(let value) = await choice.pick(
                SafeText(Strings.Plain.chooseAct.text(language)), among: PickItems(items)),
            let verb = Verb(rawValue: value)
        else { return }
        guard let task = verb.task(receipt) else { return await produce(receipt, saves: verb == .save) }
        guard case .receipt(let newer)? = await PlainTask(plain: plain).perform(task) else { return }
        plain.say(ReceiptSheet.make(newer, width: 76, isSpoken: true, language))
    }

    /// The receipt on paper, or as a PDF where no printer is configured or a file is meant. The journal hears of it first.
    func produce(_ receipt: Receipt, saves: Bool = false) async {
        let (key, owner) = (desk.newID(), desk.signedIn)
        while true {
            switch await desk.recordPrint(receipt: receipt, key: key, owner: owner) {
            case .success(let acted):
                let paper = ReceiptDocument(acted.value, desk: desk)
                switch saves ? await desk.printer.save(paper) : await desk.printer.print(paper) {
                case .success(let outcome): return plain.say(outcome.words)
                case .failure(let failure): plain.say(failure.words)
                }
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return }
                continue
            case .failure(let failure):
                if let words = failure.words(unknown: Strings.Receipts.printFirst) { plain.say(words) }
            }
            guard await plain.asksYes(Strings.Plain.again) == true else { return }
        }
    }
}
