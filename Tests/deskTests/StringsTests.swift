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

/// The forms of desk's own screens.
enum BuiltInForms {
    static let all =
        [
            LoginForm.definition(training: true), LoginForm.definition(training: false),
            ApplicantForm.definition,
            TermsForm.definition(fees: []), ReviewForm.definition,
            FilterForm.definition(FilterForm.Choices()), ExplainScreen.definition,
            HandOverAllScreen.definition(me: FixtureData.me, [], hasOwn: true, disposes: true),
            CallForm.definition,
            CallVerification.definition,
            TicketForm.definition(
                [ReferenceItem(code: "a", name: "A")], []),
            TicketActScreen.definition(.resolve), TicketActScreen.definition(.escalate),
            RegisterScreen.definition, FiguresScreen.definition, ReportScreen.definition,
            LookupFilterForm.definition(LookupFilterForm.Choices()),
        ] + officers
        + ProcessAction.allCases.filter { $0 != .reassign }.map {
            ActForm.definition($0, needs: ProcessNeed.allCases, delivery: .post)
        }
    private static let officers =
        [
            OfficerTask.create(nil), .change(OfficerData.officer()), .act(.suspend, OfficerData.officer()),
            .assign(OfficerData.officer()), .unassign(OfficerData.officer()), .bind(OfficerData.officer()),
            .reject(OfficerData.change), .transfer(OfficerData.officer()),
        ].map(\.definition) + [AuditFilter.definition]
    /// With those that have names out of data, which know one language.
    static let shown =
        all + [
            OfficerColumnsScreen.definition(["A", "B"]),
            DelegationForm.definition([], roles: ["review"], lendsForOthers: true),
            CalendarForm.choice([], year: 2026), CalendarForm.days(Strings.Calendar.change, year: 2026),
            AmendForm.definition(
                AmendSubject(FixtureData.dossier, procedure: FixtureData.procedure),
                today: FixtureData.dossier.submittedAt.date),
        ]
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

    @Test("Every field that should be hidden at times has its condition", arguments: BuiltInForms.all)
    func lint(form: FormDefinition) {
        #expect(form.lint().isEmpty, "\(form.lint())")
    }

    @Test("Fields with a condition of their own")
    func hidden() {
        let conditional = ApplicantForm.definition.groups.flatMap(\.fields).filter { $0.visibleWhen != nil }
        #expect(conditional.count == 9)
        #expect(ApplicantForm.definition.groups[1].visibleWhen != nil)
    }
}
