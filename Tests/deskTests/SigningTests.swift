import APIClient
import Crypto
import Forms
import FoundationEssentials
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Signing a declaration at the desk, where its form asks for a signature.
@Suite("Signing at the desk")
struct SigningTests {
    /// A desk whose form has to be signed.
    private static func fixture(training: Bool = true, signature: Bool = true) -> Fixture {
        // No central is started in a test of the desk; the officer's system says whether this is training.
        let fixture = Fixture(training: false)
        var form = FixtureData.form
        form.signature = signature
        let path = "/v1/procedures/2.000635/form"
        fixture.answer(.get, path, form)
        guard !training else { return fixture }
        // An officer of a real system, at a desk that has nothing to sign with.
        var me = FixtureData.me
        me.training = false
        fixture.answer(.get, "/v1/me", me)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: fixture.desk.store))
        return fixture
    }

    private static func sent(_ fixture: Fixture) throws -> [DossierIntake] {
        try fixture.transport.requests.filter { $0.target == "/v1/dossiers" }.map {
            try LenientJSON.decode(DossierIntake.self, from: $0.body ?? [])
        }
    }

    /// Whether the signature of an intake is one of the training key, and of what the intake says.
    private static func isRight(_ intake: DossierIntake) throws -> Bool {
        let signature = try #require(intake.signature)
        let content = SignedContent(
            applicant: intake.applicant.identityNumber ?? "", procedure: intake.procedure,
            caseCode: intake.caseCode, formId: intake.formId, formVersion: intake.formVersion,
            answers: intake.answers)
        let key = try P256.Signing.PrivateKey(rawRepresentation: TrainingSigningKey.secret)
        let raw = try #require(Data(base64Encoded: signature.signature))
        let bytes = try P256.Signing.ECDSASignature(rawRepresentation: raw)
        return try signature.keyId == TrainingSigningKey.id && signature.algorithm == "p256-sha256"
            && key.publicKey.isValidSignature(bytes, for: content.bytes())
    }

    @Test("SG-1 A form that asks for it is signed by one key at the review, and goes out with the signature")
    func signed() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(page: 6)
        driver.expectText("Tờ khai này phải được ký số.").expectText("bấm Alt-L để ký số")
        await driver.press("f10").waitIdle()
        driver.expectText("Tờ khai này phải được ký số.")
        #expect(try Self.sent(fixture).isEmpty)
        await driver.press("alt-l").waitIdle()
        driver.expectText("✓ Đã ký số bằng khóa \(TrainingSigningKey.id).").expectNoText("phải được ký số")
        await driver.press("f10").waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        #expect(try Self.sent(fixture).map(Self.isRight) == [true])
    }

    @Test("SG-1 What is changed after signing takes the signature back; changed back, it holds again")
    func changed() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(page: 6)
        driver.press("alt-l", "alt-4", "tab", "tab", "end").type("0")
        await driver.press("f10").waitIdle()
        driver.expectText("Tờ khai đã sửa sau khi ký số: phải ký lại.").expectNoText("✓ Đã ký số")
        await driver.press("f10").waitIdle()
        #expect(try Self.sent(fixture).isEmpty)
        driver.press("alt-4", "end", "backspace")
        await driver.press("f10").waitIdle()
        driver.expectText("✓ Đã ký số bằng khóa")
        driver.press("alt-4", "end").type("0")
        await driver.press("alt-l", "f10").waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        let sent = try Self.sent(fixture)
        #expect(sent.map(\.answers["so_ban"]) == [.number(20)])
        #expect(try sent.map(Self.isRight) == [true])
    }

    @Test("SG-1 Another applicant on page 1 takes the signature back too")
    func otherApplicant() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(page: 6)
        driver.press("alt-l")
        #expect(driver.screen(as: IntakeScreen.self)?.intake.signature != nil)
        driver.press("alt-1", "home").press("ctrl-d")
        var intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        intake.applicant.set(ApplicantForm.ID.number, to: .text("001085000124"))
        #expect(intake.signature == nil && intake.signed != nil)
    }

    @Test("SG-1 A machine without a signer says so, and sends nothing")
    func noSigner() async throws {
        let fixture = Self.fixture(training: false)
        let driver = await fixture.intake(page: 6)
        let words = "máy này chưa nối"
        driver.expectText(words).expectNoText("Alt-L để")
        await driver.press("alt-l").waitIdle()
        driver.expectText(words)
        await driver.press("f10").waitIdle()
        driver.expectText(words)
        #expect(try Self.sent(fixture).isEmpty)
    }

    @Test("SG-1 What is wrong is mended before it is signed")
    func mendFirst() async throws {
        let fixture = Self.fixture()
        let driver = await fixture.intake(page: 4)
        driver.press("tab", "tab", "ctrl-a").press("backspace").press("end").press("backspace")
        await driver.press("alt-l").waitIdle()
        driver.expectText("Sửa xong mới ký được")
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.page == .declaration && intake.signed == nil)
    }

    @Test("SG-1 A signature that the server does not take is none: it is signed again, under the same key")
    func refused() async throws {
        let fixture = Self.fixture()
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers",
            .problem(
                422, "validation_failed",
                more:
                    #""errors":[{"pointer":"/signature/signature","code":"bad_signature","message":"Không khớp."}]"#
            ),
            .effect(.json(FixtureData.json(FixtureData.dossier), status: 201)))
        let driver = await fixture.intake(page: 6)
        await driver.press("alt-l", "f10").waitIdle()
        driver.expectText("Không khớp.").expectNoText("✓ Đã ký số")
        await driver.press("f10").waitIdle()
        driver.expectText("Tờ khai này phải được ký số.")
        await driver.press("alt-l", "f10").waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        let keys = fixture.transport.requests.filter { $0.target == "/v1/dossiers" }
            .compactMap { $0.headers.first("Idempotency-Key") }
        #expect(keys.count == 2 && Set(keys).count == 1)
    }

    @Test("SG-1 A form that does not ask for it, and papers that are asked for, go out unsigned")
    func unsigned() async throws {
        let plain = Self.fixture(signature: false)
        let driver = await plain.intake(page: 6)
        await driver.press("alt-l", "f10").waitIdle()
        driver.expectText("ĐÃ TIẾP NHẬN HỒ SƠ")
        #expect(try Self.sent(plain).map(\.signature) == [nil])
        let supplement = Self.fixture()
        let other = await supplement.intake(page: 6)
        other.press("alt-s").press("tab")
        #expect(other.screen(as: IntakeScreen.self)?.intake.signatureIssue == nil)
    }

    private static func plain(_ fixture: Fixture, _ answers: [(String, String)]) async -> ScriptedConsole {
        let console = ScriptedConsole(
            [
                ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "1"),
                ("Số định danh", FixtureData.card), ("Tìm thủ tục", "trich luc"), ("1/3 Tờ khai", "đủ"),
                ("2/3 Thẻ", "0 1"),
            ] + answers + [("Chọn số", "thoat")])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console
    }

    @Test("SG-1 In plain mode the form is signed after the review")
    func plainSigned() async throws {
        let fixture = Self.fixture()
        let console = await Self.plain(
            fixture, [("Ký số", "c"), ("Gửi:", "c"), ("Phiếu:", ""), ("Thủ tục tiếp theo", "k")])
        #expect(console.text.contains("Đã ký số tờ khai."))
        #expect(console.text.contains("ĐÃ TIẾP NHẬN HỒ SƠ"), "\(console.text)")
        #expect(try Self.sent(fixture).map(Self.isRight) == [true])
    }

    @Test("SG-1 In plain mode, too, nothing goes out unsigned")
    func plainUnsigned() async throws {
        let fixture = Self.fixture(training: false)
        let console = await Self.plain(fixture, [])
        #expect(console.text.contains("Tờ khai này phải được ký số, mà máy này chưa nối"), "\(console.text)")
        #expect(try Self.sent(fixture).isEmpty)
    }
}
