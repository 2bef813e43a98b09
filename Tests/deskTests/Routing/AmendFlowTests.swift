import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

extension Fixture {
    /// The form that corrects the dossier of the fixture, as the server takes it.
    func amending(columns: Int = 80, rows: Int = 24, _ language: Language = .vi) async -> TestDriver {
        await logIn()
        let dossier = FixtureData.dossier
        let driver = driver(
            DossierScreen(desk: desk, id: dossier.id, code: dossier.code), columns: columns, rows: rows,
            language: language)
        await driver.waitIdle()
        return await driver.press("q").waitIdle()
    }
}

private let target = "/v1/dossiers/" + FixtureData.dossier.id

/// The dossier after a correction of its name, as the server answers it.
private let amended: Dossier = {
    var dossier = FixtureData.dossier
    dossier.revision += 1
    dossier.applicant.name = "Nguyễn Thị Anh"
    return dossier
}()

@Suite("Correcting a dossier")
struct AmendFlowTests {
    @Test(
        "Q, type over, reason, F10 shows before and after, Enter sends only what changed, P prints the correction"
    )
    func name() async throws {
        let fixture = Fixture()
        fixture.transport.on(.patch, target, .answer(json: FixtureData.json(amended)))
        let driver = await fixture.amending()
        driver.expectText("Sửa hồ sơ").expectText("Nguyễn Thị Ánh")
        driver.type("Đọc nhầm dấu trên thẻ.").press("tab", "tab").press(
            "end", "backspace", "backspace", "backspace")
        driver.type("Anh")
        driver.press("f10")
        driver.expectText("Những chỗ sẽ sửa").expectText("Họ và tên: Nguyễn Thị Ánh → Nguyễn Thị Anh")
            .expectText("Lý do: Đọc nhầm dấu trên thẻ.")
        #expect(fixture.bodies(.patch, target).isEmpty)
        let event = DossierEvent(
            seq: 2, at: Instant(rfc3339: "2026-11-23T09:41:00+07:00")!, action: "amend",
            actor: FixtureData.me.officer, status: 2, note: "Đọc nhầm dấu trên thẻ.",
            detail: DossierEventDetail(changes: [
                AmendedField(
                    pointer: "/applicant/name", before: .string("Nguyễn Thị Ánh"),
                    after: .string("Nguyễn Thị Anh"))
            ]))
        fixture.transport.forget(.get, target + "/events")
        fixture.transport.forget(.get, "/v1/dossiers/*/events")
        fixture.transport.on(
            .get, target + "/events",
            .answer(
                json: FixtureData.json(Page(items: FixtureData.events + [event], nextCursor: nil))))
        await driver.press("enter").waitIdle()
        let request = try #require(fixture.transport.requests.last { $0.method == .patch })
        #expect(request.headers.first("If-Match") == "\"1\"")
        #expect(request.headers.first("Idempotency-Key") != nil)
        let body = try StrictJSON.decode(DossierAmendment.self, from: request.body ?? [])
        var applicant = FixtureData.dossier.applicant
        applicant.name = "Nguyễn Thị Anh"
        var answers = FixtureData.dossier.answers
        answers["ho_ten"] = .text("Nguyễn Thị Anh")
        #expect(
            body
                == DossierAmendment(reason: "Đọc nhầm dấu trên thẻ.", applicant: applicant, answers: answers))
        #expect(fixture.pending.isEmpty)
        driver.expectText("P in mẫu 01")
        await driver.press("end").waitIdle()
        driver.expectText("Họ và tên: Nguyễn Thị Ánh → Nguyễn Thị Anh")
        await driver.press("p").waitIdle()
        driver.expectText("Giấy tiếp nhận hồ sơ")
    }

    @Test("Nothing changed is said and nothing is sent; without a reason F10 goes to it")
    func nothing() async {
        let fixture = Fixture()
        let driver = await fixture.amending()
        driver.press("f10").expectNoText("Những chỗ sẽ sửa")
        driver.type("Thử.").press("f10").expectText("Chưa có gì khác với hồ sơ đang có.")
        driver.press("escape")
        await driver.waitIdle()
        #expect(fixture.bodies(.patch, target).isEmpty)
    }

    @Test("A refusal stands at its field, somebody faster is named, and what was typed is kept under one key")
    func refused() async throws {
        let fixture = Fixture()
        fixture.transport.on(
            .patch, target,
            .problem(
                422, "invalid_input",
                more: #""errors":[{"pointer":"/applicant/name","code":"x","message":"Tên này chưa đúng."}]"#),
            .problem(
                412, "revision_conflict",
                more: #""changed_by":"Lê Văn Thành","changed_at":"2026-11-23T09:40:00+07:00""#),
            .answer(json: FixtureData.json(amended)))
        let driver = await fixture.amending()
        driver.type("Sai tên.").press("tab", "tab").press("end").type("h")
        await driver.press("f10").press("enter").waitIdle()
        driver.expectText("Tên này chưa đúng.")
        await driver.press("f10").press("enter").waitIdle()
        driver.expectText("Lê Văn Thành").expectText("Sai tên.")
        await driver.press("f10").press("enter").waitIdle()
        let sent = fixture.transport.requests.filter { $0.method == .patch }
        #expect(sent.count == 3)
        #expect(Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
        driver.expectText("P in mẫu 01")
    }

    @Test(
        "A trial: a name and a number of copies put right reach the declaration and the fee, unless typed otherwise"
    )
    func follows() throws {
        var dossier = FixtureData.dossier
        let old = dossier.applicant.name
        dossier.answers = [
            "ho_ten": .text(old), "noi_dang_ky": .text("UBND phường Cửa Nam"), "so_ban": .number(1),
        ]
        let fee = try #require(FixtureData.procedure.fees.first { TermsForm.quantity(of: $0) == .number })
        dossier.quantities = [fee.code: .count(1)]
        let subject = AmendSubject(
            dossier, procedure: FixtureData.procedure, declaration: FixtureData.form)
        var answers = AmendForm.answers(of: subject)
        answers[AmendForm.ID.reason] = .text("Thử.")
        answers[ApplicantForm.ID.name] = .text("Nguyễn Thị Anh")
        answers["tk_so_ban"] = .number(3)
        var amendment = AmendForm.amendment(answers, of: subject)
        #expect(amendment.quantities == [fee.code: .count(3)])
        #expect(amendment.answers?.text("ho_ten") == "Nguyễn Thị Anh")
        answers[TermsForm.ID.quantity(fee.code)] = .number(2)
        answers["tk_ho_ten"] = .text("Nguyễn Thị Ánh Dương")
        amendment = AmendForm.amendment(answers, of: subject)
        #expect(amendment.quantities == [fee.code: .count(2)])
        #expect(amendment.answers?.text("ho_ten") == "Nguyễn Thị Ánh Dương")
    }

    @Test("The form is right, and what stands there comes back from it unchanged")
    func form() {
        var dossier = FixtureData.dossier
        let today = LocalDate(iso: "2026-11-23")!
        func subject(_ dossier: Dossier) -> AmendSubject {
            AmendSubject(dossier, procedure: FixtureData.procedure, declaration: FixtureData.form)
        }
        // The codes of published fees are ids of fields; that of the fixture is not.
        let findings = AmendForm.definition(subject(dossier), today: today).lint()
        #expect(findings.allSatisfy { $0.code == "bad_id" && "\($0)".contains("quantity_PHI-TL") })
        dossier.submitter = Submitter(
            name: "Lê Thị Hoa", identityNumber: "001190000456", relation: "cô ruột")
        dossier.delivery = Delivery(method: .post, address: "Số 5", phone: "0912345678", recipient: "Hoa")
        var other = FixtureData.dossier
        for name in ["Giấy A", "Giấy B", "Giấy B"] {
            other.documents.append(
                SubmittedDocument(
                    code: "KHAC", name: name, originals: 1, copies: 0, note: "\(other.documents.count)"))
        }
        for dossier in [FixtureData.dossier, dossier, other] {
            var answers = AmendForm.answers(of: subject(dossier))
            answers[AmendForm.ID.reason] = .text("Thử.")
            let form = FormState(
                AmendForm.definition(subject(dossier), today: today), answers: answers,
                today: LocalDate(iso: "2026-11-23")!)
            #expect(
                AmendForm.amendment(form.answers, of: subject(dossier))
                    == DossierAmendment(reason: "Thử."))
        }
    }

    /// Recipient, address and telephone were blank and not asked for once, and all were called as the way is.
    @Test("A result that is to go by post now goes to the applicant, and each change is named")
    func byPostNow() throws {
        let subject = AmendSubject(FixtureData.dossier, procedure: FixtureData.procedure)
        var answers = AmendForm.answers(of: subject)
        #expect(answers.text(TermsForm.ID.recipient) == FixtureData.dossier.applicant.name)
        #expect(answers.text(TermsForm.ID.address) == FixtureData.dossier.applicant.address)
        let definition = AmendForm.definition(subject, today: LocalDate(iso: "2026-11-23")!)
        for id in [TermsForm.ID.recipient, TermsForm.ID.address, TermsForm.ID.phone] {
            #expect(definition.field(id)?.required == .always, "\(id)")
        }
        #expect(AmendForm.amendment(answers, of: subject).delivery == nil)
        answers[TermsForm.ID.delivery] = .text(DeliveryMethod.post.rawValue)
        let after = AmendForm.preview(AmendForm.amendment(answers, of: subject), of: subject)
        let changes = AmendedField.changes(
            from: try StrictJSON.value(of: FixtureData.dossier), to: try StrictJSON.value(of: after))
        #expect(
            AmendedLines(language: .vi).lines(changes).map { $0.label.text(.vi) }
                == ["Nhận kết quả", "Người nhận", "Địa chỉ nhận", "ĐT người nhận"])
    }

    /// Both papers came out of a correction under the first one's name once.
    @Test("Papers outside the checklist, which share a code, are told apart by their names")
    func otherPapers() throws {
        var dossier = FixtureData.dossier
        dossier.documents = ["Giấy A", "Giấy B"].map {
            SubmittedDocument(code: "KHAC", name: $0, originals: 1, copies: 0)
        }
        let subject = AmendSubject(dossier, procedure: FixtureData.procedure)
        var answers = AmendForm.answers(of: subject)
        var rows = answers.rows(AmendForm.ID.papers)
        rows[1][AmendForm.ID.originals] = .number(2)
        answers[AmendForm.ID.papers] = .rows(rows)
        #expect(
            AmendForm.amendment(answers, of: subject).documents == [
                SubmittedDocument(code: "KHAC", name: "Giấy A", originals: 1, copies: 0),
                SubmittedDocument(code: "KHAC", name: "Giấy B", originals: 2, copies: 0),
            ])
        let asked = ActForm.definition(.supplementIn, needs: [.documents], papers: dossier.documents)
        #expect(asked.lint().isEmpty, "\(asked.lint())")
        var came = Answers()
        came[ActForm.ID.documents] = .rows([
            [ActForm.ID.paper: .text("KHAC Giấy B"), ActForm.ID.originals: .number(1)]
        ])
        #expect(
            ActForm.request(.supplementIn, needs: [.documents], to: nil, came).documents?.first?.name
                == "Giấy B")
    }

    @Test(
        "Only reception of the unit, while the dossier is open and was received",
        arguments: [(2, true), (4, true), (9, true), (10, false), (3, false), (7, false), (8, false)])
    func who(status: Int, may: Bool) {
        let fixture = Fixture()
        var dossier = FixtureData.dossier
        dossier.status = status
        #expect(fixture.desk.canAmend(dossier) == may)
        dossier.acceptedAt = nil
        #expect(!fixture.desk.canAmend(dossier))
        dossier = FixtureData.dossier
        dossier.unit.code = "H26.1.6"
        #expect(!fixture.desk.canAmend(dossier))
        #expect(!fixture.desk.canAmend(nil))
    }

    @Test("Golden: the form, and what changes before it is sent, at 80×24")
    func golden() async {
        let driver = await Fixture().amending()
        driver.expectScreen(
            """
             desk ▸ Sửa hồ sơ         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Sửa hồ sơ
             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             Nội dung cũ còn trong diễn biến; phiếu in lại ghi “Bản sửa”. PgDn: tờ khai.

            [1 Hồ sơ]  2 Tờ khai
            ┌ Vì sao sửa ─────────────────────────────────────────────────────────────────┐█
            │ Lý do sửa *                                                                 │█
            │             0/2.000 ký tự, 0 từ                                             │█
            │             Bắt buộc; được giữ trong diễn biến của hồ sơ.                   │█
            └─────────────────────────────────────────────────────────────────────────────┘█
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐│
            │ Số định danh * 001185000123                                                 ││
            │                Quét thẻ ở bất cứ ô nào, hoặc gõ 12 chữ số (CMND cũ: 9).     ││
            │ Họ và tên *    Nguyễn Thị Ánh                                               ││
            │ Ngày sinh *    12/03/1985  ▼          Giới tính * (•) nữ  ( ) nam           ││
            │                Ví dụ: 12031985 hoặc 12/3/1985                               ││
            │ Thường trú *   Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội              ││
            │ Điện thoại     0912345678                                                   ││
            │                Để báo khi có kết quả. Số này không có trên thẻ.             ││
            │ Thư điện tử                                                                 ││
            │                Không bắt buộc, ví dụ ten@coquan.vn.                         ││
             Bắt buộc; được giữ trong diễn biến của hồ sơ.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Xem thay đổi  Esc Bỏ
            """)
        driver.type("Đọc nhầm dấu trên thẻ.").press("tab", "tab").press(
            "end", "backspace", "backspace", "backspace")
        driver.type("Anh").press("f10")
        driver.expectScreen(
            """
             desk ▸ Sửa hồ sơ         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             H26.1.5-261123-0012  Sửa hồ sơ
             Nguyễn Thị Ánh · Cấp bản sao trích lục hộ tịch
             Nội dung cũ còn trong diễn biến; phiếu in lại ghi “Bản sửa”. PgDn: tờ khai.

            [1 Hồ sơ]  2 Tờ khai
            ┌ Vì sao sửa ─────────────────────────────────────────────────────────────────┐█
            │ Lý do sửa * Đọc nhầm dấu trên thẻ.                                          │█
            │           ┌ Những chỗ sẽ sửa ────────────────────────────────────┐          │█
            │           │ Họ và tên: Nguyễn Thị Ánh → Nguyễn Thị Anh           │          │█
            └───────────│ Tờ khai, Họ và tên: Nguyễn Thị Ánh → Nguyễn Thị Anh  │──────────┘█
            ┌ Chủ hồ sơ │ Lý do: Đọc nhầm dấu trên thẻ.                        │──────────┐│
            │ Số định da│                                                      │          ││
            │           │ [ Sửa ]  [ Xem lại ]                                 │: 9).     ││
            │ Họ và tên └──────────────────────────────────────────────────────┘          ││
            │ Ngày sinh *    12/03/1985  ▼          Giới tính * (•) nữ  ( ) nam           ││
            │                Ví dụ: 12031985 hoặc 12/3/1985                               ││
            │ Thường trú *   Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội              ││
            │ Điện thoại     0912345678                                                   ││
            │                Để báo khi có kết quả. Số này không có trên thẻ.             ││
            │ Thư điện tử                                                                 ││
            │                Không bắt buộc, ví dụ ten@coquan.vn.                         ││
             Như trên thẻ căn cước, có dấu.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Chọn  Esc Đóng
            """)
    }
}
