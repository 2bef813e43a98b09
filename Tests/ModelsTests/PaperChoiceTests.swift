import Models
import Testing

@Suite("Which papers can be made, and form 06 from the events")
struct PaperChoiceTests {
    private static let start = Instant(rfc3339: "2026-11-02T08:00:00+07:00") ?? Instant(seconds: 0)

    /// Acts a day apart: verb, from, to, status after it.
    private static func history(_ acts: [(ProcessAction, String, String, Int)]) -> [DossierEvent] {
        acts.enumerated().map { index, act in
            DossierEvent(
                seq: index + 1, at: start.adding(seconds: index * 86_400), action: act.0.rawValue,
                actor: OfficerRef(id: "o\(index)", name: "Cán bộ \(index)"), fromStep: act.1, toStep: act.2,
                status: act.3, note: "lý do \(index)")
        }
    }

    private static let received: [(ProcessAction, String, String, Int)] = [
        (.receive, "cho", "tiep_nhan", 2), (.forward, "tiep_nhan", "tham_dinh", 4),
    ]

    private func obstacles(
        _ acts: [(ProcessAction, String, String, Int)], dueAt: Instant? = nil, at now: Instant? = nil,
        change: (inout [DossierEvent]) -> Void = { _ in }
    ) -> [String: PaperChoice.Obstacle] {
        var events = Self.history(acts)
        change(&events)
        let acceptedAt = acts.first?.0 == .receive ? Self.start : nil
        let choices = PaperChoice.all(
            acceptedAt: acceptedAt, status: events.last?.status ?? 1, dueAt: dueAt, events: events,
            at: now ?? Self.start)
        #expect(choices.map(\.form) == SlipForm.allCases)
        return Dictionary(
            uniqueKeysWithValues: choices.compactMap { choice in
                choice.obstacle.map { (choice.form.rawValue, $0) }
            })
    }

    @Test("a dossier that nobody has received yet has no paper")
    func new() {
        #expect(
            obstacles([]) == [
                "01": .notReceived, "02": .nothingAsked, "03": .notRefused, "04": .notExtended,
                "05": .notStopped, "06": .noHistory,
            ])
    }

    @Test("each act opens its paper, and only that")
    func acts() {
        let none: [String: PaperChoice.Obstacle] = [
            "02": .nothingAsked, "03": .notRefused, "04": .notExtended, "05": .notStopped,
        ]
        func open(_ form: String) -> [String: PaperChoice.Obstacle] { none.filter { $0.key != form } }
        #expect(obstacles(Self.received) == none)
        let review = "tham_dinh"
        #expect(
            obstacles(Self.received + [(.requestSupplement, review, "bo_sung", 5)]) == open("02"))
        #expect(obstacles(Self.received + [(.extend, review, review, 4)]) == open("04"))
        #expect(obstacles(Self.received + [(.suspend, review, "tam_dung", 8)]) == open("05"))
        #expect(obstacles(Self.received + [(.stop, review, "dung", 8)]) == open("05"))
        #expect(obstacles(Self.received + [(.expire, "bo_sung", "dung", 8)]) == open("05"))
        var refused = open("03")
        refused["01"] = .notReceived
        #expect(obstacles(Self.received + [(.refuse, review, "tu_choi", 3)]) == refused)
        #expect(obstacles(Self.received + [(.expire, "bo_sung", "tu_choi", 3)]) == refused)
    }

    @Test("form 04 is made of what is overdue without a result and was never extended, and of nothing else")
    func overdue() {
        let due = Self.start.adding(seconds: 5 * 86_400)
        let (before, after) = (due.adding(seconds: -60), due.adding(seconds: 60))
        #expect(obstacles(Self.received, dueAt: due, at: before)["04"] == .notExtended)
        #expect(obstacles(Self.received, dueAt: due, at: after)["04"] == nil)
        // Waiting for papers there is no appointment; with a result there is nothing to wait for.
        let waiting = Self.received + [(.requestSupplement, "tham_dinh", "bo_sung", 5)]
        #expect(obstacles(waiting, dueAt: nil, at: after)["04"] == .notExtended)
        // It was late before it began to wait: an apology and a new day are owed all the same.
        #expect(obstacles(waiting, dueAt: due, at: after)["04"] == nil)
        let unpaid = Self.received + [(.requestPayment, "tham_dinh", "cho_thanh_toan", 6)]
        #expect(obstacles(unpaid, dueAt: due, at: after)["04"] == nil)
        let finished = Self.received + [(.finish, "tham_dinh", "tra_kq", 9)]
        #expect(obstacles(finished, dueAt: due, at: after)["04"] == .notExtended)
        // Put off once: the paper stays that of the extension.
        let extended = Self.history(Self.received + [(.extend, "tham_dinh", "tham_dinh", 4)])
        let choice = PaperChoice.all(
            acceptedAt: Self.start, status: 4, dueAt: due, events: extended, at: after)[3]
        #expect(choice.event?.seq == 3 && choice.missed == nil)
        let late = PaperChoice.all(
            acceptedAt: Self.start, status: 4, dueAt: due, events: Self.history(Self.received), at: after)[3]
        #expect(late.event == nil && late.missed == due && late.isPossible)
    }

    @Test(
        "a corrected slip is one that overtakes a slip that was handed out, however often it was corrected before"
    )
    func amendments() {
        func at(_ hour: Int) -> Instant { Self.start.adding(seconds: hour * 3_600) }
        let events = [1, 3, 4, 7].enumerated().map { index, hour in
            DossierEvent(
                seq: index + 1, at: at(hour), action: ProcessAction.amend.rawValue, status: 2)
        }
        func of(_ prints: [(String, Int)]?) -> Int? {
            SlipDocument.amendment(
                events,
                prints: prints?.enumerated().map { index, print in
                    PrintRecord(
                        id: "\(index)", form: print.0, copies: 1, at: at(print.1), copyNumber: index + 1)
                })
        }
        #expect(of([]) == nil)
        #expect(of([("06", 0)]) == nil)
        // Corrected before anybody had a slip; the two at 3 and 4 overtake the one of 2; that of 5 is overtaken at 7.
        #expect(of([("01", 2)]) == 1)
        #expect(of([("01", 2), ("01", 5)]) == 2)
        #expect(of([("01", 5), ("01", 6)]) == 1)
        #expect(of([("01", 8)]) == nil)
        #expect(of(nil) == 4)
        #expect(SlipDocument.amendment([], prints: nil) == nil)
    }

    @Test("what a paper follows from is over: it is a reprint of one in the journal, or can't be made")
    func reprints() {
        func obstacle(_ form: SlipForm, _ events: [DossierEvent], _ prints: [(String, Int)]?)
            -> PaperChoice.Obstacle?
        {
            PaperChoice.all(
                acceptedAt: Self.start, status: events.last?.status ?? 1, dueAt: nil, events: events,
                prints: prints?.enumerated().map { index, print in
                    PrintRecord(
                        id: "\(index)", form: print.0, copies: 1,
                        at: Self.start.adding(seconds: print.1 * 86_400 + 60), copyNumber: index + 1)
                }, at: Self.start
            ).first { $0.form == form }?.obstacle
        }
        let asked = Self.received + [(.requestSupplement, "tham_dinh", "bo_sung", 5)]
        #expect(obstacle(.supplementRequest, Self.history(asked), []) == nil)
        let supplied = Self.history(asked + [(.supplementIn, "bo_sung", "tham_dinh", 4)])
        #expect(obstacle(.supplementRequest, supplied, []) == .supplied)
        #expect(obstacle(.supplementRequest, supplied, [("01", 2)]) == .supplied)
        // Of an earlier request: another paper.
        #expect(obstacle(.supplementRequest, supplied, [("02", 1)]) == .supplied)
        #expect(obstacle(.supplementRequest, supplied, [("02", 2)]) == nil)
        #expect(obstacle(.supplementRequest, supplied, nil) == nil)
        let extended = Self.received + [(.extend, "tham_dinh", "tham_dinh", 4)]
        #expect(obstacle(.apology, Self.history(extended), []) == nil)
        let given = Self.history(
            extended + [(.finish, "tham_dinh", "tra_kq", 9), (.deliver, "tra_kq", "ket_thuc", 10)])
        #expect(obstacle(.apology, given, []) == .closed)
        #expect(obstacle(.apology, given, [("04", 2)]) == nil)
    }

    @Test("a suspension that is over, and a stop after the result, have no form 05")
    func stops() {
        let suspended = Self.received + [(.suspend, "tham_dinh", "tam_dung", 8)]
        #expect(obstacles(suspended + [(.resume, "tam_dung", "tham_dinh", 4)])["05"] == .notStopped)
        #expect(obstacles(suspended + [(.stop, "tam_dung", "dung", 8)])["05"] == nil)
        let finished = Self.received + [(.finish, "tham_dinh", "tra_kq", 9), (.stop, "tra_kq", "dung", 8)]
        #expect(obstacles(finished)["05"] == .decided)
    }

    @Test("what was taken back opens nothing, whether the event says what it took back or not")
    func undone() {
        let acts =
            Self.received + [
                (.requestSupplement, "tham_dinh", "bo_sung", 5), (.undo, "bo_sung", "tham_dinh", 4),
            ]
        #expect(obstacles(acts)["02"] == .nothingAsked)
        #expect(
            obstacles(acts) { $0[3].detail = DossierEventDetail(undoes: 3) }["02"] == .nothingAsked)
        let again = acts + [(.requestSupplement, "tham_dinh", "bo_sung", 5)]
        let choices = PaperChoice.all(
            acceptedAt: Self.start, status: 5, dueAt: nil, events: Self.history(again), at: Self.start)
        #expect(choices[1].event?.seq == 5)
    }

    @Test("form 06 has a row for each act but claims, with units, people and how it stood to the appointment")
    func transfers() {
        var events = Self.history(
            Self.received + [
                (.claim, "tham_dinh", "tham_dinh", 4), (.forward, "tham_dinh", "do_dac", 4),
                (.extend, "do_dac", "do_dac", 4), (.forward, "do_dac", "ky", 4), (.finish, "ky", "tra_kq", 9),
                (.deliver, "tra_kq", "ket_thuc", 10),
            ])
        for (index, name) in [(0, "Tiếp nhận"), (1, "Thẩm định"), (3, "Đo đạc")] {
            events[index].toName = name
        }
        events[3].toUnit = UnitRef(code: "H26.9", name: "Chi nhánh Văn phòng đăng ký đất đai")
        events[5].toUnit = UnitRef(code: "H26.1.5", name: "UBND phường")
        let (old, new) = (Self.start.adding(seconds: 3 * 86_400), Self.start.adding(seconds: 5 * 86_400))
        events[4].detail = DossierEventDetail(previousDueAt: old, dueAt: new)
        let rows = SlipTransfer.rows(
            events, unit: UnitRef(code: "H26.1.5", name: "UBND phường"), dueAt: new, entry: "Chờ tiếp nhận",
            verb: { $0 })
        #expect(
            rows.map { "\($0.from) > \($0.to)" } == [
                "UBND phường - Chờ tiếp nhận > UBND phường - Tiếp nhận",
                "UBND phường - Tiếp nhận > UBND phường - Thẩm định",
                "UBND phường - Thẩm định > Chi nhánh Văn phòng đăng ký đất đai - Đo đạc",
                "Chi nhánh Văn phòng đăng ký đất đai - Đo đạc > Chi nhánh Văn phòng đăng ký đất đai - Đo đạc",
                "Chi nhánh Văn phòng đăng ký đất đai - Đo đạc > UBND phường - ky",
                "UBND phường - ky > UBND phường - tra_kq", "UBND phường - tra_kq > UBND phường - ket_thuc",
            ])
        // Day 1 is before, day 3 on the appointment, day 4 past the first one, day 5 on the new one, day 6 late; the
        // hand-over to the citizen is nobody's delay.
        #expect(rows.map(\.outcome) == [nil, .before, .onTime, .late, .onTime, .late, nil])
        #expect(rows.map(\.giver) == [0, 1, 3, 4, 5, 6, 7].map { "Cán bộ \($0)" })
        #expect(rows.map(\.taker) == [1, 2, 4, 5, 6, 7, nil].map { $0.map { "Cán bộ \($0)" } })
        #expect(rows[3].note == "extend: lý do 4")
    }

    @Test(
        "Form 06 says who took the result, and on what; a hand-over that was taken back is none")
    func handover() {
        var events = Self.history(
            Self.received + [(.finish, "tham_dinh", "tra_kq", 9), (.deliver, "tra_kq", "ket_thuc", 10)])
        let last = events.count - 1
        events[last].detail = DossierEventDetail(
            handover: HandoverProof(
                recipient: "Nguyễn Văn An", identityNumber: "001090000123", relation: "con",
                slipReturned: true))
        let rows = SlipTransfer.rows(
            events, unit: UnitRef(code: "H26.1.5", name: "UBND phường"), dueAt: nil, entry: "x", verb: { $0 })
        #expect(
            rows.last?.note?.hasSuffix(
                "\nNgười nhận: Nguyễn Văn An, số định danh 001090000123, con, đã thu lại giấy hẹn") == true)
        #expect(Handover(events)?.at == events[last].at && Handover(events)?.by == events[last].actor)
        #expect(events.completedAt == events[last - 1].at)
        var undo = events[last]
        undo.seq += 1
        undo.action = ProcessAction.undo.rawValue
        undo.status = 9
        undo.detail = DossierEventDetail(undoes: events[last].seq)
        #expect(Handover(events + [undo]) == nil)
    }
}
