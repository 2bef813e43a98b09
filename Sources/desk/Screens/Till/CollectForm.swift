import Forms
import Models
import TUI

/// What has to be known to collect: how, how much, and what was handed over.
enum CollectForm {
    enum ID {
        static let method = "method"
        static let amount = "amount"
        static let tendered = "tendered"
        static let payer = "payer"
    }

    static func make(_ item: OwingDossier, today: LocalDate, _ language: Language) -> FormState {
        var answers = Answers()
        answers[ID.method] = .text(PaymentMethod.cash.rawValue)
        answers[ID.amount] = .number(item.owed)
        var form = FormState(
            definition(most: item.owed), answers: answers, today: today, language: language,
            submitLabel: Strings.Till.take)
        form.submitHelp = Strings.Buttons.collect
        return form
    }

    static func definition(most: Int) -> FormDefinition {
        let methods = PaymentMethod.atDesk.map {
            Option(value: $0.rawValue, label: Strings.Till.name($0))
        }
        let fields = [
            Field(id: ID.method, label: Strings.Till.method, kind: .radio(methods), required: .always),
            Field(
                id: ID.amount, label: Strings.Till.amount, kind: .money(NumberRule(min: 1, max: most)),
                required: .always, width: 18),
            Field(
                id: ID.tendered, label: Strings.Till.tendered, kind: .money(NumberRule(min: 1)),
                visibleWhen: ApplicantForm.condition("\(ID.method) == '\(PaymentMethod.cash.rawValue)'"),
                help: Strings.Till.tenderedHelp, width: 18),
            Field(
                id: ID.payer, label: Strings.Till.payer, kind: .text(TextRule(maxLength: 200)),
                help: Strings.Till.payerHelp, width: 40),
        ]
        return FormDefinition(
            id: "desk-collect", version: 1, title: Strings.Till.collect,
            pages: [
                FormPage(
                    id: "collect", title: Strings.Till.collect,
                    groups: [FormGroup(id: "collect", title: Strings.Till.collect, fields: fields)])
            ],
            rules: [
                FormRule("enough", "\(ID.tendered) >= \(ID.amount)", at: ID.tendered, Strings.Till.tooLittle)
            ].compactMap(\.self))
    }

    /// Nil where something is missing.
    static func request(_ answers: Answers, dossier: Models.ID) -> PaymentRequest? {
        guard let method = answers.text(ID.method).flatMap(PaymentMethod.init(rawValue:)),
            case .number(let amount)? = answers[ID.amount]
        else { return nil }
        var tendered: Int?
        if method == .cash, case .number(let number)? = answers[ID.tendered] { tendered = number }
        let payer = answers.text(ID.payer).flatMap { $0.isEmpty ? nil : $0 }
        return PaymentRequest(
            dossier: dossier, method: method, amount: amount, tendered: tendered, payerName: payer)
    }

    /// Where the server finds fault with what stands in a field.
    static func path(of pointer: String) -> FieldPath? {
        switch pointer {
        case "/method": FieldPath(ID.method)
        case "/amount": FieldPath(ID.amount)
        case "/tendered": FieldPath(ID.tendered)
        case "/payer_name": FieldPath(ID.payer)
        default: nil
        }
    }

    /// The next round sums above an amount, the smallest first.
    static func handed(for amount: Int) -> [Int] {
        let sums = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000].map { note in
            (amount + note - 1) / note * note
        }
        return Array(Set(sums).filter { $0 > amount }.sorted().prefix(CollectScreen.offers))
    }
}
