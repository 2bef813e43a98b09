import Forms
import FoundationEssentials
import Models
import TUI
import Testing

@testable import desk

/// The forms of desk's own screens, each with everything that it may ask.
enum BuiltInForms {
    /// Those whose every word is desk's own, in both languages.
    static let all: [FormDefinition] =
        [
            LoginForm.definition(training: true), LoginForm.definition(training: false),
            ApplicantForm.definition, ReviewForm.definition, TermsForm.definition(fees: []),
            FilterForm.definition(FilterForm.Choices()),
            LookupFilterForm.definition(LookupFilterForm.Choices(units: [one])), ExplainScreen.definition,
            CallForm.definition, CallVerification.definition,
            TicketActScreen.definition(.resolve),
            TicketActScreen.definition(
                .escalate, popular: TicketActScreen.popular(HotlineData.ticket, province: "H26")),
            RegisterScreen.definition, FiguresScreen.definition, ReportScreen.definition,
            MismatchScreen.definition, CollectForm.definition(most: 16_000),
            CalendarForm.choice([], year: 2026), CalendarForm.days(Strings.Calendar.change, year: 2026),
            BankFileScreen.definition,
            FindScreen.definition(title: Strings.Receipts.find, help: Strings.Receipts.findHelp),
        ] + tasks.map(\.definition) + papers + officers + post
        + ProcessAction.allCases.filter { $0 != .reassign }.map {
            ActForm.definition($0, needs: ProcessNeed.allCases, delivery: .post)
        } + [
            ActForm.definition(.forward, needs: [], isDraft: true),
            ActForm.definition(.deliver, needs: [.handoverProof], delivery: .desk, takers: ["001185000123"]),
        ]

    /// With those that have names out of data, which know one language.
    static let shown: [FormDefinition] =
        all + [
            TermsForm.definition(fees: [FixtureData.fee]),
            FilterForm.definition(
                FilterForm.Choices(statuses: [one], procedures: [one], officers: [one])),
            LookupFilterForm.definition(
                LookupFilterForm.Choices(statuses: [one], procedures: [one], units: [one])),
            TicketForm.definition([ReferenceItem(code: "a", name: "A")], [one]),
            OfficerColumnsScreen.definition(["A", "B"]),
            DelegationForm.definition(
                [Colleague(FixtureData.other)], roles: ["review"], lendsForOthers: true),
            HandOverScreen.definition([Colleague(FixtureData.other)]),
            HandOverAllTask.definition(
                me: FixtureData.me, [Colleague(FixtureData.other)], hasOwn: true, disposes: true),
            CalendarForm.choice([UnitRef(code: "H26.1.5", name: "Phường Hoàn Kiếm")], year: 2026),
            ActForm.definition(.reassign, needs: [.note], assignees: [FixtureData.other]),
            ActForm.definition(
                .supplementIn, needs: [.documents], papers: FixtureData.dossier.documents,
                asked: FixtureData.dossier.documents,
                lacking: [LackingAnswer(pointer: "/answers/ho_ten", label: "Họ và tên")]),
            AmendForm.definition(
                AmendSubject(
                    FixtureData.dossier, procedure: FixtureData.procedure, declaration: FixtureData.form),
                today: FixtureData.dossier.submittedAt.date),
            ComponentSample.definition,
        ]

    private static let one = Option(value: "1", label: Phrase("Một", en: "One"))

    /// Everything that a cashier does with money that was taken, receipts and drawers.
    static var tasks: [MoneyTask] {
        let session = TillData.session()
        var tasks: [MoneyTask] = [
            .open(beside: []), .count(session), .move(session, .deposit), .move(session, .withdrawal),
            .close(TillData.session(.counted, counted: 500_000)),
            .void(TillData.receipt()), .replace(TillData.receipt()), .refund(TillData.receipt()),
            .match(ReconcilingData.unmatched(), TillData.item()), .giveBack(ReconcilingData.unmatched()),
        ]
        if let transfer = try? TillData.payment(.transfer, .pending) {
            tasks += [.cancel(transfer), .issue(transfer)]
        }
        return tasks
    }

    private static let officers =
        [
            OfficerTask.create(OfficerData.officer().unit), .change(OfficerData.officer()),
            .act(.suspend, OfficerData.officer()),
            .assign(OfficerData.officer()), .unassign(OfficerData.officer()), .bind(OfficerData.officer()),
            .reject(OfficerData.change), .transfer(OfficerData.officer()),
        ].map { $0.definition(popular: [one]) } + [AuditFilter.definition]
        + [
            BreakGlassTask.definition, UnitRenameTask.definition, ProcessActivationTask.definition,
            BindingTask(unit: BindingData.unit, rows: [BindingData.row()]).definition,
            BindingTask(
                unit: BindingData.unit, rows: [BindingData.row()], step: BindingData.row().cells[2]
            ).definition,
        ]

    private static let post =
        [
            PostTask.send(FixtureData.dossier, .collect), .send(FixtureData.dossier, .result),
            .cancel(PostData.shipment()), .settle(PostData.shipment()), .accept(PostData.manifest()),
            .reopen(PostData.manifest(.closed)),
        ].map(\.definition) + [PostalSettingsTask(settings: PostData.settings).definition]

    /// The questions before a paper is made, for each paper that has any: without a new day, without a reason, and
    /// with both.
    private static let papers: [FormDefinition] = SlipForm.allCases.flatMap { form in
        [nil, FixtureData.dossier.dueAt].flatMap { due in
            [[], ["Thiếu giấy tờ."]].compactMap { reasons in
                var slip = SlipDocument(
                    dossier: FixtureData.dossier, me: FixtureData.me, place: nil,
                    today: FixtureData.dossier.submittedAt.date)
                (slip.form, slip.dueAt, slip.reasons) = (form, due, reasons)
                return PaperForm.definition(slip)
            }
        }
    }

    /// The form with each choice made once that anything depends on, and a row in each of its tables: so everything
    /// stands there at some time that ever does.
    static func states(_ form: FormDefinition) -> [FormState] {
        var rows: [String: Answer] = [:]
        for group in form.groups where group.repeats != nil { rows[group.id] = .rows([Answers()]) }
        var answers = [rows]
        let named = names(form)
        for group in form.groups {
            for field in group.fields where named.contains(field.id) {
                for choice in choices(field) {
                    var made = rows
                    if group.repeats == nil {
                        made[field.id] = choice
                    } else {
                        made[group.id] = .rows([[field.id: choice]])
                    }
                    answers.append(made)
                }
            }
        }
        return answers.map {
            FormState(
                form, answers: Answers($0), today: FixtureData.dossier.submittedAt.date, language: .vi,
                submitLabel: Strings.Login.enter)
        }
    }

    /// What the conditions of a form look at.
    private static func names(_ form: FormDefinition) -> Set<String> {
        var conditions = form.pages.compactMap(\.visibleWhen) + form.groups.compactMap(\.visibleWhen)
        for field in form.groups.flatMap(\.fields) {
            if let condition = field.visibleWhen { conditions.append(condition) }
            if case .when(let condition) = field.required { conditions.append(condition) }
        }
        return Set(conditions.flatMap(\.names))
    }

    private static func choices(_ field: Field) -> [Answer] {
        switch field.kind {
        case .radio(let options), .dropdown(.fixed(let options), false, _):
            options.prefix(8).map { .text($0.value) } + options.suffix(1).map { .text($0.value) }
        case .checkbox: [.flag(true)]
        default: []
        }
    }
}

extension FormDefinition: CustomTestStringConvertible {
    public var testDescription: String { id }
}

@Suite("The list of built-in forms")
struct BuiltInFormListTests {
    @Test("No form of desk's own is missing in the list that the rows of the eForm list are held on")
    func complete() throws {
        let known = BuiltInForms.shown.map(\.id)
        let programs = ["desk-print", "desk-preview", "desk-phieu"]
        var found = 0
        for file in Sources.files("Sources/desk") {
            let text = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            for match in text.matches(of: /"(desk-[a-z-]*[a-z])(-?)"/) {
                let (id, isBegun) = (String(match.output.1), !match.output.2.isEmpty)
                guard !programs.contains(id) else { continue }
                found += 1
                #expect(
                    known.contains(id) || isBegun && known.contains { $0.hasPrefix(id + "-") },
                    "\(id) of \(file)")
            }
        }
        #expect(found > 20)
        for task in BuiltInForms.tasks { #expect(known.contains(task.definition.id)) }
        #expect(Set(BuiltInForms.tasks.map(\.definition.id)).count == 12)
        #expect(Set(known.filter { $0.hasPrefix("desk-act-") }).count == ProcessAction.allCases.count)
        #expect(Set(known.filter { $0.hasPrefix("desk-ticket-") }).count == 2)
    }

    @Test("Every field of every built-in form stands in one of the states that the tests look at")
    func everyField() {
        for form in BuiltInForms.shown {
            var seen: Set<String> = []
            for state in BuiltInForms.states(form) {
                for entry in DrawnForm(state).entries { seen.insert(entry.path.field) }
            }
            let fields = Set(form.groups.flatMap(\.fields).filter { $0.kind != .note }.map(\.id))
            #expect(fields.subtracting(seen).isEmpty, "\(form.id)")
        }
    }
}
