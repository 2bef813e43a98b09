import Forms
import Models
import Testing

@Suite("What a form says of its paper")
struct PaperLayoutTests {
    private static let form = DeclarationDocumentTests.form

    @Test("UX-3 a layout is read strictly, part by part")
    func strict() throws {
        let json = """
            {"number": "Mẫu CT01", "addressee": {"text": "Công an cấp xã"}, "groups": [{"group": "con",
            "columns": [{"field": "con_ten", "title": "Tên con"}], "blank_rows": 5}], "pledge": "Tôi cam đoan.",
            "signatures": [{"title": "NGƯỜI KHAI", "dated": true, "name": "ten"}]}
            """
        let layout = try StrictJSON.decode(PaperLayout.self, from: Array(json.utf8))
        #expect(
            layout
                == PaperLayout(
                    number: "Mẫu CT01", addressee: PaperAddressee("Công an cấp xã"), pledge: "Tôi cam đoan.",
                    groups: [
                        PaperGroup(
                            group: "con", columns: [PaperColumn("con_ten", title: "Tên con")], blankRows: 5)
                    ],
                    signatures: [PaperSignature(title: "NGƯỜI KHAI", dated: true, name: "ten")]))
        #expect(try StrictJSON.decode(PaperLayout.self, from: StrictJSON.encode(layout)) == layout)
        #expect(try StrictJSON.decode(FormDefinition.self, from: StrictJSON.encode(Self.form)) == Self.form)
        for (bad, pointer) in [
            (#"{"numbr": "x"}"#, "/numbr"),
            (#"{"addressee": {"text": "x", "unit": true}}"#, "/addressee/unit"),
            (#"{"signatures": [{"hint": "x"}]}"#, "/signatures/0/title"),
            (#"{"groups": [{"group": "con", "columns": [{"id": "x"}]}]}"#, "/groups/0/columns/0"),
        ] {
            let error = #expect(throws: StrictJSONError.self) {
                try StrictJSON.decode(PaperLayout.self, from: Array(bad.utf8))
            }
            #expect(error?.pointer.hasPrefix(pointer) == true, "\(bad): \(String(describing: error))")
        }
    }

    @Test("a layout that fits its form passes the lint")
    func fits() {
        #expect(Self.form.lint().isEmpty)
    }

    @Test(
        "the lint names what does not fit",
        arguments: [
            (PaperLayout(number: " "), "Bản giấy: số mẫu để trống."),
            (PaperLayout(number: String(repeating: "a", count: 81)), "Bản giấy: số mẫu dài quá 80 byte."),
            (
                PaperLayout(groups: [PaperGroup(group: "khong_co")]),
                "Bản giấy nói đến nhóm “khong_co”, không có nhóm đó."
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "nguoi", blankRows: 3)]),
                "Bản giấy: nhóm “nguoi” không lặp lại nên không thành bảng được."
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con", columns: [PaperColumn("con_ten")])]),
                "Bản giấy: mục “con_sinh” của nhóm “con” phải có đúng một cột."
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con", blankRows: 31)]),
                "Bản giấy: số dòng trống của nhóm “con” phải từ 1 đến 30."
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con"), PaperGroup(group: "con")]),
                "Bản giấy có nhóm lặp lại."
            ),
            (
                PaperLayout(signatures: [PaperSignature(title: "A", name: "con_ten")]),
                "Bản giấy: chỗ ký “A” lấy tên ở mục “con_ten”, không có mục đó."
            ),
            (
                PaperLayout(signatures: Array(repeating: PaperSignature(title: "A"), count: 5)),
                "Bản giấy có quá 4 chỗ ký."
            ),
        ])
    func lint(layout: PaperLayout, problem: String) {
        var form = Self.form
        form.paper = layout
        #expect(form.lint() == [problem])
    }
}
