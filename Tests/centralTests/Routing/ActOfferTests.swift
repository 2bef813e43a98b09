import Forms
import Models
import Testing

@testable import central

private typealias F = RoutingFixture

/// What the server offers with an act: names, papers, who has it.
@Suite("What an act is offered with")
struct ActOfferTests {
    private func faults(_ request: ActionRequest, _ actor: RoutingActor, on dossier: RoutingCase) -> [String]
    {
        let act = RoutingAct.officer(actor, request, assignee: nil)
        guard case .failure(let refusal) = F.engine().decide(act, on: dossier, at: F.now.adding(seconds: 900))
        else { return [] }
        return refusal.foremost.map { "\($0.pointer) \($0.code) \($0.hint == nil ? "-" : "hint")" }
    }

    @Test(
        "Deliver: a stranger who takes the result needs a relation, applicant and submitter do not",
        arguments: [
            ("001185000123", nil, []), ("001090000456", nil, []), (nil, nil, []),
            ("001190000789", nil, ["/handover/relation required hint"]),
            ("001190000789", "  ", ["/handover/relation required hint"]),
            ("001190000789", "Con, giấy ủy quyền 12/2026", []),
        ] as [(String?, String?, [String])])
    func stranger(number: String?, relation: String?, refused: [String]) {
        var dossier = F.after(F.toDeliver)
        dossier.takers = ["001185000123", "001090000456"]
        var request = F.request(.deliver)
        request.handover?.identityNumber = number
        request.handover?.relation = relation
        #expect(faults(request, F.reception, on: dossier) == refused)
    }

    @Test("Claim: what one has is not offered to be taken, but to be given back")
    func claimed() throws {
        func isAllowed(_ action: ProcessAction, _ actor: RoutingActor, _ dossier: RoutingCase) -> Bool? {
            F.engine().options(for: actor, on: dossier, at: F.now.adding(seconds: 900))
                .first { $0.action == action }?.allowed
        }
        let free = F.after(F.toReview)
        #expect(isAllowed(.claim, F.reviewer, free) == true)
        #expect(isAllowed(.release, F.reviewer, free) == false)
        let taken = F.after(F.toReview + [(F.reviewer, .claim)])
        #expect(isAllowed(.claim, F.reviewer, taken) == false)
        #expect(isAllowed(.release, F.reviewer, taken) == true)
        // A form that opens on it keeps it up all the same.
        #expect(faults(F.request(.claim), F.reviewer, on: taken).isEmpty)
    }

    @Test(
        "Supplement_in: what brings none of the required missing papers is refused with what is missing"
    )
    func supplement() throws {
        var dossier = F.after(F.toReview + [(F.reviewer, .requestSupplement)])
        let photo = SubmittedDocument(code: "KHAC", name: "Ảnh 4x6", originals: 1, copies: 0)
        var request = F.request(.supplementIn)
        request.documents = [photo]
        #expect(faults(request, F.reception, on: dossier).isEmpty)
        dossier.documents = []
        #expect(faults(request, F.reception, on: dossier) == ["/documents still_missing hint"])
        #expect(faults(F.request(.supplementIn), F.reception, on: dossier).isEmpty)
    }

    @Test(
        "Supplement_in: a part of the required papers is no supplement; all of them are named that are missing"
    )
    func partOfSupplement() throws {
        var dossier = F.after(F.toReview + [(F.reviewer, .requestSupplement)])
        dossier.documents = []
        dossier.requirements.append(
            DocumentRequirement(
                code: "chung_sinh", name: "Giấy chứng sinh", required: true, originals: 1, copies: 0,
                digitise: false))
        var request = F.request(.supplementIn)
        #expect(faults(request, F.reception, on: dossier) == ["/documents still_missing hint"])
        request.documents?.append(SubmittedDocument(code: "chung_sinh", originals: 0, copies: 1))
        #expect(faults(request, F.reception, on: dossier).isEmpty)
    }

    @Test(
        "Supplement_in: what the declaration lacks is named; with a reason it goes on, and the event keeps both"
    )
    func lackingDeclaration() throws {
        var dossier = F.after(F.toReview + [(F.reviewer, .requestSupplement)])
        dossier.lacking = [
            LackingAnswer(pointer: "/answers/ho_ten", label: "Họ và tên"),
            LackingAnswer(pointer: "/answers/con/0/ten", label: "Tên con"),
        ]
        var request = F.request(.supplementIn)
        #expect(
            faults(request, F.reception, on: dossier) == [
                "/answers/ho_ten required hint", "/answers/con/0/ten required hint",
            ])
        let option = F.engine().options(for: F.reception, on: dossier, at: F.now.adding(seconds: 400))
            .first { $0.action == .supplementIn }
        #expect(option?.allowed == true && option?.lacking == dossier.lacking)
        request.incompleteReason = " Tờ khai nộp bằng giấy. "
        let done = try F.engine().decide(
            .officer(F.reception, request, assignee: nil), on: dossier, at: F.now.adding(seconds: 400)
        ).get()
        #expect(done.event.detail.lacking == ["Họ và tên", "Tên con"])
        #expect(done.event.detail.incompleteReason == "Tờ khai nộp bằng giấy.")
        // Where nothing is lacking, no reason is kept.
        dossier.lacking = []
        let whole = try F.engine().decide(
            .officer(F.reception, request, assignee: nil), on: dossier, at: F.now.adding(seconds: 400)
        ).get()
        #expect(whole.event.detail.incompleteReason == nil)
    }

    @Test(
        "Supplement_in: papers of the checklist that were asked for are offered, other lines by their text"
    )
    func asked() throws {
        var request = F.request(.requestSupplement)
        request.missing = [" tờ khai", "Chữ ký của cha"]
        let before = F.after(F.toReview)
        let done = try F.engine().decide(
            .officer(F.reviewer, request, assignee: nil), on: before, at: F.now.adding(seconds: 300)
        ).get()
        let option = F.engine().options(
            for: F.reception, on: F.follow(before, done), at: F.now.adding(seconds: 400)
        ).first { $0.action == .supplementIn }
        #expect(
            option?.asked == [
                SubmittedDocument(code: "to_khai", name: "Tờ khai", originals: 1, copies: 0),
                SubmittedDocument(code: "KHAC", name: "Chữ ký của cha", originals: 0, copies: 0),
            ])
    }

    @Test("Roles are called by the names of the roles' data")
    func roles() throws {
        let roles = try RoutingDriver.set.get().roles
        #expect(
            Dictionary(uniqueKeysWithValues: roles.map { ($0.code, $0.name.text(.vi)) }).count
                == Role.allCases.count)
        for role in roles { #expect(Role.name(of: role.code) == role.name.text(.vi)) }
    }

    // MARK: - Results

    @Test(
        "Result: a number needs a day, no day lies ahead, and both are kept in the event",
        arguments: [
            ("125/2026/KS", "2026-11-23", []), (nil, nil, []), (nil, "2026-11-20", []),
            ("125", nil, ["/documents/0/issued_on required hint"]),
            ("125", "2026-11-24", ["/documents/0/issued_on in_future -"]),
            (String(repeating: "1", count: 51), "2026-11-23", ["/documents/0/number too_long -"]),
        ] as [(String?, String?, [String])])
    func number(number: String?, day: String?, refused: [String]) throws {
        let dossier = F.after(F.toSign)
        var request = F.request(.sign)
        request.documents = [
            SubmittedDocument(
                code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0, number: number,
                issuedOn: day.flatMap { LocalDate(iso: $0) })
        ]
        #expect(faults(request, F.head, on: dossier) == refused)
    }

    @Test(
        "Result: what is issued without a number or a day is refused, each at its place",
        arguments: [
            (nil, nil, ["/documents/0/number required hint", "/documents/0/issued_on required hint"]),
            ("  ", "2026-11-23", ["/documents/0/number required hint"]),
            ("125", nil, ["/documents/0/issued_on required hint"]), ("125", "2026-11-23", []),
        ] as [(String?, String?, [String])])
    func issuedWithoutNumber(number: String?, day: String?, refused: [String]) throws {
        var request = F.request(.finish)
        request.documents = [
            SubmittedDocument(
                code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0, number: number,
                issuedOn: day.flatMap { LocalDate(iso: $0) })
        ]
        #expect(faults(request, F.head, on: F.after(F.toSign)) == refused)
    }

    @Test("Result: who signs sees the draft; before it the procedure's name stands in the form")
    func draft() throws {
        func results(_ action: ProcessAction, _ actor: RoutingActor, _ dossier: RoutingCase)
            -> [SubmittedDocument]?
        {
            F.engine().options(for: actor, on: dossier, at: F.now.adding(seconds: 900))
                .first { $0.action == action }?.results
        }
        var reviewed = F.after(F.toReview)
        #expect(results(.forward, F.reviewer, reviewed) == [])
        reviewed.resultName = "Giấy khai sinh"
        let proposed = [SubmittedDocument(code: "KQ1", name: "Giấy khai sinh", originals: 1, copies: 0)]
        #expect(results(.forward, F.reviewer, reviewed) == proposed)
        var request = F.request(.forward)
        request.documents = [
            SubmittedDocument(code: "KQ1", name: "Giấy khai sinh (cấp lại)", originals: 0, copies: 0)
        ]
        let done = try F.engine().decide(
            .officer(F.reviewer, request, assignee: nil), on: reviewed, at: F.now.adding(seconds: 300)
        ).get()
        #expect(done.event.detail.documents == request.documents)
        let handed = F.follow(reviewed, done)
        #expect(results(.sign, F.head, handed) == request.documents)
        // Without a draft there is none to be shown.
        #expect(results(.sign, F.head, F.after(F.toSign)) == nil)
        // An act within the review says nothing of a result.
        request = F.request(.forward)
        request.documents = proposed
        let first = try F.engine().decide(
            .officer(F.reception, request, assignee: nil), on: F.after([(F.reception, .receive)]),
            at: F.now.adding(seconds: 300)
        ).get()
        #expect(first.event.detail.documents == nil)
    }

    @Test("Result: every training procedure says what the paper is called that it ends with")
    func resultNames() throws {
        let procedures = try RoutingDriver.set.get().procedures
        #expect(!procedures.isEmpty)
        for procedure in procedures { #expect(procedure.result?.isEmpty == false, "\(procedure.code)") }
    }
}
