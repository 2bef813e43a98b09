import APIClient
import Forms
import Models
import TUI

/// A day's books read out, and what does not agree settled line by line; the bank's file, the tax authority's table and the
/// month.
struct PlainReconciling: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    private enum Way: String {
        case bankFile = "bank_file"
        case summary, month
        case dayBefore = "day_before"
    }

    func run() async {
        var day = desk.today
        while true {
            let asked = day
            guard
                let books = await plain.ask({ client throws(APIError) in
                    try await client.reconciliation(on: asked)
                })
            else { return }
            plain.say(Strings.Reconciling.day(day.display))
            plain.say(ReconciliationView.sheet(books, width: 76, isSpoken: true, language))
            let work = ReconcilingWork.all(in: books)
            plain.say(Strings.Reconciling.work(work.count))
            var items = work.map { work in
                PickItems.Item(
                    value: work.id,
                    label: SafeText(work.columns(language).filter { !$0.isEmpty }.joined(separator: ", ")))
            }
            func add(_ way: Way, _ words: Phrase) {
                items.append(.init(value: way.rawValue, label: SafeText(words.text(language))))
            }
            if desk.isCashier { add(.bankFile, Strings.Reconciling.bankFile) }
            add(.summary, Strings.Reconciling.summaryTitle)
            add(.month, Strings.Reconciling.monthTitle)
            add(.dayBefore, Strings.Keys.dayBefore.name)
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let value) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
            else { return }
            switch Way(rawValue: value) {
            case .bankFile: await takeBankFile()
            case .summary: await tellSummary(of: day)
            case .month: await tellMonth(of: day)
            case .dayBefore: day = day.adding(days: -1)
            case nil: if let found = work.first(where: { $0.id == value }) { await settle(found) }
            }
        }
    }

    private func settle(_ work: ReconcilingWork) async {
        plain.say(work.spokenHint)
        guard !work.needsCashier || desk.isCashier else { return }
        let task = PlainTask(plain: plain)
        switch work {
        case .drawer: await PlainDrawer(plain: plain).run()
        case .unreceipted(let payment):
            guard case .receipt(let receipt)? = await task.perform(MoneyTask.issue(payment)),
                await plain.asksYes(Strings.Till.printsReceipt, meant: true) == true
            else { return }
            await PlainReceipts(plain: plain).produce(receipt)
        case .unmatched(let item):
            plain.say(Strings.Reconciling.words(item))
            let prompt = SafeText(Strings.Reconciling.plainWhose.text(language) + ": ")
            guard let line = await plain.console.ask(prompt) else { return }
            let code = ScanReading.searchText(of: line.trimmed)
            guard !code.isEmpty else { return }
            if code == "0" {
                _ = await task.perform(MoneyTask.giveBack(item))
                return
            }
            guard
                let page = await plain.ask({ client throws(APIError) in
                    try await client.owing(code: code, limit: 2)
                })
            else { return }
            guard page.items.count == 1, let dossier = page.items.first else {
                return plain.say(Strings.Reconciling.plainNoDebtor(code))
            }
            _ = await task.perform(MoneyTask.match(item, dossier))
        }
    }

    private func takeBankFile() async {
        plain.say(Strings.Reconciling.fileColumns)
        let prompt = SafeText(Strings.Reconciling.file.text(language) + ": ")
        guard let line = await plain.console.ask(prompt), !line.trimmed.isEmpty, line.trimmed != "!" else {
            return
        }
        guard let path = RawPath(reversible: desk.paths.expanding(line.trimmed)) else {
            return plain.say(Strings.Files.noSuchPath)
        }
        while true {
            let outcome = await desk.takeBankFile(path, key: desk.newID())
            if case .taken(let result) = outcome {
                plain.say(Strings.Reconciling.imported(result))
                for line in BankImportScreen.sorted(result.items) where line.outcome != .known {
                    plain.say(Strings.Reconciling.spoken(line))
                }
                return
            }
            if outcome.isExpired {
                guard await plain.logIn(again: desk.signedIn) else { return }
                continue
            }
            if let words = outcome.problem { plain.say(words) }
            guard await plain.asksYes(Strings.Plain.again) == true else { return }
        }
    }

    private func tellSummary(of day: LocalDate) async {
        guard
            let summary = await plain.ask({ client throws(APIError) in
                try await client.receiptSummary(day: day)
            })
        else { return }
        plain.say(Strings.Reconciling.summary(day.display))
        plain.say(ReceiptSummaryScreen.sheet(summary, width: 76, isSpoken: true, language))
        let prompt = SafeText(Strings.Reconciling.plainSummary.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch TextFold.fold(line.trimmed) {
            case "x", "xml": plain.say(await desk.saveReceiptSummary(of: day, as: "xml").words)
            case "s", "csv": plain.say(await desk.saveReceiptSummary(of: day, as: "csv").words)
            case "i", "p":
                guard let me = desk.me else { return }
                switch await desk.printer.print(ReceiptSummaryDocument(summary, desk, me)) {
                case .success(let outcome): plain.say(outcome.words)
                case .failure(let failure): plain.say(failure.words)
                }
            default: return
            }
        }
    }

    private func tellMonth(of day: LocalDate) async {
        guard
            let month = await plain.ask({ client throws(APIError) in
                try await client.collectionMonth(of: day)
            })
        else { return }
        plain.say(Strings.Reconciling.month(day.month, day.year))
        for item in month.days where item.collected != 0 || item.refunded != 0 || item.receipts != 0 {
            let words = Strings.Reconciling.sums(item).text(language)
            plain.console.say(SafeText(item.date.display + ": " + words))
        }
        if let sum = CollectionChart.words(month, on: day, language).last {
            plain.console.say(SafeText(sum.text))
        }
    }
}
