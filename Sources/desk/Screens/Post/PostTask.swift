import APIClient
import Forms
import Models
import TUI

/// What is done with parcels that needs something said first.
enum PostTask: FormTask {
    case send(Dossier, ShipmentKind)
    case cancel(Shipment)
    case settle(Shipment)
    case accept(Manifest)
    case reopen(Manifest)

    /// What came of it.
    enum Value: Sendable {
        case shipment(Shipment)
        case manifest(Manifest)
    }

    enum ID {
        static let name = "name"
        static let phone = "phone"
        static let address = "address"
        static let commune = "commune"
        static let contents = "contents"
        static let cod = "cod"
        static let reason = "reason"
        static let amount = "amount"
        static let reference = "reference"
        static let note = "note"
    }

    static let scope = "money_form"
    static let unknown: Phrase? = Strings.Post.unknown
    func answer(to refusal: Problem) -> String? { refusal.code == "cod_mismatch" ? ID.amount : nil }
    var title: Phrase { Strings.Post.title(self) }
    var actTitle: String { Strings.Post.actTitle(self) }
    var facts: [TaskFact] { Strings.Post.facts(self).map { TaskFact(words: $0) } }
    func ending(_ value: Value, _ desk: Desk) -> TaskEnding { .done(Strings.Post.done(self, value)) }

    func place(_ officer: Models.ID) -> TypedForm.Place {
        switch self {
        case .send(let dossier, let kind): TypedForm.Place("post-send-" + kind.rawValue, dossier.id)
        case .cancel(let shipment): TypedForm.Place("post-cancel", shipment.id)
        case .settle(let shipment): TypedForm.Place("post-settle", shipment.id)
        case .accept(let manifest): TypedForm.Place("post-accept", manifest.id)
        case .reopen(let manifest): TypedForm.Place("post-reopen", manifest.id)
        }
    }

    // MARK: The form

    func start(_ desk: Desk) -> TaskStart {
        var answers = Answers()
        switch self {
        case .send(let dossier, _):
            let (delivery, applicant) = (dossier.delivery, dossier.applicant)
            answers[ID.name] = .text(delivery.recipient ?? dossier.submitter?.name ?? applicant.name)
            answers[ID.phone] = (delivery.phone ?? dossier.submitter?.phone ?? applicant.phone).map(
                Answer.text)
            answers[ID.address] = (delivery.address ?? applicant.address).map(Answer.text)
        case .settle(let shipment): answers[ID.amount] = .number(shipment.cod)
        case .cancel, .accept, .reopen: break
        }
        return .form(
            FormState(
                definition, answers: answers, today: desk.today, language: desk.language,
                submitLabel: Strings.Post.button(self)))
    }

    var definition: FormDefinition {
        FormDefinition(id: "desk-post-" + name, title: title, fields: fields)
    }

    private var name: String {
        switch self {
        case .send(_, let kind): "send-" + kind.rawValue
        case .cancel: "cancel"
        case .settle: "settle"
        case .accept: "accept"
        case .reopen: "reopen"
        }
    }

    private var fields: [Field] {
        switch self {
        case .send(_, let kind):
            [
                Field(
                    id: ID.name, label: Strings.Post.name, kind: .text(TextRule(maxLength: 200)),
                    required: .always, width: 40),
                Field(
                    id: ID.phone, label: Strings.Post.phone, kind: .text(TextRule(maxLength: 20)),
                    required: .always, width: 15),
                Field(
                    id: ID.address, label: Strings.Post.address, kind: .text(TextRule(maxLength: 255)),
                    required: .always, help: Strings.Post.addressHelp),
                Field(
                    id: ID.commune, label: Strings.Post.commune, kind: .text(TextRule(maxLength: 5)),
                    help: Strings.Post.communeHelp, width: 8),
                Field(id: ID.contents, label: Strings.Post.contents, kind: .text(TextRule(maxLength: 255))),
            ]
                + (kind == .result
                    ? [
                        Field(
                            id: ID.cod, label: Strings.Post.cod, kind: .money(NumberRule(min: 0)),
                            help: Strings.Post.codHelp, width: 18)
                    ] : [])
        case .cancel, .reopen: [Self.text(ID.reason, Strings.Post.reason, isRequired: true)]
        case .settle(let shipment):
            [
                Field(
                    id: ID.amount, label: Strings.Post.amount,
                    kind: .money(NumberRule(min: 1, max: max(shipment.cod, 1) * 100)), required: .always,
                    width: 18),
                Field(
                    id: ID.reference, label: Strings.Post.reference, kind: .text(TextRule(maxLength: 100)),
                    required: .always, width: 30),
            ]
        case .accept(let manifest):
            manifest.accepted < manifest.count
                ? [Self.text(ID.note, Strings.Post.note, isRequired: true, help: Strings.Post.noteHelp)]
                : [Self.text(ID.note, Strings.Post.note, isRequired: false)]
        }
    }

    private static func text(_ id: String, _ label: Phrase, isRequired: Bool, help: Phrase? = nil) -> Field {
        Field(
            id: id, label: label, kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)),
            required: isRequired ? .always : .never, help: help)
    }

    // MARK: Doing it

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Value, SubmitFailure> {
        switch self {
        case .send(let dossier, let kind):
            let request = ShipmentRequest(
                dossier: dossier.id, kind: kind, name: answers.filled(ID.name),
                phone: answers.filled(ID.phone), address: answers.filled(ID.address),
                commune: answers.filled(ID.commune), contents: answers.filled(ID.contents),
                cod: answers.number(ID.cod))
            return await run.carryOut(.send(request)).map(Value.shipment)
        case .cancel(let shipment):
            let reason = answers.filled(ID.reason) ?? ""
            return await run.carryOut(.cancel(shipment: shipment.id, reason: reason)).map(Value.shipment)
        case .settle(let shipment):
            let settlement = CODSettlement(
                amount: answers.number(ID.amount) ?? 0, reference: answers.filled(ID.reference) ?? "")
            return await run.carryOut(.settle(shipment: shipment.id, settlement)).map(Value.shipment)
        case .accept(let manifest):
            let acceptance = ManifestAcceptance(note: answers.filled(ID.note))
            return await run.carryOut(.accept(manifest: manifest.id, acceptance)).map(Value.manifest)
        case .reopen(let manifest):
            let reason = answers.filled(ID.reason) ?? ""
            return await run.carryOut(.reopen(manifest: manifest.id, reason: reason)).map(Value.manifest)
        }
    }
}

typealias PostTaskScreen = TaskScreen<PostTask>
