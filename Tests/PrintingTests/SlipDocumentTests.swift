import Models
import Testing

@Suite("The slip's JSON and its bounds")
struct SlipDocumentTests {
    @Test("the shape that desk writes and desk-print reads")
    func shape() throws {
        var slip = Samples.organisation
        slip.fees = ["Lệ phí: 8.000 đ"]
        slip.documents[0].note = "đã số hóa"
        #expect(
            String(decoding: try slip.json(), as: UTF8.self) == """
                {"address":"Số 12 phố Hàng Bài, phường Cửa Nam, thành phố Hà Nội","applicant_name":"Công ty Cổ \
                phần Sông Hồng","authority":"UBND phường Hoàn Kiếm","channel":"Trực tiếp",\
                "code":"H26.1.5-261123-0001","date":"2026-11-23","desk":"Bộ phận Tiếp nhận và Trả kết quả",\
                "documents":[{"copies":0,"name":"Tờ khai cấp bản sao trích lục hộ tịch","note":"đã số hóa",\
                "originals":1}],"due_at":"2026-11-23T17:00:00+07:00","email":"lien.he@songhong.example.vn",\
                "fees":["Lệ phí: 8.000 đ"],"form":"01","lookup_code":"7K3F",\
                "lookup_url":"https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001","missing":[],\
                "number":"0123/BPTNTKQ","officer_name":"Trần Thu Hà","phone":"0912345678","place":"Hoàn Kiếm",\
                "reasons":[],"received_at":"2026-11-23T09:41:00+07:00","register_book":"01/2026",\
                "register_number":123,"reprint":0,"request":"Cấp bản sao trích lục hộ tịch",\
                "result_at":"Bộ phận Một cửa phường Hoàn Kiếm","sets":1,"submitter_name":"Trần Văn Bình",\
                "submitter_relation":"theo giấy giới thiệu","tax_code":"0100109106-001",\
                "time_text":"trong ngày làm việc","training":false}
                """)
    }

    @Test(
        "what is written reads back the same",
        arguments: [
            Samples.onePaper, Samples.manyPapers, Samples.organisation, Samples.supplementRequest,
            Samples.refusal,
        ])
    func roundTrip(slip: SlipDocument) throws {
        #expect(try SlipDocument(json: slip.json()) == slip)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var pointer: String
        var change: @Sendable (inout SlipDocument) -> Void

        init(_ pointer: String, _ change: @escaping @Sendable (inout SlipDocument) -> Void) {
            self.pointer = pointer
            self.change = change
        }

        var testDescription: String { pointer }
    }

    @Test(
        "each bound is found at its place",
        arguments: [
            Case("/authority") { $0.authority = " " },
            Case("/desk") { $0.desk = "" },
            Case("/place") { $0.place = "\n" },
            Case("/applicant_name") { $0.applicantName = "" },
            Case("/request") { $0.request = "" },
            Case("/code") { $0.code = "" },
            Case("/code") { $0.code = "H26 1" },
            Case("/code") { $0.code = "Đ26" },
            Case("/code") { $0.code = String(repeating: "1", count: 33) },
            Case("/lookup_url") { $0.lookupURL = "javascript:x" },
            Case("/lookup_url") { $0.lookupURL = "https://a b" },
            Case("/lookup_url") { $0.lookupURL = "https://" + String(repeating: "a", count: 300) },
            Case("/sets") { $0.sets = 0 },
            Case("/reprint") { $0.reprint = -1 },
            Case("/register_number") { $0.registerNumber = 0 },
            Case("/received_at") { $0.receivedAt = nil },
            Case("/due_at") { $0.dueAt = Samples.instant("2026-11-22T09:00:00+07:00") },
            Case("/documents/0/name") { $0.documents[0].name = "" },
            Case("/documents/0/originals") { $0.documents[0].originals = -1 },
            Case("/documents/0/copies") { $0.documents[0].copies = 1000 },
            Case("/documents") { $0.documents = Array(repeating: $0.documents[0], count: 301) },
            Case("/fees/1") { $0.fees = ["a", String(repeating: "a", count: 16_385)] },
            Case("/email") { $0.email = String(repeating: "a", count: 16_385) },
            Case("/authority") { $0.authority = String(repeating: "a", count: 161) },
            Case("/submitter_sign_name") { $0.submitterSignName = String(repeating: "a", count: 161) },
            Case("/reasons") { $0.form = .refusal },
            Case("/missing") { $0.form = .supplementRequest },
        ])
    func bounds(test: Case) throws {
        var slip = Samples.onePaper
        #expect(slip.issues().isEmpty)
        test.change(&slip)
        #expect(slip.issues().map(\.pointer) == [test.pointer])
        let error = try #require(throws: SlipError.self) { _ = try SlipDocument(json: slip.json()) }
        #expect(error.issues == slip.issues())
    }
}
