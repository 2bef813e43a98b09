import Forms
import GRDB
import Models

extension Bookkeeping {
    static let notes = CashCount.notes
    static let mostNotes = CashCount.mostNotes

    /// What the notes come to.
    static func sum(_ counts: [String: Int], _ faults: inout [InputFault]) -> Int {
        var sum = 0
        for (note, count) in counts.sorted(by: { $0.key < $1.key }) {
            guard let value = Int(note), notes.contains(value), String(value) == note else {
                faults.append(
                    .init(
                        "/counts/\(note)", "unknown_note", "Không có tờ tiền mệnh giá này.",
                        hint: "Mệnh giá: \(notes.map { Money($0).grouped }.joined(separator: ", ")) đ."))
                continue
            }
            guard (0...mostNotes).contains(count) else {
                faults.append(
                    .init("/counts/\(note)", "out_of_range", "Số tờ từ 0 đến \(Money(mostNotes).grouped)."))
                continue
            }
            sum += value * count
        }
        return sum
    }

    /// Opens a drawer with what lies in it.
    ///
    /// - Throws: Where the officer's own at that desk or of a day before, or another's there, is not closed: one name is one
    ///   drawer, and each is closed on its day.
    func open(
        _ database: Database, unit: UnitRef, desk: String, _ counts: [String: Int], id: ID = UUIDv7.make()
    ) throws -> CashSession {
        let officer = try acting()
        var faults: [InputFault] = []
        let opening = Self.sum(counts, &faults)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        if let other = try CashTable.unclosed(
            database, officer: officer.id, unit: unit.code, desk: desk, on: at.date)
        {
            throw ProblemError(.cashSessionOpen, headers: ["location": "/v1/cash-sessions/\(other)"])
        }
        // Two drawers under one name could not be told apart in the evening: whose notes lie in which.
        let name = TextFold.fold(desk)
        let taken = try CashTable.page(
            database, scope: Scope(units: [unit.code]), officer: nil, day: nil, isOpen: true, limit: 200,
            on: at.date
        ).map(\.session).first {
            $0.kind == .regular && $0.officer.id != officer.id && TextFold.fold($0.desk) == name
        }
        if let taken {
            throw ProblemError.input([
                .init(
                    "/desk", "desk_taken",
                    "\(taken.desk) đang có ngăn tiền chưa đóng của \(taken.officer.name), "
                        + "mở lúc \(taken.openedAt.display).",
                    hint: "Ghi tên quầy khác, hoặc để \(taken.officer.name) hay lãnh đạo đóng ngăn ấy trước.")
            ])
        }
        try insert(database, id, unit: unit, desk: desk, kind: .regular, opening: opening)
        try audit(database, "cash_open", id, unit: unit.code, ["desk": desk, "opening": String(opening)])
        try announce(database, "cash_open", drawer: id, of: unit.code)
        return try readSession(database, id).session
    }

    /// The officer's drawer of today. Cash that comes while none is open is kept in a drawer of its own, a rescue session,
    /// which is counted and closed like any other: no money is refused because of an hour, and none is without a drawer.
    func drawer(_ database: Database, unit: UnitRef, desk: String?) throws -> ID {
        let officer = try acting()
        if let id = try CashTable.open(
            database, officer: officer.id, unit: unit.code, desk: desk, on: at.date)
        {
            return id
        }
        // One that was counted already has to be counted again: what was counted is no longer what lies there.
        if let id = try CashTable.rescue(database, officer: officer.id, unit: unit.code, on: at.date) {
            try CashTable.setState(database, of: id, to: .open)
            try audit(database, "cash_reopen", id, unit: unit.code)
            try announce(database, "cash_reopen", drawer: id, of: unit.code)
            return id
        }
        let id = UUIDv7.make()
        try insert(database, id, unit: unit, desk: desk ?? "", kind: .rescue, opening: 0)
        try audit(database, "cash_rescue", id, unit: unit.code)
        try announce(database, "cash_rescue", drawer: id, of: unit.code)
        return id
    }

    private func insert(
        _ database: Database, _ id: ID, unit: UnitRef, desk: String, kind: CashSessionKind, opening: Int
    ) throws {
        let officer = try acting()
        let limit = try CollectionTable.settings(database, unit: unit.code).settings.differenceLimit
        let session = CashSession(
            id: id, unit: unit, officer: officer.reference, desk: desk, day: at.date, kind: kind,
            state: .open, openedAt: at, opening: opening, movements: [], recounts: 0, limit: limit,
            overdue: false)
        try CashTable.insert(database, session, person: officer.person)
        if opening > 0 {
            try LedgerTable.post(
                database, "cash_open", subject: id, unit: unit.code, officer: officer.id, at: at,
                [
                    .init(account: .cash(id), amount: opening),
                    .init(account: .safe(unit.code), amount: -opening),
                ])
        }
    }

    /// Puts money in or takes it out; never more than there is.
    func move(_ database: Database, _ stored: CashTable.Stored, _ request: CashMovementRequest) throws
        -> CashSession
    {
        let (officer, session) = (try acting(), stored.session)
        try checkOwner(stored)
        guard session.state != .closed else { throw ProblemError(.cashSessionClosed) }
        let isOut = request.kind == .withdrawal
        if isOut, try LedgerTable.balance(database, .cash(session.id)) < request.amount {
            throw ProblemError.input([
                .init("/amount", "more_than_there", "Ngăn tiền không có đủ số tiền này.")
            ])
        }
        let movement = CashMovement(
            id: UUIDv7.make(), kind: request.kind, amount: request.amount, reason: request.reason, at: at,
            officer: officer.reference)
        try CashTable.insert(database, movement, of: session.id)
        let amount = isOut ? -request.amount : request.amount
        try LedgerTable.post(
            database, "cash_move", subject: movement.id, unit: session.unit.code, officer: officer.id, at: at,
            [
                .init(account: .cash(session.id), amount: amount),
                .init(account: .safe(session.unit.code), amount: -amount),
            ])
        // What was counted before is no longer what lies there.
        try CashTable.setState(database, of: session.id, to: .open)
        try audit(
            database, "cash_move", session.id, unit: session.unit.code,
            ["kind": request.kind.rawValue, "amount": String(request.amount)])
        try announce(database, "cash_move", drawer: session.id, of: session.unit.code)
        return try readSession(database, session.id).session
    }

    /// Takes what was counted; only then it is told what should be there. Every count is kept.
    func count(_ database: Database, _ stored: CashTable.Stored, _ counts: [String: Int]) throws
        -> CashSession
    {
        let (officer, session) = (try acting(), stored.session)
        guard session.state != .closed else { throw ProblemError(.cashSessionClosed) }
        var faults: [InputFault] = []
        let counted = Self.sum(counts, &faults)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        try CashTable.count(database, counts, counted: counted, of: session.id, by: officer.id, at: at)
        try CashTable.setState(database, of: session.id, to: .counted)
        try audit(
            database, "cash_count", session.id, unit: session.unit.code, ["counted": String(counted)])
        try announce(database, "cash_count", drawer: session.id, of: session.unit.code)
        return try readSession(database, session.id).session
    }

    /// Closes a drawer that was counted: its difference is booked with the reason, and what lies in it goes to the safe.
    ///
    /// - Throws: Where payments of the officer's are on their way and nobody said that they may come later; where it is
    ///   off by more than the limit and the one who closes it kept it, or is nobody's superior.
    func close(_ database: Database, _ stored: CashTable.Stored, _ request: CashSessionClosing) throws
        -> CashSession
    {
        let officer = try acting()
        let stored = try readSession(database, stored.session.id)
        let session = stored.session
        switch session.state {
        case .closed: throw ProblemError(.cashSessionClosed)
        case .open: throw ProblemError(.cashSessionNotCounted)
        case .counted: break
        }
        if let seen = request.counted, let counted = session.counted, seen != counted {
            throw ProblemError.input([
                .init(
                    "/counted", "counted_again",
                    "Ngăn tiền đã được đếm lại: \(Money(counted).display), không còn là \(Money(seen).display).",
                    hint: "Đóng phiếu này, xem lại lần đếm mới rồi đóng ngăn.")
            ])
        }
        let difference = session.difference ?? 0
        let reason = request.reason?.trimmed
        if difference != 0, reason?.isEmpty ?? true {
            throw ProblemError.input([
                .init(
                    "/reason", "required",
                    "Ngăn tiền \(difference > 0 ? "thừa" : "thiếu") \(Money(abs(difference)).display): cần ghi lý do."
                )
            ])
        }
        // A count after one that told the difference was not blind any more.
        let shown = max(abs(difference), abs(session.greatestDifference ?? 0))
        let supervises = officer.assignments.contains { $0.role == .approval && $0.unit == session.unit.code }
        if shown > session.limit, officer.person == stored.person || !supervises {
            throw ProblemError(
                .secondOfficer,
                detail:
                    "Chênh lệch \(Money(shown).display) \(shown == abs(difference) ? "" : "của một lần đếm ")vượt \(Money(session.limit).display): "
                    + "lãnh đạo của đơn vị phải xem và đóng.")
        }
        if request.leavePending != true {
            let pending = try PaymentTable.pending(
                database, officer: session.officer.id, unit: session.unit.code)
            if !pending.isEmpty {
                throw ProblemError(.paymentsPending, detail: Self.words(pending, of: session.officer))
            }
        }
        let unit = session.unit.code
        let counted = session.counted ?? 0
        if counted != 0 || difference != 0 {
            try LedgerTable.post(
                database, "cash_close", subject: session.id, unit: unit, officer: officer.id, at: at,
                [
                    .init(account: .cash(session.id), amount: difference - counted),
                    .init(account: .difference(unit), amount: -difference),
                    .init(account: .safe(unit), amount: counted),
                ])
        }
        try CashTable.close(database, session.id, reason: reason, by: officer.id, at: at)
        try audit(
            database, "cash_close", session.id, unit: unit,
            ["counted": String(counted), "difference": String(difference)])
        try announce(database, "cash_close", drawer: session.id, of: unit)
        return try readSession(database, session.id).session
    }

    /// Which payments are waited for, so that somebody can go after them.
    private static func words(_ pending: [PaymentTable.Pending], of officer: OfficerRef) -> String {
        let named = pending.prefix(3).map { payment in
            let how = payment.method == .transfer ? "chuyển khoản" : "trực tuyến"
            return "\(payment.code) \(Money(payment.amount).display) (\(how), \(payment.at.display))"
        }
        let rest = pending.count - named.count
        return "\(officer.name) còn chờ kết quả \(pending.count) khoản: " + named.joined(separator: "; ")
            + (rest > 0 ? "; và \(rest) khoản nữa" : "")
            + ". Hỏi lại từng khoản ở màn hình thu phí, hoặc chọn để lại: tiền về sau vẫn được ghi nhận."
    }

    private func checkOwner(_ stored: CashTable.Stored) throws {
        guard try acting().person == stored.person else {
            throw ProblemError(.forbidden, detail: "Ngăn tiền này của \(stored.session.officer.name).")
        }
    }

    func readSession(_ database: Database, _ id: ID) throws -> CashTable.Stored {
        guard
            let stored = try CashTable.find(database, id: id, scope: .everything, on: at.date)
        else { throw ProblemError(.notFound) }
        return stored
    }
}
