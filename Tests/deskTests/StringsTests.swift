import Forms
import FoundationEssentials
import Models
import Testing

@testable import desk

@Suite("Strings")
struct StringsTests {
    /// Letters that only Vietnamese words have.
    private static let marks = Set("ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ")

    @Test("No word for the officer stands outside of Strings")
    func outside() throws {
        // What is compared with data or read from it, and no word on a screen.
        let allowed = ["Screens/UnitName.swift", "Screens/Intake/TermsForm.swift"]
        for file in Sources.files("Sources/desk") where !file.contains("/Strings/") {
            if allowed.contains(where: file.hasSuffix) { continue }
            let text = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
                let hasWord = code.lowercased().contains(where: Self.marks.contains)
                #expect(!hasWord, "\(file):\(number + 1): \(line)")
            }
        }
    }

    @Test("No phrase lacks its English")
    func english() throws {
        // `say` takes both languages; a phrase made in another way might not.
        for file in Sources.files("Sources/desk/Strings") where !file.hasSuffix("/Strings.swift") {
            let text = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            #expect(!text.contains("Phrase(\"") && !text.contains("Phrase(vi"), "\(file)")
        }
    }

    @Test("Every built-in form speaks both languages", arguments: BuiltInForms.all)
    func forms(form: FormDefinition) {
        func check(_ phrase: Phrase?, _ place: String) {
            guard let phrase else { return }
            #expect(!phrase.vi.isEmpty && phrase.en?.isEmpty == false, "\(form.id) \(place)")
        }
        check(form.title, "title")
        for page in form.pages {
            check(page.title, page.id)
            for group in page.groups {
                check(group.title, group.id)
                check(group.help, group.id)
                for field in group.fields {
                    check(field.label, field.id)
                    check(field.help, field.id)
                    check(field.placeholder, field.id)
                    for option in options(field) { check(option.label, "\(field.id).\(option.value)") }
                }
            }
        }
    }

    private func options(_ field: Field) -> [Option] {
        switch field.kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _): options
        default: []
        }
    }
}

@Suite("Built-in forms")
struct BuiltInFormTests {
    @Test("Every condition can be read")
    func conditions() {
        for source in [
            "on_behalf == 'yes'", "kind == 'citizen'", "kind == 'organisation'", "delivery_method == 'post'",
            "decision == 'request_supplement'", "decision != 'receive'",
        ] { #expect(ApplicantForm.condition(source) != nil, "\(source)") }
    }

    @Test(
        "Every built-in form passes the linter that a ministry's form passes", arguments: BuiltInForms.shown)
    func lint(form: FormDefinition) {
        // The code of a fee is no id that a ministry could write, and two tables of days have the same columns.
        let found = form.lint().filter { !["bad_id", "duplicate_id"].contains($0.code) }
        #expect(found.isEmpty, "\(found)")
    }

    @Test("Fields with a condition of their own")
    func hidden() {
        let conditional = ApplicantForm.definition.groups.flatMap(\.fields).filter { $0.visibleWhen != nil }
        #expect(conditional.count == 9)
        #expect(ApplicantForm.definition.groups[1].visibleWhen != nil)
    }
}
