import Forms
import Models

@testable import APIClient

/// Values that the suites share.
enum Fixture {
    static let key = "01930000-0000-7000-8000-000000000001"
    static let code = "H26.1.5-261123-0001"
    static let officer = "01930000-0000-7000-8000-00000000000a"
    static let applicantName = "Nguyễn Thị Ánh Tuyết"

    static let storeKey: StoreKey = {
        guard let key = StoreKey(Array(0..<32)) else { preconditionFailure("32 bytes") }
        return key
    }()
    static let storeKeyText = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"

    static func token(_ access: String = "token-1", refresh: String? = nil) -> ScriptedTransport.Step {
        let more = refresh.map { #","refresh_token":"\#($0)""# } ?? ""
        return .answer(
            json: #"{"access_token":"\#(access)","token_type":"Bearer","expires_in":3600"#
                + #","store_key":"\#(storeKeyText)"\#(more)}"#)
    }

    /// A client whose officer is logged in.
    static func client(
        _ transport: ScriptedTransport, pacing: Pacing = ManualClock().pacing, refresh: String? = nil,
        onAttempt: @escaping @Sendable (Attempt) -> Void = { _ in }
    ) async throws -> Client {
        let client = Client(
            address: try ServerAddress(socket: "/s"), transport: transport, pacing: pacing,
            onAttempt: onAttempt)
        transport.on(.post, "/oauth/token", token(refresh: refresh))
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        transport.forget(.post, "/oauth/token")
        return client
    }

    static let intake = DossierIntake(
        decision: .receive, procedure: "2.000635", caseCode: "1", channel: 1,
        applicant: Applicant(kind: .citizen, name: applicantName, identityNumber: "001185000123"),
        documents: [SubmittedDocument(code: "A", originals: 1, copies: 0)], formId: "f", formVersion: 1,
        delivery: Delivery(method: .desk))

    static let dossier = Dossier(
        id: "01930000-0000-7000-8000-0000000000d0", code: code, revision: 1, lookupCode: "ABCD",
        procedure: ProcedureRef(code: "2.000635", name: "Cấp bản sao trích lục hộ tịch", version: 1),
        caseCode: "1", caseName: "Trực tiếp", channel: 1, status: 2, statusName: "Được tiếp nhận",
        step: "tiep_nhan", stepName: "Tiếp nhận",
        unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"),
        applicant: intake.applicant, documents: intake.documents, answers: Answers(), formId: "f",
        formVersion: 1, quote: FeeQuote(lines: [], total: 0), copies: 1, delivery: intake.delivery,
        submittedAt: Instant(seconds: 1_795_000_000),
        deadline: DossierDeadline(amount: 1, unit: .workingDay, explanation: []), decision: .receive,
        registerBook: "A", registerNumber: 1,
        receivedBy: OfficerRef(id: officer, name: "Trần Thu Hà"), masked: false)

    static var dossierAnswer: Response { json(dossier, status: 201) }

    static func json(_ value: some Encodable, status: Int = 200, headers: [Header] = []) -> Response {
        let body = (try? StrictJSON.encode(value)) ?? []
        return Response(
            status: status, headers: [Header("Content-Type", "application/json; charset=utf-8")] + headers,
            body: body)
    }
}
