import APIClient
import Forms
import Models
import TUI

/// What a cashier does that needs something said first: on the screen and line by line.
enum MoneyTask: FormTask {
    /// Opens a drawer, at a desk that is proposed.
    case open(at: String)
    case count(CashSession)
    case move(CashSession, CashMovementKind)
    case close(CashSession)
    case void(Receipt)
    case replace(Receipt)
    case refund(Receipt)
    /// Gives up a transfer that never came.
    case cancel(Payment)
    /// Money that came under no code is a dossier's.
    case match(UnmatchedPayment, OwingDossier)
    /// It goes back to who sent it.
    case giveBack(UnmatchedPayment)
    /// Issues the receipt of a payment that has none.
    case issue(Payment)

    /// What came of it.
    enum Value: Sendable {
        case payment(Payment)
        case receipt(Receipt)
        case session(CashSession)
        case unmatched(UnmatchedPayment)
    }

    enum ID {
        static let desk = "desk"
        static let reason = "reason"
        static let amount = "amount"
        static let leave = "leave"
        static let payer = "payer"
        static let address = "address"
        static func note(_ value: Int) -> String { "n\(value)" }
    }

    /// Opens a drawer at the first desk at which none stands open: two under one name can't be told apart.
    static func open(beside sessions: [CashSession]) -> MoneyTask {
        let taken = Set(
            sessions.filter { $0.state != .closed && $0.kind == .regular }.map { TextFold.fold($0.desk) })
        let free = (1...sessions.count + 1).lazy.map { Strings.Drawer.desk($0).vi }.first {
            !taken.contains(TextFold.fold($0))
        }
        return .open(at: free ?? Strings.Drawer.desk(1).vi)
    }

    static let scope = "money_form"
    var title: Phrase { Strings.MoneyTasks.title(self) }
    var actTitle: String { Strings.MoneyTasks.actTitle(self) }
    var facts: [TaskFact] { Strings.MoneyTasks.facts(self).map { TaskFact(words: $0) } }
    func ending(_ value: Value, _ desk: Desk) -> TaskEnding { .done(Strings.MoneyTasks.done(self, value)) }

    /// The answer to it is one key away.
    func answer(to refusal: Problem) -> String? { refusal.code == "payments_pending" ? ID.leave : nil }

    func place(_ officer: Models.ID) -> TypedForm.Place {
        switch self {
        case .open: TypedForm.Place("money-open", officer)
        case .count(let session): TypedForm.Place("money-count", session.id)
        case .move(let session, let kind): TypedForm.Place("money-" + kind.rawValue, session.id)
        case .close(let session): TypedForm.Place("money-close", session.id)
        case .void(let receipt): TypedForm.Place("money-void", receipt.id)
        case .replace(let receipt): TypedForm.Place("money-replace", receipt.id)
        case .refund(let receipt): TypedForm.Place("money-refund", receipt.id)
        case .cancel(let payment): TypedForm.Place("money-cancel", payment.id)
        case .match(let item, _): TypedForm.Place("money-match", item.id)
        case .giveBack(let item): TypedForm.Place("money-give-back", item.id)
        case .issue(let payment): TypedForm.Place("money-issue", payment.id)
        }
    }

    func total(_ answers: Answers) -> Phrase? {
        switch self {
        case .open, .count:
            let total = Money(Self.count(answers).total)
            return Strings.Drawer.sum(total.display, total.words)
        default: return nil
        }
    }

    // MARK: The form

    func start(_ desk: Desk) -> TaskStart {
        var answers = Answers()
        switch self {
        case .open(let desk): answers[ID.desk] = .text(desk)
        case .close: answers[ID.leave] = .text(Self.waits)
        case .refund(let receipt): answers[ID.amount] = .number(receipt.total)
        case .replace(let receipt):
            answers[ID.payer] = .text(receipt.payerName)
            answers[ID.address] = receipt.payerAddress.map(Answer.text)
        case .count, .move, .void, .cancel, .match, .giveBack, .issue: break
        }
        var form = FormState(
            definition, answers: answers, today: desk.today, language: desk.language,
            submitLabel: Strings.MoneyTasks.button(self))
        form.submitHelp = Strings.MoneyTasks.buttonHelp(self)
        return .form(form)
    }

    private static let waits = "wait"
    private static let leaves = "leave"

    var definition: FormDefinition {
        FormDefinition(
            id: "desk-money-" + name, title: title, fields: fields,
            rules: total(Answers()) == nil ? [] : Self.noteRules)
    }

    private var name: String {
        switch self {
        case .open: "open"
        case .count: "count"
        case .move(_, let kind): kind.rawValue
        case .close: "close"
        case .void: "void"
        case .replace: "replace"
        case .refund: "refund"
        case .cancel: "cancel"
        case .match: "match"
        case .giveBack: "give-back"
        case .issue: "issue"
        }
    }

    private var fields: [Field] {
        switch self {
        case .open:
            [
                Field(
                    id: ID.desk, label: Strings.Drawer.desk, kind: .text(TextRule(maxLength: 50)),
                    required: .always, width: 20)
            ] + Self.notes
        case .count: Self.notes
        case .move: [Self.amount(max: Self.most), Self.reason(isRequired: true)]
        case .close(let session):
            [
                Self.reason(isRequired: session.difference ?? 0 != 0),
                Field(
                    id: ID.leave, label: Strings.Drawer.pending,
                    kind: .radio([
                        Option(value: Self.waits, label: Strings.Drawer.waits),
                        Option(value: Self.leaves, label: Strings.Drawer.leaves),
                    ]), required: .always, help: Strings.Drawer.pendingHelp),
            ]
        case .void, .cancel, .match, .giveBack, .issue: [Self.reason(isRequired: true)]
        case .replace:
            [
                Field(
                    id: ID.payer, label: Strings.Till.payer, kind: .text(TextRule(maxLength: 200)),
                    required: .always, width: 40),
                Field(
                    id: ID.address, label: Strings.Receipts.address,
                    kind: .textArea(TextAreaRule(minRows: 1, maxRows: 3, maxLength: 500))),
                Self.reason(isRequired: true),
            ]
        case .refund(let receipt): [Self.amount(max: receipt.total), Self.reason(isRequired: true)]
        }
    }

    /// More than a drawer moves at once is a slip of the finger.
    private static let most = 10_000_000_000

    /// The range, the same for all, is the server's to say: eleven times on the page it would hide the notes.
    private static var notes: [Field] {
        CashCount.notes.map { value in
            Field(
                id: ID.note(value), label: Strings.Drawer.note(Money(value).grouped),
                kind: .number(NumberRule()), width: 8)
        }
    }

    private static var noteRules: [FormRule] {
        CashCount.notes.map(ID.note).compactMap {
            FormRule("whole_" + $0, $0 + " >= 0", at: $0, Strings.Drawer.negative)
        }
    }

    private static func amount(max: Int) -> Field {
        Field(
            id: ID.amount, label: Strings.Till.amount, kind: .money(NumberRule(min: 1, max: max)),
            required: .always, width: 18)
    }

    private static func reason(isRequired: Bool) -> Field {
        Field(
            id: ID.reason, label: Strings.MoneyTasks.reason,
            kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)),
            required: isRequired ? .always : .never, help: Strings.MoneyTasks.reasonHelp)
    }

    /// What was counted: a note that nobody wrote anything for is not there.
    static func count(_ answers: Answers) -> CashCount {
        var counts: [String: Int] = [:]
        for value in CashCount.notes {
            if case .number(let number)? = answers[ID.note(value)], number != 0 {
                counts["\(value)"] = number
            }
        }
        return CashCount(counts: counts)
    }

    /// The field that the server's pointer means.
    func path(of pointer: String) -> FieldPath? {
        let parts = pointer.split(separator: "/").map(String.init)
        let field: String
        switch parts.first {
        case "counts": field = parts.count > 1 ? "n" + parts[1] : ID.note(CashCount.notes[0])
        case "payer_name": field = ID.payer
        case "payer_address": field = ID.address
        case "leave_pending": field = ID.leave
        case "note": field = ID.reason
        case let name?: field = name
        case nil: return nil
        }
        return definition.field(field) == nil ? nil : FieldPath(field)
    }

    // MARK: Doing it

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Value, SubmitFailure> {
        let reason = answers.filled(ID.reason) ?? ""
        let amount = answers.number(ID.amount)
        switch self {
        case .open:
            let request = CashSessionOpening(
                desk: answers.filled(ID.desk) ?? "", counts: Self.count(answers).counts)
            return await run.carryOut(.open(request)).map(Value.session)
        case .count(let session):
            return await run.carryOut(.count(session: session.id, Self.count(answers))).map(Value.session)
        case .move(let session, let kind):
            let request = CashMovementRequest(kind: kind, amount: amount ?? 0, reason: reason)
            return await run.carryOut(.move(session: session.id, request)).map(Value.session)
        case .close(let session):
            let request = CashSessionClosing(
                reason: answers.filled(ID.reason), counted: session.counted,
                leavePending: answers.filled(ID.leave) == Self.leaves ? true : nil)
            return await run.carryOut(.close(session: session.id, request)).map(Value.session)
        case .void(let receipt):
            return await run.carryOut(.void(receipt: receipt.id, reason: reason)).map(Value.receipt)
        case .replace(let receipt):
            let request = ReceiptReplacement(
                reason: reason, payerName: answers.filled(ID.payer),
                payerAddress: answers.filled(ID.address))
            return await run.carryOut(.replace(receipt: receipt.id, request)).map(Value.receipt)
        case .refund(let receipt):
            let request = RefundRequest(amount: amount, reason: reason)
            return await run.carryOut(.refund(payment: receipt.payment, request)).map(Value.payment)
        case .cancel(let payment):
            return await run.carryOut(.cancel(payment: payment.id, reason: reason)).map(Value.payment)
        case .match(let item, let dossier):
            let request = UnmatchedResolution(dossier: dossier.dossier, note: reason)
            return await run.carryOut(.resolve(unmatched: item.id, request)).map(Value.unmatched)
        case .giveBack(let item):
            let request = UnmatchedResolution(note: reason)
            return await run.carryOut(.resolve(unmatched: item.id, request)).map(Value.unmatched)
        case .issue(let payment):
            return await run.carryOut(.issueReceipt(payment: payment.id, reason: reason)).map(Value.receipt)
        }
    }
}

typealias MoneyTaskScreen = TaskScreen<MoneyTask>
