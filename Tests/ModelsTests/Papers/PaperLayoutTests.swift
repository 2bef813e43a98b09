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
        "the lint names what does not fit, with its place",
        arguments: [
            (PaperLayout(number: " "), "/paper/number", "empty"),
            (PaperLayout(number: String(repeating: "a", count: 81)), "/paper/number", "too_long"),
            (PaperLayout(pledge: "Tôi\u{200B}"), "/paper/pledge", "invalid_character"),
            (PaperLayout(groups: [PaperGroup(group: "x")]), "/paper/groups/0/group", "unknown_field"),
            (
                PaperLayout(groups: [PaperGroup(group: "nguoi", blankRows: 3)]), "/paper/groups/0",
                "not_repeating"
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con", columns: [PaperColumn("con_ten")])]),
                "/paper/groups/0/columns", "bad_column"
            ),
            (
                PaperLayout(groups: [
                    PaperGroup(
                        group: "con",
                        columns: [PaperColumn("con_ten"), PaperColumn("con_sinh"), PaperColumn("ten")])
                ]), "/paper/groups/0/columns/2/field", "unknown_field"
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con", blankRows: 31)]),
                "/paper/groups/0/blank_rows", "out_of_range"
            ),
            (
                PaperLayout(groups: [PaperGroup(group: "con"), PaperGroup(group: "con")]),
                "/paper/groups/1/group", "duplicate_id"
            ),
            (
                PaperLayout(signatures: [PaperSignature(title: "A", name: "con_ten")]),
                "/paper/signatures/0/name", "unknown_field"
            ),
            (
                PaperLayout(signatures: Array(repeating: PaperSignature(title: "A"), count: 5)),
                "/paper/signatures", "too_many"
            ),
        ])
    func lint(layout: PaperLayout, pointer: String, code: String) {
        var form = Self.form
        form.paper = layout
        #expect(form.lint().map { [$0.pointer, $0.code] } == [[pointer, code]])
    }
}
