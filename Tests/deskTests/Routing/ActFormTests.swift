import Forms
import Models
import TUI
import Testing

@testable import desk

@Suite("Forms of acts")
struct ActFormTests {
    @Test(
        "Every verb of an officer has a letter of its own, and every form is right",
        arguments: ProcessAction.allCases)
    func forms(verb: ProcessAction) {
        let letters = DeskActions.letters.map(\.letter)
        #expect(Set(letters).count == letters.count)
        let isOfficers = !verb.isAutomatic && verb != .amend
        #expect(DeskActions.letters.contains { $0.verb == verb } == isOfficers)
        #expect(ActionID.act(verb).verb == verb)
        let form = ActForm.definition(
            verb, needs: ProcessNeed.allCases, assignees: [FixtureData.other],
            papers: FixtureData.dossier.documents, delivery: .post)
        #expect(form.lint().isEmpty, "\(form.lint())")
    }

    @Test(
        "An act asks only for what it needs",
        arguments: [
            (ProcessAction.forward, [ProcessNeed](), ["note"]),
            (.requestSupplement, [.note, .missing], ["item", "note"]),
            (.extend, [.newDueDate], ["due_date", "due_time", "note"]),
            (
                .deliver, [.handoverProof],
                ["recipient", "identity_number", "relation", "slip_returned", "note"]
            ),
            (
                .finish, [.result],
                ["result_name", "result_number", "result_date", "result_originals", "note"]
            ),
            (.requestPayment, [.payment], ["amount", "note"]),
            (.reassign, [], ["assignee", "note"]),
        ])
    func asks(verb: ProcessAction, needs: [ProcessNeed], fields: [String]) {
        let form = ActForm.definition(verb, needs: needs)
        #expect(form.groups.flatMap(\.fields).map(\.id) == fields)
    }

    @Test("What was answered becomes the request")
    func request() throws {
        let came: Answers = [
            "documents": .rows([
                ["paper": .text("GT2"), "originals": .number(0), "copies": .number(2)],
                [
                    "paper": .text("-"), "name": .text("Đơn trình báo"), "originals": .number(1),
                    "copies": .number(0),
                ],
            ])
        ]
        let supplement = ActForm.request(.supplementIn, needs: [.documents], to: nil, came)
        #expect(supplement.documents?.map(\.code) == ["GT2", "KHAC"])
        #expect(supplement.documents?.map(\.copies) == [2, 0])
        #expect(supplement.documents?.last?.name == "Đơn trình báo")
        let extend = ActForm.request(
            .extend, needs: [.newDueDate], to: nil,
            ["due_date": .text("2026-12-01"), "due_time": .text("16:30")])
        #expect(extend.dueAt == Instant(rfc3339: "2026-12-01T16:30:00+07:00"))
        let deliver = ActForm.request(
            .deliver, needs: [.handoverProof], to: nil,
            ["recipient": .text("Nguyễn Thị Ánh"), "slip_returned": .flag(true), "relation": .text("  ")])
        #expect(deliver.handover == HandoverProof(recipient: "Nguyễn Thị Ánh", slipReturned: true))
    }
}
