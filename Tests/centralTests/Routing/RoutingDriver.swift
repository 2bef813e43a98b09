import Crypto
import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

/// Drives dossiers through the API as officers do: each act by somebody who is bound to the step.
struct RoutingDriver: Sendable {
    let test: TestCentral
    let desk: TestDesk
    private(set) var desks: [String: TestDesk] = [:]

    init(_ test: TestCentral, _ desk: TestDesk) {
        self.test = test
        self.desk = desk
    }

    static let set = Result { try TrainingData.load(directory: TrainingData.directory) }
    static let register = Result {
        DossierGenerator(now: TestClock().now, set: try set.get()).make()
    }

    mutating func login(_ accounts: [String]) async throws {
        for account in accounts where desks[account] == nil { desks[account] = try await desk.login(account) }
    }

    func desk(_ account: String) throws -> TestDesk { try #require(desks[account], "\(account)") }

    /// A seed for signing as training does.
    static func signature(id: ID, code: String, revision: Int, _ action: ProcessAction = .sign) throws
        -> JSONValue
    {
        let key = try P256.Signing.PrivateKey(rawRepresentation: TrainingSigningKey.secret)
        let signer = P256Signer(keyID: TrainingSigningKey.id, key: key)
        return try StrictJSON.value(
            of: signer.signature(of: SignedAct(dossier: id, code: code, revision: revision, action: action)))
    }

    /// A body that gives all that an act may need.
    static func body(_ action: ProcessAction, of dossier: TestReply, amount: Int = 8_000) throws -> JSONValue
    {
        var body: [String: JSONValue] = ["action": .string(action.rawValue)]
        switch action {
        case .requestSupplement:
            body["note"] = "Thiếu giấy tờ."
            body["missing"] = ["Bản chính giấy chứng sinh"]
        case .supplementIn: body["documents"] = [["code": "to_khai", "originals": 1, "copies": 0]]
        case .finish:
            body["documents"] = [
                [
                    "code": "ket_qua", "name": "Kết quả giải quyết", "originals": 1, "copies": 0,
                    "number": "125/2026/KS", "issued_on": "2026-11-23",
                ]
            ]
        case .deliver:
            body["handover"] = [
                "recipient": "Nguyễn Thị Ánh", "identity_number": "001185000123", "relation": "Con",
            ]
        case .sign:
            body["signature"] = try signature(
                id: dossier["id"] ?? "", code: dossier["code"] ?? "", revision: Self.revision(dossier))
        case .requestPayment: body["amount"] = .int(amount)
        case .forward, .claim, .approve, .receive: break
        default: body["note"] = "Lý do thử."
        }
        return .object(body)
    }

    static func revision(_ dossier: TestReply) -> Int {
        if case .int(let revision)? = dossier.json["revision"] { revision } else { 0 }
    }

    func act(
        _ body: JSONValue, on id: ID, by account: String, revision: Int? = nil, key: ID = UUIDv7.make()
    ) async throws -> TestReply {
        var headers: HTTPFields = [:]
        headers[.ifMatch] = revision.map { "\"\($0)\"" } ?? "*"
        return try await desk(account).post("/v1/dossiers/\(id)/actions", body, key: key, headers: headers)
    }

    /// A dossier as the whole of central knows it.
    func stored(_ id: ID) async throws -> StoredDossier {
        let central = test.central
        let found = try await central.store.read {
            try DossierTable.find($0, id: id, scope: .everything, seal: central.seal)
        }
        return try #require(found)
    }

    /// What the events alone make of it.
    func replayed(_ stored: StoredDossier) async throws -> (
        state: RoutingState, due: Instant?, events: [RoutingEvent]
    ) {
        let central = test.central
        let ground = try await RoutingGround(of: stored, central, on: test.clock.now.date)
        let reading = try await central.store.read { try ground.reading($0, stored, seal: central.seal) }
        let state = RoutingState.replay(reading.events, ground.graph, submittedAt: reading.submittedAt)
        return (state, state.due(reading.term, ground.calendar).dueAt, reading.events)
    }

    /// Takes a dossier of a procedure in at the desk: of the generated ones, the first that is taken.
    func takeIn(_ procedure: String, quantities: [String: FeeQuantity]? = nil) async throws -> TestReply {
        let set = try Self.set.get()
        let like = try Self.register.get().dossiers.map(\.dossier).filter {
            $0.procedure.code == procedure && $0.unit.code == TrainingSet.trainingUnit
        }
        if let body = SampleBundle.alone(procedure) {
            return try await desk("tiepnhan").post("/v1/dossiers", body, key: UUIDv7.make())
        }
        var last: TestReply?
        for dossier in like.reversed().prefix(12) {
            guard let rules = set.procedure(procedure),
                let selected = rules.cases.first(where: { $0.code == dossier.caseCode })
            else { continue }
            let papers = selected.documents.filter(\.required).map {
                SubmittedDocument(code: $0.code, originals: 1, copies: 0)
            }
            let intake = DossierIntake(
                decision: .receive, procedure: procedure, caseCode: dossier.caseCode, channel: 1,
                applicant: dossier.applicant, submitter: dossier.submitter, documents: papers,
                answers: dossier.answers, formId: dossier.formId, formVersion: dossier.formVersion,
                quantities: quantities ?? DossierWriter.quantities(selected, dossier.answers), copies: 1,
                delivery: Delivery(method: .desk))
            let reply = try await desk("tiepnhan").post(
                "/v1/dossiers", try StrictJSON.value(of: intake), key: UUIDv7.make())
            if reply.status == 201 { return reply }
            last = reply
        }
        Issue.record("\(procedure): \(last?.text ?? "nothing to take in")")
        return try #require(last)
    }
}
