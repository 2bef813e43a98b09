import Crypto
import Forms
import Foundation
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Forms that ask for a digital signature")
struct SignatureTests {
    /// A signed procedure is put in, and a key for the officer.
    private static func prepare(_ test: TestCentral, _ desk: TestDesk) async throws -> P256Signer {
        let admin = try await desk.login("quantribo")
        guard case .object(var form) = PublishingTests.form() else {
            throw TestDesk.Unexpected(reply: TestReply(status: 0, headers: [:], body: []))
        }
        form["signature"] = true
        #expect(try await PublishingTests.put(admin, .object(form)).status == 201)
        let body = try await PublishingTests.procedure(in: test)
        #expect(try await admin.send(.put, "/v1/procedures/9.999999", json: body).status == 201)
        let signer = P256Signer(keyID: "khoa-thu")
        let key = SigningKeyTable.Key(
            id: signer.keyID, officer: "019b89f3-9280-7000-8000-000000000002", algorithm: signer.algorithm,
            publicKey: signer.publicKey)
        try await test.central.store.write {
            try SigningKeyTable.insert(
                $0, key, from: LocalDate(epochDay: 20_000), to: LocalDate(epochDay: 20_800))
        }
        return signer
    }

    private static let answers: Answers = ["ho_ten": .text("Nguyễn Thị Ánh"), "so_ban": .number(2)]

    private static func content(_ answers: Answers = answers) -> SignedContent {
        SignedContent(
            applicant: "001185000123", procedure: "9.999999", caseCode: "a", formId: "moi", formVersion: 1,
            answers: answers)
    }

    private static func intake(_ signature: FormSignature?, decision: String? = nil) throws -> JSONValue {
        guard case .object(var members) = PublishingTests.intake() else { return .null }
        members["signature"] = try signature.map { try StrictJSON.value(of: $0) }
        if let decision {
            members["decision"] = .string(decision)
            members["reason"] = "Thiếu giấy tờ."
        }
        return .object(members)
    }

    @Test("SG-1 a signed form is taken in with a valid signature, which is kept with the dossier")
    func signed() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let signer = try await Self.prepare(test, desk)
            let desk = try await desk.login()
            let signature = try signer.signature(of: Self.content())
            let made = try await desk.post("/v1/dossiers", Self.intake(signature), key: UUIDv7.make())
            #expect(made.status == 201, "\(made.text)")
            let dossier = try await desk.get("/v1/dossiers/" + (made["id"] ?? ""))
            #expect(dossier["signature", "signature"] == signature.signature)
            // It can be held against what is kept, at any later time.
            let kept = try LenientJSON.decode(Dossier.self, from: dossier.body)
            let bytes = try Self.content(kept.answers).bytes()
            let raw = try #require(Data(base64Encoded: kept.signature?.signature ?? ""))
            #expect(P256Verifier().isValid(Array(raw), of: bytes, publicKey: signer.publicKey))
            let masked = try await desk.login("tongdai").get("/v1/dossiers/" + (made["id"] ?? ""))
            #expect(masked.json["signature"] == nil)
        }
    }

    @Test("SG-1 without a signature, with a wrong one, or one of an unknown key, nothing is taken in")
    func refused() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let signer = try await Self.prepare(test, desk)
            let officer = try await desk.login()
            func faults(_ signature: FormSignature?) async throws -> [String] {
                try await officer.post("/v1/dossiers", Self.intake(signature), key: UUIDv7.make()).faults
            }
            #expect(try await faults(nil) == ["/signature required"])
            var other = Self.content()
            other.answers["so_ban"] = .number(3)
            #expect(try await faults(signer.signature(of: other)) == ["/signature/signature bad_signature"])
            other = Self.content()
            other.applicant = "001185000124"
            #expect(try await faults(signer.signature(of: other)) == ["/signature/signature bad_signature"])
            let forged = try P256Signer(keyID: signer.keyID).signature(of: Self.content())
            #expect(try await faults(forged) == ["/signature/signature bad_signature"])
            let unknown = try P256Signer(keyID: "la").signature(of: Self.content())
            #expect(try await faults(unknown) == ["/signature/key_id unknown_key"])
            let right = try signer.signature(of: Self.content())
            var changed = right
            changed.algorithm = "none"
            #expect(try await faults(changed) == ["/signature/algorithm unknown_algorithm"])
            changed = right
            changed.signature = "không phải base64"
            #expect(try await faults(changed) == ["/signature/signature bad_signature"])
            // A refusal needs no signature of what was refused.
            let refusal = try await officer.post(
                "/v1/dossiers", Self.intake(nil, decision: "refuse"), key: UUIDv7.make())
            #expect(refusal.status == 201, "\(refusal.text)")
            // The key ended.
            test.clock.advance(seconds: 60 * 86_400)
            let late = try await desk.login().post("/v1/dossiers", Self.intake(right), key: UUIDv7.make())
            #expect(late.faults == ["/signature/key_id unknown_key"])
        }
    }

    @Test("SG-1 the key of training signs in training")
    func training() async throws {
        let test = try TestCentral()
        let key = try await test.central.store.read {
            try SigningKeyTable.find($0, id: TrainingSigningKey.id, on: LocalDate(epochDay: 20_780))
        }
        let signer = P256Signer(
            keyID: TrainingSigningKey.id,
            key: try P256.Signing.PrivateKey(rawRepresentation: TrainingSigningKey.secret))
        #expect(key?.publicKey == signer.publicKey)
        let base64 = try signer.signature(of: Self.content()).signature
        #expect(Data(base64Encoded: base64)?.count == 64)
    }
}
