import Forms
import Testing

@testable import Models

@Suite("The figures of a period are a pure function of each dossier's events")
struct FigureTests {
    static let statuses = FigureStatuses(
        columns: [
            1: .waiting, 2: .processing, 3: .refused, 4: .processing, 5: .supplement, 6: .payment, 7: .done,
            8: .stopped, 9: .done, 10: .done,
        ], finished: [9])
    static let calendar = NationalCalendar.calendar
    /// November 2026, looked at in December.
    static let november = period("2026-11-01", "2026-11-30", now: "2026-12-10T12:00")

    static func period(_ from: String, _ to: String, now: String) -> FigurePeriod {
        let fallback = LocalDate(epochDay: 0)
        return FigurePeriod(
            from: LocalDate(iso: from) ?? fallback, to: LocalDate(iso: to) ?? fallback, now: at(now))
    }

    static func at(_ text: String) -> Instant {
        Instant(rfc3339: text + ":00+07:00") ?? Instant(seconds: 0)
    }

    private static let still = ["claim", "release", "reassign", "amend", "extend"]

    /// Acts written as `11-05T09:00 2 receive an`, in 2026; the officer may be left out, and whom it is given to may
    /// stand behind him.
    static func facts(
        _ acts: [String], due: String? = nil, channel: Int = 1, accepted: String? = nil, ended: String? = nil,
        term: ServiceTime? = nil
    ) -> DossierFacts {
        let acts = acts.map { text in
            let parts = text.split(separator: " ").map(String.init)
            return DossierFacts.Act(
                at: at("2026-" + parts[0]), status: Int(parts[1]) ?? 0, action: parts[2],
                actor: parts.count > 3 ? parts[3] : nil, moves: !still.contains(parts[2]),
                assignee: parts.count > 4 ? parts[4] : nil)
        }
        return DossierFacts(
            unit: "H26.1.5", procedure: "1.0", field: "x", channel: channel,
            submitted: acts.first?.at ?? at("2026-11-02T08:00"),
            accepted: accepted.map { at("2026-" + $0) }, due: due.map { at("2026-" + $0) },
            ended: ended.map { at("2026-" + $0) }, term: term, acts: acts)
    }

    struct PeriodCase: Sendable, CustomTestStringConvertible {
        var name: String
        var facts: DossierFacts
        var period = november
        /// The columns with a number, in the order of the report; empty where it isn't counted.
        var columns: [String]
        var testDescription: String { name }
    }

    private static let columns: [(String, any KeyPath<PeriodCounts, Int> & Sendable)] = [
        ("carried", \.carriedOver), ("online", \.online), ("direct", \.direct), ("postal", \.postal),
        ("early", \.doneEarly), ("in time", \.doneOnTime), ("late", \.doneLate), ("open", \.openOnTime),
        ("overdue", \.openLate), ("supplement", \.waitingSupplement), ("payment", \.waitingPayment),
        ("stopped", \.stopped),
    ]

    private static let received = "11-05T09:00 2 receive an"

    static let periodCases: [PeriodCase] = [
        .init(name: "not received", facts: facts([]), columns: []),
        .init(name: "refused at the desk", facts: facts(["11-05T09:00 3 refuse an"]), columns: []),
        .init(
            name: "refused after waiting for papers",
            facts: facts(["11-05T09:00 5 request_supplement an", "11-20T09:00 3 expire"]), columns: []),
        .init(
            name: "received directly", facts: facts([received], due: "12-05T09:00"),
            columns: ["direct", "open"]),
        .init(
            name: "received online", facts: facts([received], due: "12-05T09:00", channel: 2),
            columns: ["online", "open"]),
        .init(
            name: "received by post, overdue at the end",
            facts: facts([received], due: "11-29T09:00", channel: 3),
            columns: ["postal", "overdue"]),
        .init(
            name: "received before, finished a day before its day",
            facts: facts(["10-05T09:00 2 receive an", "11-09T16:00 9 finish binh"], due: "11-10T09:00"),
            columns: ["carried", "early"]),
        .init(
            name: "finished on its day in time",
            facts: facts([received, "11-10T08:59 9 finish binh"], due: "11-10T09:00"),
            columns: ["direct", "in time"]),
        .init(
            name: "finished on its day too late",
            facts: facts([received, "11-10T09:01 9 finish binh"], due: "11-10T09:00"),
            columns: ["direct", "late"]),
        .init(
            name: "finished in time, given out after its day",
            facts: facts(
                [received, "11-09T09:00 9 finish binh", "11-20T09:00 10 deliver an"], due: "11-10T09:00",
                ended: "11-20T09:00"), columns: ["direct", "early"]),
        .init(
            name: "called back and finished again: the last end counts",
            facts: facts(
                [
                    received, "11-09T09:00 9 finish binh", "11-09T10:00 4 recall binh",
                    "11-12T09:00 9 finish binh",
                ], due: "11-10T09:00"), columns: ["direct", "late"]),
        .init(
            name: "done before the period",
            facts: facts(["10-05T09:00 2 receive an", "10-09T16:00 9 finish binh"], due: "10-10T09:00"),
            columns: []),
        .init(
            name: "received after the period", facts: facts(["12-01T09:00 2 receive an"], due: "12-20T09:00"),
            columns: []),
        .init(
            name: "finished after the period: still open at its end",
            facts: facts([received, "12-02T09:00 9 finish binh"], due: "12-10T09:00"),
            columns: ["direct", "open"]),
        .init(
            name: "a period that has not ended is looked at now",
            facts: facts([received], due: "11-20T09:00"),
            period: period("2026-11-01", "2026-11-30", now: "2026-11-10T12:00"), columns: ["direct", "open"]),
        .init(
            name: "waiting for papers", facts: facts([received, "11-06T09:00 5 request_supplement an"]),
            columns: ["direct", "supplement"]),
        .init(
            name: "waiting for payment", facts: facts([received, "11-06T09:00 6 request_payment an"]),
            columns: ["direct", "payment"]),
        .init(
            name: "suspended", facts: facts([received, "11-06T09:00 8 suspend an"]),
            columns: ["direct", "stopped"]),
        .init(
            name: "stopped for good before the period",
            facts: facts(["10-05T09:00 2 receive an", "10-06T09:00 8 stop an"], ended: "10-06T09:00"),
            columns: []),
        .init(
            name: "withdrawn", facts: facts([received, "11-06T09:00 7 withdraw an"], due: "11-10T09:00"),
            columns: ["direct", "early"]),
    ]

    @Test("Where a dossier counts in the period report", arguments: periodCases)
    func place(item: PeriodCase) {
        var counts = PeriodCounts()
        let isCounted = counts.add(item.facts, in: item.period, Self.statuses, Self.calendar)
        #expect(Self.columns.filter { counts[keyPath: $0.1] > 0 }.map(\.0) == item.columns)
        #expect(isCounted == !item.columns.isEmpty)
        #expect(counts.received == counts.done + counts.open + counts.paused)
    }

    struct OnTimeCase: Sendable, CustomTestStringConvertible {
        var name: String
        var facts: DossierFacts
        var period = november
        /// `on time an`, `late -` or nil where it isn't counted.
        var judgement: String?
        var testDescription: String { name }
    }

    private static let tenDays = ServiceTime(amount: 10, unit: .calendarDay)

    static let onTimeCases: [OnTimeCase] = [
        .init(name: "nothing decided", facts: facts([]), judgement: nil),
        .init(
            name: "finished at the last moment",
            facts: facts([received, "11-10T09:00 9 finish binh"], due: "11-10T09:00"),
            judgement: "on time an binh"),
        .init(
            name: "finished a minute late",
            facts: facts([received, "11-10T09:01 9 finish binh"], due: "11-10T09:00"), judgement: "late binh"),
        .init(
            name: "finished counts before given out",
            facts: facts(
                [received, "11-10T08:00 9 finish binh", "11-20T09:00 10 deliver an"], due: "11-10T09:00"),
            judgement: "on time an binh"),
        .init(
            name: "given out without being finished before",
            facts: facts([received, "11-11T09:00 10 deliver an"], due: "11-10T09:00"), judgement: "late an"),
        .init(
            name: "late: his who had it when the time ran out, not his who numbered the result",
            facts: facts(
                [
                    received, "11-05T10:00 4 forward an", "11-06T09:00 4 claim binh",
                    "11-12T09:00 4 forward binh", "11-12T10:00 9 finish chi",
                ], due: "11-10T09:00"), judgement: "late binh"),
        .init(
            name: "late: nobody had it, so his who did the step then",
            facts: facts(
                [
                    received, "11-05T10:00 4 forward an", "11-12T09:00 4 forward binh",
                    "11-12T10:00 9 finish chi",
                ], due: "11-10T09:00"), judgement: "late binh"),
        .init(
            name: "late: given by name, and given on before the time ran out",
            facts: facts(
                [
                    received, "11-05T10:00 4 forward an binh", "11-08T09:00 4 reassign lan chi",
                    "11-12T10:00 9 finish dung",
                ], due: "11-10T09:00"), judgement: "late chi"),
        .init(
            name: "late and still in the queue: nobody's",
            facts: facts([received, "11-05T10:00 4 forward an"], due: "11-10T09:00"),
            judgement: "late -"),
        .init(
            name: "late after it was released: his who takes it up next, though somebody amends it before",
            facts: facts(
                [
                    received, "11-06T09:00 4 claim binh", "11-07T09:00 4 release binh",
                    "11-11T08:00 4 amend an", "11-11T09:00 4 claim chi",
                ], due: "11-10T09:00"), judgement: "late chi"),
        .init(
            name: "open in time: all who did a step, and who has it",
            facts: facts(
                [received, "11-06T09:00 4 forward an", "11-07T09:00 4 claim chi"], due: "12-10T09:00"),
            judgement: "on time an chi"),
        .init(
            name: "stopped in time", facts: facts([received, "11-09T09:00 8 stop chi"], due: "11-10T09:00"),
            judgement: "on time an chi"),
        .init(
            name: "refused within the time of the law",
            facts: facts(["11-05T09:00 3 refuse an"], ended: "11-05T09:00", term: tenDays),
            judgement: "on time an"),
        .init(
            name: "withdrawn though never received",
            facts: facts(["11-05T09:00 5 request_supplement an", "11-06T09:00 7 withdraw an"]), judgement: nil
        ),
        .init(
            name: "withdrawn after it was received",
            facts: facts(
                [received, "11-06T09:00 7 withdraw an"], due: "11-10T09:00", accepted: "11-05T09:00"),
            judgement: "on time an"),
        .init(
            name: "waiting for papers: the request is its end",
            facts: facts(
                [received, "11-06T09:00 5 request_supplement binh"], accepted: "11-05T09:00", term: tenDays),
            judgement: "on time an binh"),
        .init(
            name: "waiting for papers that were asked for too late",
            facts: facts(
                [received, "11-27T09:00 5 request_supplement binh"], accepted: "11-05T09:00", term: tenDays),
            judgement: "late binh"),
        .init(
            name: "papers asked for twice, finished in time",
            facts: facts(
                [
                    received, "11-06T09:00 5 request_supplement binh", "11-07T09:00 4 supplement_in an",
                    "11-08T09:00 5 request_supplement binh", "11-09T09:00 4 supplement_in an",
                    "11-10T09:00 9 finish binh",
                ], due: "11-20T09:00"), judgement: "late binh"),
        .init(
            name: "no appointment: the waiting for papers is left out",
            facts: facts(
                [
                    received, "11-06T09:00 5 request_supplement binh", "11-14T09:00 4 supplement_in an",
                    "11-22T09:00 9 finish binh",
                ], accepted: "11-05T09:00", term: tenDays), judgement: "on time an binh"),
        .init(
            name: "no appointment: longer than the law gives",
            facts: facts(
                [received, "11-17T09:00 9 finish binh"], accepted: "11-05T09:00", term: tenDays),
            judgement: "late binh"),
        .init(
            name: "open: held against the period's end, in time",
            facts: facts([received, "11-06T09:00 4 forward binh"], due: "12-01T00:00"),
            judgement: "on time an binh"),
        .init(
            name: "open: held against the period's end, late",
            facts: facts(
                [received, "11-06T09:00 4 forward binh", "11-07T09:00 4 claim chi"], due: "11-30T17:00"),
            judgement: "late chi"
        ),
        .init(
            name: "finished before the period",
            facts: facts(["10-05T09:00 2 receive an", "10-20T09:00 9 finish an"], due: "10-10T09:00"),
            judgement: nil),
        .init(
            name: "only the system ended it: who acted last",
            facts: facts(
                [received, "11-06T09:00 8 suspend binh", "11-08T09:00 3 expire"], due: "11-10T09:00",
                ended: "11-08T09:00"), judgement: "on time an binh"),
    ]

    @Test("On time as Decision 766, item 2.1, counts it", arguments: onTimeCases)
    func onTime(item: OnTimeCase) {
        let found = OnTimeJudgement(item.facts, in: item.period, Self.statuses, Self.calendar).map {
            ($0.isOnTime ? "on time " : "late ")
                + ($0.officers.isEmpty ? "-" : $0.officers.sorted().joined(separator: " "))
        }
        #expect(found == item.judgement)
    }

    @Test(
        "The rate judges what the report counts as received, and the refused, less what was withdrawn before its receipt",
        arguments: [UInt64](1...40))
    func judged(seed: UInt64) {
        var chance = SeededGenerator(seed)
        let steps = [
            "receive", "forward", "request_supplement", "supplement_in", "withdraw", "refuse", "undo",
        ]
        var (counts, rate, kinds) = (PeriodCounts(), OnTimeCounts(), Set<Int>())
        for _ in 0..<200 {
            var day = Int.random(in: 1...28, using: &chance)
            var (acts, last) = ([String](), 1)
            for index in 0..<Int.random(in: 1...4, using: &chance) {
                last =
                    index == 0
                    ? [1, 2, 2, 3, 5].randomElement(using: &chance) ?? 1
                    : Int.random(in: 2...10, using: &chance)
                let action = last == 7 ? "withdraw" : steps.randomElement(using: &chance) ?? ""
                acts.append(
                    "1\([0, 1, 2].randomElement(using: &chance) ?? 0)-\(day < 10 ? "0" : "")\(day)T09:00 \(last) \(action) an"
                )
                day = min(28, day + Int.random(in: 0...6, using: &chance))
            }
            acts.sort()
            last = Int(acts[acts.count - 1].split(separator: " ")[1]) ?? 0
            let isReceived = acts.contains { !["1", "3", "7"].contains(String($0.split(separator: " ")[1])) }
            let facts = Self.facts(
                acts, due: Bool.random(using: &chance) ? "11-20T09:00" : nil,
                accepted: isReceived ? "11-02T09:00" : nil,
                ended: [3, 7, 10].contains(last) ? String(acts[acts.count - 1].prefix(11)) : nil)
            kinds.insert(last)
            counts.add(facts, in: Self.november, Self.statuses, Self.calendar)
            if let judgement = OnTimeJudgement(facts, in: Self.november, Self.statuses, Self.calendar) {
                rate.add(judgement)
            }
        }
        #expect(rate.total == counts.judged)
        #expect(counts.received == counts.done + counts.open + counts.paused)
        #expect(kinds.count > 5 && counts.refused > 0)
    }

    @Test(
        "A rate is rounded to a tenth of a percent",
        arguments: [(0, 0, nil), (1, 0, 1000), (0, 3, 0), (2, 1, 667), (1, 2, 333), (1999, 1, 1000)]
            as [(Int, Int, Int?)])
    func rate(onTime: Int, late: Int, permille: Int?) {
        #expect(OnTimeCounts(onTime: onTime, late: late).permille == permille)
    }
}
