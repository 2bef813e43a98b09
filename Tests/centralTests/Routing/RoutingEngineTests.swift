import Forms
import Models
import Testing

@testable import central

@Suite("The engine: every guard, need, verb and refusal")
struct RoutingEngineTests {
    typealias F = RoutingFixture

    struct Row: Sendable, CustomTestStringConvertible {
        var title: String
        var dossier: @Sendable () -> RoutingCase
        var actor: RoutingActor
        var request: ActionRequest
        /// `pointer code` of each reason of the gravest kind; empty where it is done.
        var refused: [String]
        /// Where it leads where it is done.
        var step = ""
        var seconds = 600
        var engine: @Sendable () -> RoutingEngine = { F.engine() }

        var testDescription: String { title }
    }

    private static func lease(of id: ID, for seconds: Int) -> DossierClaim {
        DossierClaim(
            officer: OfficerRef(id: id, name: "Lê Văn Giữ"), since: F.now,
            until: F.now.adding(seconds: seconds))
    }

    private static func with(
        _ action: ProcessAction, _ change: (inout ActionRequest) -> Void
    ) -> ActionRequest {
        var request = F.request(action)
        change(&request)
        return request
    }

    private static let twice: [(RoutingActor, ProcessAction)] =
        F.toReview + [(F.reviewer, .requestSupplement), (F.reception, .supplementIn)]

    static let rows: [Row] = [
        // What the process knows.
        Row(
            title: "a transition", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.receive), refused: [], step: "nhan"),
        Row(
            title: "no transition", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.deliver),
            refused: ["/action no_transition"]),
        Row(
            title: "payment_ok is the system's", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.paymentOk), refused: ["/action system_only"]),
        Row(
            title: "expire is the system's", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.expire), refused: ["/action system_only"]),
        Row(
            title: "amend is no step", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.amend),
            refused: ["/action not_here"]),
        Row(
            title: "an ended dossier", dossier: { F.after([(F.reception, .refuse)]) }, actor: F.reception,
            request: F.request(.forward), refused: ["/action ended"]),
        Row(
            title: "a step that the process lost",
            dossier: {
                var dossier = F.after(F.toReview)
                dossier.events[1].to = "mat"
                return dossier
            }, actor: F.reviewer, request: F.request(.forward), refused: ["/action unknown_step"]),
        Row(
            title: "another step than the process says", dossier: { F.dossier() }, actor: F.reception,
            request: with(.receive) { $0.to = "ky" }, refused: ["/to other_step"]),
        // Who may.
        Row(
            title: "another role", dossier: { F.dossier() }, actor: F.reviewer, request: F.request(.receive),
            refused: ["/action not_bound"]),
        Row(
            title: "the role in another province", dossier: { F.dossier() },
            actor: F.actor("x", "reception", unit: "H29.1.1"), request: F.request(.receive),
            refused: ["/action not_bound"]),
        Row(
            title: "bound by name, without the role any more", dossier: { F.dossier() },
            actor: F.actor("x", "review"), request: F.request(.receive), refused: ["/action not_bound"],
            engine: {
                var binding = F.bindings[0]
                binding.assignee = .officer("x")
                return F.engine(bindings: [binding])
            }),
        Row(
            title: "bound by name, in another unit", dossier: { F.dossier() },
            actor: F.actor("x", "reception", unit: "H26.1.4"), request: F.request(.receive), refused: [],
            step: "nhan",
            engine: {
                var binding = F.bindings[0]
                binding.assignee = .officer("x")
                return F.engine(bindings: [binding])
            }),
        Row(
            title: "a binding that ended yesterday", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.receive), refused: ["/action not_bound"],
            engine: {
                var binding = F.bindings[0]
                binding.to = F.day.adding(days: -1)
                return F.engine(bindings: [binding])
            }),
        Row(
            title: "a binding that ends today", dossier: { F.dossier() }, actor: F.reception,
            request: F.request(.receive), refused: [], step: "nhan",
            engine: {
                var binding = F.bindings[0]
                binding.to = F.day
                return F.engine(bindings: [binding])
            }),
        Row(
            title: "a delegation", dossier: { F.after(F.toReview) },
            actor: {
                var actor = F.actor("the", "reception")
                actor.delegators = [F.reviewer.principal]
                return actor
            }(), request: F.request(.forward), refused: [], step: "ky"),
        Row(
            title: "another works on it", dossier: { F.dossier(lease: lease(of: "khac", for: 900)) },
            actor: F.reception, request: F.request(.receive), refused: ["/action claimed"]),
        Row(
            title: "a lease that lapsed", dossier: { F.dossier(lease: lease(of: "khac", for: 300)) },
            actor: F.reception, request: F.request(.receive), refused: [], step: "nhan"),
        Row(
            title: "one's own lease", dossier: { F.dossier(lease: lease(of: "nhan", for: 900)) },
            actor: F.reception, request: F.request(.receive), refused: [], step: "nhan"),
        // Guards.
        Row(
            title: "documents_complete", dossier: { F.dossier(papers: false) }, actor: F.reception,
            request: F.request(.receive), refused: ["/action documents_complete"]),
        Row(
            title: "fees_paid, unpaid", dossier: { F.after([(F.reception, .receive)], total: 8_000) },
            actor: F.reception, request: F.request(.forward), refused: ["/action fees_paid"]),
        Row(
            title: "fees_paid, nothing due before",
            dossier: { F.after([(F.reception, .receive)], total: 8_000, before: 0) }, actor: F.reception,
            request: F.request(.forward), refused: [], step: "xet"),
        Row(
            title: "fees_settled, unpaid", dossier: { F.after(F.toDeliver, total: 8_000, before: 0) },
            actor: F.reception, request: F.request(.deliver), refused: ["/action fees_settled"]),
        Row(
            title: "fees_settled, free", dossier: { F.after(F.toDeliver) }, actor: F.reception,
            request: F.request(.deliver), refused: [], step: "xong"),
        Row(
            title: "fee_exempt, not exempt", dossier: { F.after(F.toReview, total: 8_000, before: 0) },
            actor: F.reviewer, request: F.request(.approve), refused: ["/action fee_exempt"]),
        Row(
            title: "fee_exempt, exempt", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: F.request(.approve), refused: [], step: "ky"),
        Row(
            title: "first_supplement_or_reason, first without a reason", dossier: { F.after(F.toReview) },
            actor: F.reviewer, request: with(.requestSupplement) { $0.note = nil }, refused: [],
            step: "bo_sung"),
        Row(
            title: "first_supplement_or_reason, again without a reason", dossier: { F.after(twice) },
            actor: F.reviewer, request: with(.requestSupplement) { $0.note = " " },
            refused: ["/note first_supplement_or_reason"]),
        Row(
            title: "first_supplement_or_reason, again with a reason", dossier: { F.after(twice) },
            actor: F.reviewer, request: F.request(.requestSupplement), refused: [], step: "bo_sung"),
        Row(
            title: "before_due", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.extend) { $0.dueAt = Instant(rfc3339: "2027-01-11T10:00:00+07:00") },
            refused: ["/action before_due"], seconds: 10 * 86_400),
        Row(
            title: "not_extended", dossier: { F.after(F.toReview + [(F.reviewer, .extend)]) },
            actor: F.reviewer,
            request: with(.extend) { $0.dueAt = Instant(rfc3339: "2027-01-11T10:00:00+07:00") },
            refused: ["/action not_extended"]),
        Row(
            title: "no_result, signed", dossier: { F.after(F.toDeliver) }, actor: F.reception,
            request: F.request(.stop), refused: ["/action no_result"]),
        Row(
            title: "no_result, called back",
            dossier: { F.after(F.toDeliver + [(F.reviewer, .recall)]) }, actor: F.reviewer,
            request: F.request(.withdraw), refused: [], step: "dung"),
        Row(
            title: "result_attached", dossier: { F.after(F.toSign) }, actor: F.head,
            request: with(.finish) { $0.documents = nil }, refused: ["/documents required"]),
        Row(
            title: "different_officer, the same person behind two accounts", dossier: { F.after(F.toSign) },
            actor: F.actor("ky2", "approval", person: "person:xet"), request: F.request(.sign),
            refused: ["/action different_officer"]),
        // Needs.
        Row(
            title: "note", dossier: { F.dossier() }, actor: F.reception,
            request: with(.refuse) { $0.note = nil }, refused: ["/note required"]),
        Row(
            title: "missing", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.requestSupplement) { $0.missing = [] }, refused: ["/missing required"]),
        Row(
            title: "documents", dossier: { F.after(F.toReview + [(F.reviewer, .requestSupplement)]) },
            actor: F.reception, request: with(.supplementIn) { $0.documents = [] },
            refused: ["/documents required"]),
        Row(
            title: "payment", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.requestPayment) { $0.amount = 0 }, refused: ["/amount required"]),
        Row(
            title: "new_due_date, none", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.extend) { $0.dueAt = nil }, refused: ["/due_at required"]),
        Row(
            title: "new_due_date, not later", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.extend) { $0.dueAt = F.now.adding(seconds: 86_400) },
            refused: ["/due_at not_later"]),
        Row(
            title: "New_due_date, a Sunday", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: with(.extend) { $0.dueAt = Instant(rfc3339: "2026-12-20T09:00:00+07:00") },
            refused: ["/due_at day_off"]),
        Row(
            title: "signature, none", dossier: { F.after(F.toSign) }, actor: F.head,
            request: with(.sign) { $0.signature = nil }, refused: ["/signature required"]),
        Row(
            title: "signature, wrong", dossier: { F.after(F.toSign) }, actor: F.head,
            request: F.request(.sign),
            refused: ["/signature bad_signature"], engine: { F.engine(isSigned: false) }),
        Row(
            title: "handover_proof, none", dossier: { F.after(F.toDeliver) }, actor: F.reception,
            request: with(.deliver) { $0.handover = nil }, refused: ["/handover required"]),
        Row(
            title: "handover_proof, nothing that shows it", dossier: { F.after(F.toDeliver) },
            actor: F.reception, request: with(.deliver) { $0.handover?.slipReturned = nil },
            refused: ["/handover/identity_number required"]),
        Row(
            title: "handover_proof, a wrong tracking number", dossier: { F.after(F.toDeliver) },
            actor: F.reception, request: with(.deliver) { $0.handover?.trackingNumber = "RR473124820VN" },
            refused: [
                "/handover/tracking_number bad_tracking_number", "/handover/tracking_number post_confirms",
            ]),
        // Verbs of every step.
        Row(
            title: "claim", dossier: { F.after(F.toReview) }, actor: F.reviewer, request: F.request(.claim),
            refused: [], step: "xet"),
        Row(
            title: "claim unbound", dossier: { F.after(F.toReview) }, actor: F.head,
            request: F.request(.claim),
            refused: ["/action not_bound"]),
        Row(
            title: "release what one has", dossier: { F.after(F.toReview + [(F.reviewer, .claim)]) },
            actor: F.reviewer, request: F.request(.release), refused: [], step: "xet"),
        Row(
            title: "release what another has", dossier: { F.after(F.toReview + [(F.reviewer, .claim)]) },
            actor: F.actor("xet2", "review"), request: F.request(.release), refused: ["/action not_assignee"]),
        Row(
            title: "reassign to nobody", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: F.request(.reassign), refused: ["/assignee required"]),
        Row(
            title: "undo in time", dossier: { F.after(F.toReview) }, actor: F.reception,
            request: F.request(.undo), refused: [], step: "nhan", seconds: 660),
        Row(
            title: "undo too late", dossier: { F.after(F.toReview) }, actor: F.reception,
            request: F.request(.undo), refused: ["/action undo_too_late"], seconds: 661),
        Row(
            title: "undo what another did", dossier: { F.after(F.toReview) },
            actor: F.actor("nhan2", "reception"), request: F.request(.undo), refused: ["/action not_yours"]),
        Row(
            title: "undo after something came", dossier: { F.after(F.toReview + [(F.reviewer, .claim)]) },
            actor: F.reception, request: F.request(.undo), refused: ["/action not_undoable"]),
        Row(
            title: "undo what can't be undone", dossier: { F.after([(F.reception, .receive)]) },
            actor: F.reception, request: F.request(.undo), refused: ["/action not_undoable"]),
        Row(
            title: "undo nothing", dossier: { F.dossier() }, actor: F.reception, request: F.request(.undo),
            refused: ["/action nothing_to_undo"]),
        Row(
            title: "undo with a binding that has ended", dossier: { F.after(F.toReview) }, actor: F.reception,
            request: F.request(.undo), refused: ["/action not_bound"],
            engine: { F.engine(bindings: F.bindings.filter { $0.step != "nhan" }) }),
        Row(
            title: "recall by those it returns to", dossier: { F.after(F.toSign) }, actor: F.reviewer,
            request: F.request(.recall), refused: [], step: "xet"),
        Row(
            title: "recall by those who have it", dossier: { F.after(F.toSign) }, actor: F.head,
            request: F.request(.recall), refused: ["/action not_bound"]),
        // A clock that was set back by a day turns nothing round.
        Row(
            title: "a clock set back", dossier: { F.after(F.toReview) }, actor: F.reviewer,
            request: F.request(.forward), refused: [], step: "ky", seconds: -86_400),
    ]

    @Test("An act is done or refused with its reasons", arguments: rows)
    func decides(row: Row) {
        let dossier = row.dossier()
        let decision = row.engine().decide(
            .officer(row.actor, row.request, assignee: nil), on: dossier,
            at: F.now.adding(seconds: row.seconds))
        switch decision {
        case .failure(let refusal):
            #expect(refusal.foremost.map { $0.pointer + " " + $0.code } == row.refused)
            #expect(refusal.reasons.allSatisfy { !$0.message.isEmpty })
        case .success(let outcome):
            #expect(row.refused == [])
            #expect(outcome.state.step == row.step)
            #expect(outcome.event.seq == dossier.events.count + 1)
            #expect(dossier.events.last.map { $0.at <= outcome.event.at } ?? true)
        }
    }

    @Test("All reasons are told at once: the request's, the lease and the guards'")
    func tellsAll() throws {
        var dossier = F.after(F.toReview + [(F.reviewer, .extend)])
        dossier.lease = Self.lease(of: "khac", for: 900_000)
        let decision = F.engine().decide(
            .officer(F.reviewer, ActionRequest(action: .extend), assignee: nil), on: dossier,
            at: F.now.adding(seconds: 20 * 86_400 / 2))
        guard case .failure(let refusal) = decision else { return #expect(Bool(false)) }
        #expect(
            refusal.reasons.map(\.code) == ["required", "required", "claimed", "not_extended"]
                || Set(refusal.reasons.map(\.code)) == ["required", "claimed", "not_extended", "before_due"])
        #expect(refusal.claim?.officer.name == "Lê Văn Giữ")
    }

    @Test("An undo restores who had it, the pauses and the due date, by an event of its own")
    func undoes() throws {
        let before = F.after(F.toReview + [(F.reviewer, .claim)])
        let state = before.state(F.graph)
        let forwarded = F.follow(
            before,
            try F.engine().decide(
                .officer(F.reviewer, F.request(.forward), assignee: nil), on: before,
                at: F.now.adding(seconds: 300)
            ).get())
        #expect(forwarded.state(F.graph).assignee == nil)
        let undone = try F.engine().decide(
            .officer(F.reviewer, F.request(.undo), assignee: nil), on: forwarded,
            at: F.now.adding(seconds: 400)
        ).get()
        #expect(undone.event.action == "undo")
        #expect(undone.event.detail.undoes == forwarded.events.last?.seq)
        #expect((undone.event.from, undone.event.to) == ("ky", "xet"))
        var restored = undone.state
        restored.lastSeq = state.lastSeq
        #expect(restored == state)
    }

    @Test(
        "An act under a delegation says on whose behalf, and is the actor's own for the separation of duties")
    func delegates() throws {
        var stand = F.actor("the", "reception")
        stand.delegators = [F.reviewer.principal]
        let dossier = F.after(F.toReview)
        let done = try F.engine().decide(
            .officer(stand, F.request(.forward), assignee: nil), on: dossier, at: F.now.adding(seconds: 600)
        ).get()
        #expect(done.event.officer?.id == "the")
        #expect(done.event.onBehalfOf?.id == "xet")
        let next = F.follow(dossier, done)
        var signer = F.actor("the", "approval")
        signer.delegators = []
        let decision = F.engine().decide(
            .officer(signer, F.request(.sign), assignee: nil), on: next, at: F.now.adding(seconds: 700))
        guard case .failure(let refusal) = decision else { return #expect(Bool(false)) }
        #expect(refusal.foremost.map(\.code) == ["different_officer"])
    }

    @Test("A wish for the next step is kept where the officer is bound there, and refused where he is not")
    func assigns() throws {
        let dossier = F.after(F.toReview)
        var request = F.request(.forward)
        request.assignee = "ky"
        let done = try F.engine().decide(
            .officer(F.reviewer, request, assignee: F.head), on: dossier, at: F.now.adding(seconds: 600)
        ).get()
        #expect(done.state.assignee == "ky")
        request.assignee = "nhan"
        let decision = F.engine().decide(
            .officer(F.reviewer, request, assignee: F.reception), on: dossier, at: F.now.adding(seconds: 600))
        guard case .failure(let refusal) = decision else { return #expect(Bool(false)) }
        #expect(refusal.foremost.map { $0.pointer + " " + $0.code } == ["/assignee assignee_not_bound"])
    }

    @Test("A second supplement request warns that the national figures count it as overdue")
    func warns() throws {
        let done = try F.engine().decide(
            .officer(F.reviewer, F.request(.requestSupplement), assignee: nil), on: F.after(Self.twice),
            at: F.now.adding(seconds: 900)
        ).get()
        #expect(done.warning?.contains("QĐ 766/QĐ-TTg") == true)
        let option = F.engine().options(
            for: F.reviewer, on: F.after(Self.twice), at: F.now.adding(seconds: 900)
        )
        .first { $0.action == .requestSupplement }
        #expect(option?.warning?.contains("quá hạn") == true)
        #expect(option?.needs == [.missing, .note])
    }

    @Test("Options: what is possible, what is not and why; never the system's acts")
    func options() {
        let options = F.engine().options(
            for: F.reviewer, on: F.after(F.toReview, total: 8_000, before: 0), at: F.now.adding(seconds: 600))
        #expect(
            options.map {
                $0.action.rawValue + ($0.allowed ? "" : " ✘ " + $0.reasons.map(\.code).joined(separator: ","))
            } == [
                "request_supplement", "suspend", "extend", "request_payment", "forward",
                "approve ✘ fee_exempt",
                "withdraw", "claim", "release ✘ not_assignee", "reassign", "undo ✘ not_bound,not_yours",
            ])
        #expect(options.first { $0.action == .extend }?.needs == [.note, .newDueDate])
        #expect(options.first { $0.action == .extend }?.forms == ["04"])
        #expect(options.first { $0.action == .forward }?.toName == "Bước ky")
    }

    @Test("Pauses continue or reset, and an extension moves on with later pauses")
    func clocks() throws {
        func due(_ acts: [(RoutingActor, ProcessAction, Int)]) throws -> String? {
            var dossier = F.dossier()
            var last: RoutingOutcome?
            for (actor, action, hours) in acts {
                let done = try F.engine().decide(
                    .officer(actor, F.request(action), assignee: nil), on: dossier,
                    at: F.now.adding(seconds: hours * 3600)
                ).get()
                dossier = F.follow(dossier, done)
                last = done
            }
            return last?.due.dueAt?.rfc3339
        }
        let start: [(RoutingActor, ProcessAction, Int)] = [
            (F.reception, .receive, 0), (F.reception, .forward, 1),
        ]
        // Five working days from Monday 09:41.
        #expect(try due(start) == "2026-11-30T09:41:00+07:00")
        // Two whole days of waiting.
        let waited = start + [(F.reviewer, .requestSupplement, 24), (F.reception, .supplementIn, 72)]
        #expect(try due(waited) == "2026-12-02T09:41:00+07:00")
        #expect(try due(start + [(F.reviewer, .requestSupplement, 24)]) == nil)
        // From the beginning again, from Thursday.
        let reset = start + [(F.reviewer, .suspend, 24), (F.reception, .resume, 72)]
        #expect(try due(reset) == "2026-12-03T09:41:00+07:00")
        // Extended to Thursday 10/12 10:00, then a day of waiting.
        let extended = start + [(F.reviewer, .extend, 24)]
        #expect(try due(extended) == "2026-12-10T10:00:00+07:00")
        let later = extended + [(F.reviewer, .requestSupplement, 48), (F.reception, .supplementIn, 72)]
        #expect(try due(later) == "2026-12-11T10:00:00+07:00")
    }

    @Test(
        "Money that comes in is an event wherever the dossier is, and takes the transition only when all is paid"
    )
    func payments() throws {
        var dossier = F.after(F.toReview + [(F.reviewer, .requestPayment)], total: 8_000, before: 0)
        for (amount, step) in [(3_000, "tien"), (5_000, "xet")] {
            let done = try F.engine().decide(
                .paymentOk(amount: amount), on: dossier, at: F.now.adding(seconds: 900)
            ).get()
            #expect(done.state.step == step)
            #expect(done.event.officer == nil)
            dossier = F.follow(dossier, done)
        }
        #expect(dossier.money.after(dossier.events).owed == 0)
    }

    @Test("Waiting ends by itself when its time has run out, not before, once")
    func expires() throws {
        let dossier = F.after(F.toReview + [(F.reviewer, .requestSupplement)])
        let waiting = dossier.state(F.graph)
        let end = try #require(waiting.expiry(F.graph, F.calendar))
        #expect(end.rfc3339 == "2026-12-23T09:43:00+07:00")
        guard case .failure(let early) = F.engine().decide(.expire, on: dossier, at: end) else {
            return #expect(Bool(false))
        }
        #expect(early.reasons.map(\.code) == ["not_expired"])
        let done = try F.engine().decide(.expire, on: dossier, at: end.adding(seconds: 1)).get()
        #expect(done.state.step == "dung")
        #expect(done.state.endedAt == end.adding(seconds: 1))
        #expect(done.effects == [.form05])
        guard
            case .failure(let again) = F.engine().decide(
                .expire, on: F.follow(dossier, done), at: end.adding(seconds: 60))
        else { return #expect(Bool(false)) }
        #expect(again.reasons.map(\.code) == ["ended"])
    }
}
