import Forms
import Models
import Testing

@Suite("What crosses the wire")
struct WireTests {
    private func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
        try StrictJSON.decode(type, from: json.utf8)
    }

    private func encode(_ value: some Encodable) throws -> String {
        String(decoding: try StrictJSON.encode(value), as: UTF8.self)
    }

    @Test("An intake: snake_case, `case`, and the keys of answers left alone")
    func intake() throws {
        let json = """
            {"decision": "receive", "procedure": "2.000635", "case": "truc_tiep", "channel": 1,
             "applicant": {"kind": "citizen", "name": "Nguyễn Thị Ánh", "identity_number": "001185000123",
                           "birth_date": "1985-03-12", "sex": "female"},
             "documents": [{"code": "to_khai", "originals": 1, "copies": 0}],
             "answers": {"hoTen": "Ánh", "so_ban": 2, "dong_y": true, "chon": ["a"], "con": [{"Ten": "B"}],
                         "bo_trong": null},
             "form_id": "trich_luc", "form_version": 1, "quantities": {"trichLuc": 2, "trang": [3, 4]},
             "delivery": {"method": "desk"}}
            """
        let intake = try decode(DossierIntake.self, json)
        #expect(intake.caseCode == "truc_tiep")
        #expect(
            intake.answers == [
                "hoTen": .text("Ánh"), "so_ban": .number(2), "dong_y": .flag(true), "chon": .choices(["a"]),
                "con": .rows([["Ten": .text("B")]]),
            ])
        #expect(intake.quantities == ["trichLuc": 2, "trang": [3, 4]])
        #expect(intake.documents.first?.digitised == DigitisedState.none)
        #expect(intake.copies == 1)
        let written = try encode(intake)
        #expect(written.contains(#""case":"truc_tiep""#) && !written.contains("case_code"))
        #expect(try decode(DossierIntake.self, written) == intake)
    }

    @Test(
        "Errors point at the place",
        arguments: [
            (
                #"{"unit":"x","accepted_at":"2026-11-23","amount":1,"amount_unit":"working_day"}"#,
                "/accepted_at", "invalid_value"
            ),
            (
                #"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1,"amount_unit":"week"}"#,
                "/amount_unit", "invalid_value"
            ),
            (
                #"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1.5,"amount_unit":"working_day"}"#,
                "/amount", "wrong_type"
            ),
            (#"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1}"#, "/amount_unit", "missing_key"),
            (
                #"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1,"amount_unit":"working_day","pauses":[{"from":"2026-11-23T09:00:00Z","to":null,"resume":"x"}]}"#,
                "/pauses/0/resume", "invalid_value"
            ),
            (
                #"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1,"amount_unit":"working_day","pauses":[{"from":"2026-11-23T09:00:00Z","resume":"reset","bis":1}]}"#,
                "/pauses/0/bis", "unknown_key"
            ),
            (
                #"{"unit":"x","accepted_at":"2026-11-23T09:00:00Z","amount":1,"amount_unit":"working_day","acceptedAt":1}"#,
                "/acceptedAt", "unknown_key"
            ),
            (#"[]"#, "", "wrong_type"),
        ])
    func pointers(_ json: String, _ pointer: String, _ code: String) {
        let error = #expect(throws: StrictJSONError.self) { try decode(DeadlinePreviewRequest.self, json) }
        #expect(error?.pointer == pointer)
        #expect(error?.code == code)
    }

    @Test("A newer server's members are passed over by the lenient reader alone")
    func lenient() throws {
        let json =
            #"{"time":"2026-11-23T09:00:00+07:00","epoch":"e","training":true,"version":"1","mood":"good"}"#
        #expect(try LenientJSON.decode(Ping.self, from: json.utf8).epoch == "e")
        #expect(throws: StrictJSONError.self) { try decode(Ping.self, json) }
    }

    @Test("Calendars, quotes and procedures survive the way there and back")
    func roundTrips() throws {
        let calendar = NationalCalendar.calendar
        #expect(try decode(WorkCalendar.self, try encode(calendar)) == calendar)
        let quote = FeeQuote(
            lines: [
                FeeLine(
                    feeCode: "a", name: "A", kind: .lePhi, quantity: 2, amount: 16_000, basis: "b",
                    exemptionText: "c")
            ], total: 16_000, exemption: AppliedExemption(code: "x", name: "y", text: "z"))
        #expect(try decode(FeeQuote.self, try encode(quote)) == quote)
        #expect(try encode(quote).contains(#""kind":"le_phi""#))
        let page = Page(
            items: [
                SearchItem(
                    id: "1", code: "H26.1.5-261123-0001", procedureName: "p", applicantName: "a", status: 2,
                    statusName: "s", stepName: "t", unitName: "u", overdue: false)
            ], nextCursor: "c")
        #expect(try decode(Page<SearchItem>.self, try encode(page)) == page)
        #expect(try encode(page).contains(#""next_cursor":"c""#))
        let draft = DraftPut(
            id: "1", kind: "intake", title: "t",
            content: .object(["aB": .array([.int(1), .null, .double(1.5), .object([:])])]))
        #expect(try decode(DraftPut.self, try encode(draft)) == draft)
        let problem = Problem(
            type: "about:blank", title: "t", status: 422, code: "c", retryable: false, traceId: "x",
            errors: [InputProblem(pointer: "/answers/a", code: "required", message: "m")])
        #expect(try decode(Problem.self, try encode(problem)) == problem)
        #expect(try encode(problem).contains(#""trace_id":"x""#))
    }

    @Test(
        "Calendar spans are checked",
        arguments: [
            #"{"from":"12:00","to":"08:00"}"#, #"{"from":"08:00","to":"08:00"}"#,
            #"{"from":"8:00","to":"12:00"}"#,
            #"{"from":"08:60","to":"12:00"}"#, #"{"from":"08:00","to":"24:01"}"#,
        ])
    func spans(_ json: String) {
        #expect(throws: StrictJSONError.self) { try decode(TimeSpan.self, json) }
    }
}
