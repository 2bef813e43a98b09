import APIClient
import Forms
import Models
import TUI

/// What is done with parcels that needs something said first.
enum PostTask: FormTask {
    case send(Dossier, ShipmentKind, choice: CommuneChoice? = nil)
    case cancel(Shipment)
    case settle(Shipment)
    case accept(Manifest)
    case reopen(Manifest)

    /// The communes that an old address belongs to now, one of which the citizen has to say.
    struct CommuneChoice: Hashable, Sendable {
        /// Of which they are.
        var address: String
        var communes: [CodeName]
    }

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
    /// Which commune it is, is answered where the communes are offered.
    func path(of pointer: String) -> FieldPath? {
        guard case .send(_, _, let choice) = self, pointer == "/address" || pointer == "/commune" else {
            return nil
        }
        return FieldPath(choice == nil ? ID.address : ID.commune)
    }

    func reasked(after refusal: Problem, _ answers: Answers, _ desk: Desk) -> (task: Self, form: FormState)? {
        guard case .send(let dossier, let kind, let old) = self else { return nil }
        let errors = refusal.errors ?? []
        var choice = old
        if let communes = errors.compactMap(\.candidates).first(where: { !$0.isEmpty }) {
            choice = CommuneChoice(address: answers.filled(ID.address) ?? "", communes: communes)
        } else if errors.contains(where: { $0.pointer == "/address" || $0.pointer == "/commune" }) {
            choice = nil
        }
        guard choice != old else { return nil }
        let task = PostTask.send(dossier, kind, choice: choice)
        var kept = answers
        kept[ID.commune] = nil
        return (task, task.form(kept, desk))
    }

    var title: Phrase { Strings.Post.title(self) }
    var actTitle: String { Strings.Post.actTitle(self) }
    var facts: [TaskFact] { Strings.Post.facts(self).map { TaskFact(words: $0) } }
    func ending(_ value: Value, _ desk: Desk) -> TaskEnding { .done(Strings.Post.done(self, value)) }

    func place(_ officer: Models.ID) -> TypedForm.Place {
        switch self {
        case .send(let dossier, let kind, _): TypedForm.Place("post-send-" + kind.rawValue, dossier.id)
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
        case .send(let dossier, _, _):
            let (delivery, applicant) = (dossier.delivery, dossier.applicant)
            answers[ID.name] = .text(delivery.recipient ?? dossier.submitter?.name ?? applicant.name)
            answers[ID.phone] = (delivery.phone ?? dossier.submitter?.phone ?? applicant.phone).map(
                Answer.text)
            answers[ID.address] = (delivery.address ?? applicant.address).map(Answer.text)
        case .settle(let shipment): answers[ID.amount] = .number(shipment.cod)
        case .cancel, .accept, .reopen: break
        }
        return .form(form(answers, desk))
    }

    private func form(_ answers: Answers, _ desk: Desk) -> FormState {
        FormState(
            definition, answers: answers, today: desk.today, language: desk.language,
            submitLabel: Strings.Post.button(self))
    }

    var definition: FormDefinition {
        FormDefinition(id: "desk-post-" + name, title: title, fields: fields)
    }

    private var name: String {
        switch self {
        case .send(_, let kind, _): "send-" + kind.rawValue
        case .cancel: "cancel"
        case .settle: "settle"
        case .accept: "accept"
        case .reopen: "reopen"
        }
    }

    private var fields: [Field] {
        switch self {
        case .send(let dossier, let kind, let choice):
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
            ] + (choice.map { [Self.commune($0)] } ?? []) + [
                Field(id: ID.contents, label: Strings.Post.contents, kind: .text(TextRule(maxLength: 255)))
            ]
                // Where nothing is owed there is nothing to collect.
                + (kind == .result && dossier.owed != 0
                    ? [
                        Field(
                            id: ID.cod, label: Strings.Post.cod, kind: .money(NumberRule(min: 0)),
                            help: Strings.Post.codHelp(owed: dossier.owed), width: 18)
                    ] : [])
        case .cancel, .reopen: [Self.text(ID.reason, Strings.Post.reason, isRequired: true)]
        case .settle(let shipment):
            [
                Field(
                    id: ID.amount, label: Strings.Post.amount,
                    kind: .money(NumberRule(min: 1)), required: .always,
                    help: Strings.Post.amountHelp(shipment.cod), width: 18),
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

    private static func commune(_ choice: CommuneChoice) -> Field {
        Field(
            id: ID.commune, label: Strings.Post.commune,
            kind: .dropdown(
                .fixed(
                    choice.communes.map {
                        Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
                    }), multiple: false, empty: Strings.Common.empty),
            help: Strings.Post.communeHelp, width: 40)
    }

    private static func text(_ id: String, _ label: Phrase, isRequired: Bool, help: Phrase? = nil) -> Field {
        Field(
            id: id, label: label, kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)),
            required: isRequired ? .always : .never, help: help)
    }

    // MARK: Doing it

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Value, SubmitFailure> {
        switch self {
        case .send(let dossier, let kind, let choice):
            let address = answers.filled(ID.address)
            let request = ShipmentRequest(
                dossier: dossier.id, kind: kind, name: answers.filled(ID.name),
                phone: answers.filled(ID.phone), address: address,
                // Of another address it says nothing.
                commune: address == choice?.address ? answers.filled(ID.commune) : nil,
                contents: answers.filled(ID.contents),
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
