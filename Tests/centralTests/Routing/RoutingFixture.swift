import Forms
import Models

@testable import central

/// A small process with every kind of step, and the people who work on it.
enum RoutingFixture {
    static let unit = "H26.1.5"
    static let now = Instant(rfc3339: "2026-11-23T09:41:00+07:00") ?? Instant(seconds: 0)
    static let day = now.date

    static let calendar = WorkCalendar(
        unit: unit, year: 2026, name: "Giờ hành chính",
        hours: [
            WeekHours(
                weekdays: [1, 2, 3, 4, 5],
                spans: ["08:00-12:00", "13:00-17:00"].compactMap { text in
                    let parts = text.split(separator: "-").map(String.init)
                    return TimeSpan(from: parts[0], to: parts[1])
                })
        ], daysOff: [], makeupDays: [], provisional: [])

    private static func step(
        _ code: String, _ kind: ProcessStep.Kind, _ status: Int, _ role: String?, _ clock: ProcessStep.Clock,
        time: ServiceTime? = nil, resume: Pause.Resume? = nil
    ) -> ProcessStep {
        ProcessStep(
            code: code, name: "Bước \(code)", kind: kind, status: status, role: role, time: time,
            clock: clock,
            resume: resume)
    }

    static let process = ProcessDefinition(
        id: "thu", version: 1, procedure: "9.999999", name: "Quy trình thử", state: .active,
        effectiveFrom: LocalDate(epochDay: 0), effectiveTo: nil,
        statutory: ServiceTime(amount: 5, unit: .workingDay), entry: "moi", supplementDays: 30,
        steps: [
            step("moi", .intake, 1, "reception", .stop), step("nhan", .intake, 2, "reception", .run),
            step("xet", .review, 4, "review", .run),
            step(
                "bo_sung", .waitCitizen, 5, "reception", .pause,
                time: ServiceTime(amount: 30, unit: .calendarDay)),
            step("lam_lai", .waitCitizen, 5, "reception", .pause, resume: .reset),
            step("tien", .waitPayment, 6, "cashier", .pause), step("ky", .sign, 4, "approval", .run),
            step("tra", .deliver, 9, "reception", .stop), step("xong", .terminal, 10, nil, .stop),
            step("tu_choi", .terminal, 3, nil, .stop), step("dung", .terminal, 8, nil, .stop),
        ],
        transitions: [
            .init(from: "moi", action: .receive, to: "nhan", guards: [.documentsComplete], emits: [.form01]),
            .init(from: "moi", action: .refuse, to: "tu_choi", needs: [.note], emits: [.form03]),
            .init(
                from: "nhan", action: .forward, to: "xet", guards: [.feesPaid], emits: [.sync],
                undoMinutes: 10),
            .init(
                from: "xet", action: .requestSupplement, to: "bo_sung", guards: [.firstSupplementOrReason],
                needs: [.missing], emits: [.form02]),
            .init(from: "xet", action: .suspend, to: "lam_lai", needs: [.note]),
            .init(from: "lam_lai", action: .resume, to: "xet"),
            .init(from: "bo_sung", action: .supplementIn, to: "xet", needs: [.documents]),
            .init(from: "bo_sung", action: .expire, to: "dung", emits: [.form05]),
            .init(
                from: "xet", action: .extend, to: "xet", guards: [.beforeDue, .notExtended],
                needs: [.note, .newDueDate], emits: [.form04]),
            .init(from: "xet", action: .requestPayment, to: "tien", needs: [.payment]),
            .init(from: "tien", action: .paymentOk, to: "xet"),
            .init(from: "xet", action: .forward, to: "ky", undoMinutes: 10),
            .init(from: "xet", action: .approve, to: "ky", guards: [.feeExempt]),
            .init(from: "xet", action: .withdraw, to: "dung", guards: [.noResult], needs: [.note]),
            .init(from: "ky", action: .sign, to: "tra", guards: [.differentOfficer], needs: [.signature]),
            .init(from: "ky", action: .finish, to: "tra", guards: [.resultAttached], needs: [.result]),
            .init(from: "ky", action: .recall, to: "xet", needs: [.note]),
            .init(from: "ky", action: .stop, to: "dung", guards: [.noResult]),
            .init(from: "tra", action: .recall, to: "xet", needs: [.note]),
            .init(from: "tra", action: .stop, to: "dung", guards: [.noResult]),
            .init(
                from: "tra", action: .deliver, to: "xong", guards: [.feesSettled], needs: [.handoverProof]),
        ])
    static let graph = ProcessGraph(process)

    static let bindings: [ProcessBinding] = process.steps.compactMap { step in
        step.role.map {
            ProcessBinding(
                unit: unit, process: process.id, step: step.code, role: $0, assignee: .unit(unit),
                from: LocalDate(epochDay: 0), to: nil, subDeadline: nil)
        }
    }

    static func actor(
        _ id: ID, _ role: String, unit: String = unit, person: String? = nil
    ) -> RoutingActor {
        RoutingActor(
            principal: .init(
                officer: OfficerRef(id: id, name: "Cán bộ \(id)"),
                assignments: [.init(unit: unit, role: role)]), person: person ?? "person:" + id)
    }

    static let reception = actor("nhan", "reception")
    static let reviewer = actor("xet", "review")
    static let head = actor("ky", "approval")
    static let cashier = actor("tien", "cashier")

    static func engine(
        bindings: [ProcessBinding] = bindings, on day: LocalDate = day, isSigned: Bool = true
    ) -> RoutingEngine {
        RoutingEngine(
            graph: graph,
            bindings: RoutingBindings(bindings, unit: unit, process: process.id, on: day),
            calendar: calendar, isSigned: { _, _, _ in isSigned })
    }

    static let requirement = DocumentRequirement(
        code: "to_khai", name: "Tờ khai", required: true, originals: 1, copies: 0, digitise: false)

    static func dossier(
        _ events: [RoutingEvent] = [], total: Int = 0, before: Int? = nil, papers: Bool = true,
        delivery: DeliveryMethod = .desk, lease: DossierClaim? = nil
    ) -> RoutingCase {
        RoutingCase(
            id: "d", code: "H26.1.5-261123-0001", unit: unit, revision: events.count + 1,
            submittedAt: now, term: ServiceTime(amount: 5, unit: .workingDay), requirements: [requirement],
            documents: papers ? [SubmittedDocument(code: "to_khai", originals: 1, copies: 0)] : [],
            delivery: delivery, money: MoneyState(total: total, before: before ?? total, isFree: total == 0),
            events: events,
            assignee: RoutingState.replay(events, graph, submittedAt: now).assignee, lease: lease)
    }

    /// Done by whoever is meant to, with all that is needed.
    static func after(_ acts: [(RoutingActor, ProcessAction)], total: Int = 0, before: Int? = nil)
        -> RoutingCase
    {
        var dossier = dossier(total: total, before: before)
        for (index, (actor, action)) in acts.enumerated() {
            let outcome = engine().decide(
                .officer(actor, request(action), assignee: nil), on: dossier,
                at: now.adding(seconds: 60 * index))
            guard case .success(let done) = outcome else {
                preconditionFailure("\(action) \(outcome)")
            }
            dossier = follow(dossier, done)
        }
        return dossier
    }

    static func follow(_ dossier: RoutingCase, _ done: RoutingOutcome) -> RoutingCase {
        var next = dossier
        next.events.append(done.event)
        next.revision += 1
        next.assignee = done.state.assignee
        next.documents = done.documents
        next.lease = nil
        return next
    }

    /// A request that lacks nothing.
    static func request(_ action: ProcessAction) -> ActionRequest {
        ActionRequest(
            action: action, note: "Lý do.",
            documents: [.supplementIn, .finish].contains(action)
                ? [
                    SubmittedDocument(
                        code: "to_khai", name: "Giấy", originals: 1, copies: 0,
                        number: action == .finish ? "125/2026/KS" : nil,
                        issuedOn: action == .finish ? day : nil)
                ] : nil,
            missing: action == .requestSupplement ? ["Tờ khai"] : nil,
            dueAt: action == .extend ? Instant(rfc3339: "2026-12-10T10:00:00+07:00") : nil,
            handover: action == .deliver
                ? HandoverProof(recipient: "Nguyễn Thị Ánh", slipReturned: true) : nil,
            amount: action == .requestPayment ? 8_000 : nil,
            signature: action == .sign
                ? FormSignature(algorithm: "p256-sha256", keyId: "k", signature: "AA==") : nil)
    }

    static let toReview: [(RoutingActor, ProcessAction)] = [(reception, .receive), (reception, .forward)]
    static let toSign = toReview + [(reviewer, .forward)]
    static let toDeliver = toSign + [(head, .sign)]
}
