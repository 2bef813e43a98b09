import APIClient
import Forms
import Models
import TUI

/// Collecting, asked and answered line by line.
struct PlainTill: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        while true {
            guard
                let page = await plain.ask({ client throws(APIError) in try await client.owing(limit: 200) })
            else { return }
            guard !page.items.isEmpty else { return plain.say(Strings.Till.none) }
            let items = page.items.map { item in
                PickItems.Item(
                    value: item.dossier,
                    label: SafeText(
                        [
                            item.code, item.applicantName, item.procedureName, Money(item.owed).display,
                            item.pendingMethod.map { Strings.Till.waits($0).text(language) },
                            item.collectingParcel.map { Strings.Till.postCollects($0).text(language) },
                        ].compactMap(\.self).joined(separator: ", ")))
            }
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let id) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items)),
                let item = page.items.first(where: { $0.dossier == id })
            else { return }
            await collect(item)
        }
    }

    /// Collects for a dossier that was just taken in.
    func collect(code: String) async {
        guard
            let page = await plain.ask({ client throws(APIError) in
                try await client.owing(code: code, limit: 1)
            })
        else { return }
        guard let item = page.items.first else { return plain.say(Strings.Till.nothing(code)) }
        await collect(item)
    }

    private func collect(_ item: OwingDossier) async {
        if let pending = item.pendingPayment {
            guard
                let payment = await plain.ask({ client throws(APIError) in
                    try await client.payment(pending)
                })
            else { return }
            return await tell(payment, item)
        }
        if let parcel = item.collectingParcel { return plain.say(Strings.Till.postCollects(parcel)) }
        plain.say(Strings.Till.owes(Money(item.owed).display + " (" + Money(item.owed).words + ")"))
        var form = CollectForm.make(item, today: desk.today, language)
        let asked = LineForm(console: plain.console, language: language)
        guard await asked.fill(&form) == .finished,
            let request = CollectForm.request(form.answers, dossier: item.dossier)
        else { return plain.say(Strings.Till.left) }
        let (key, owner) = (desk.newID(), desk.signedIn)
        while true {
            let result = await desk.pay(
                request, key: key, title: Strings.Till.actTitle(item.code), owner: owner)
            switch result {
            case .success(let acted): return await tell(acted.value, item)
            case .failure(.expired): guard await plain.logIn(again: owner) else { return }
            case .failure(let failure):
                if let words = failure.words(unknown: Strings.Till.unknown) { plain.say(words) }
                if case .unknown = failure, request.method == .cash { await offerProvisional(request, item) }
                if case .refused(let refusal) = failure {
                    for error in refusal.errors ?? [] { plain.say(Phrase(vi: error.message)) }
                    return
                }
                guard await plain.asksYes(Strings.Plain.again) == true else { return }
            }
        }
    }

    /// The payer waits for a paper while the server is away: a slip without a receipt's number.
    private func offerProvisional(_ request: PaymentRequest, _ item: OwingDossier) async {
        guard let me = desk.me, await plain.asksYes(Strings.Till.printsProvisional, meant: false) == true
        else {
            return
        }
        switch await desk.printer.print(ReceiptDocument(provisional: request, for: item, me: me, desk: desk))
        {
        case .success(let outcome): plain.say(outcome.words)
        case .failure(let failure): plain.say(failure.words)
        }
    }

    /// What became of it. A code can't be read out: the slip has it.
    private func tell(_ payment: Payment, _ item: OwingDossier) async {
        plain.say(Strings.Till.taken(payment))
        if let receipt = payment.receipt { return await offer(receipt) }
        guard payment.state == .pending, payment.vietqr != nil, let me = desk.me else { return }
        if let beneficiary = payment.beneficiary {
            plain.console.say(
                SafeText("\(beneficiary.name), \(beneficiary.account), \(payment.dossierCode)"))
        }
        guard await plain.asksYes(Strings.Till.printsCode, meant: false) == true else { return }
        let paper = ReceiptDocument(
            transfer: payment, of: item, me: me, place: desk.config.place.name, training: desk.isTraining)
        switch await desk.printer.print(paper) {
        case .success(let outcome): plain.say(outcome.words)
        case .failure(let failure): plain.say(failure.words)
        }
    }

    /// The receipt on paper, or as a PDF where no printer is configured.
    private func offer(_ reference: ReceiptRef) async {
        guard await plain.asksYes(Strings.Till.printsReceipt, meant: true) == true,
            let receipt = await plain.ask({ client throws(APIError) in try await client.receipt(reference.id)
            })
        else { return }
        await PlainReceipts(plain: plain).produce(receipt)
    }
}
