import Forms
import GRDB
import Models

extension TrainingLoader {
    /// The tickets that openapi.yaml names, one for each act, so that every example works by itself and again.
    enum SeedTickets {
        static let read = "01900000-0000-7000-8000-0000000000b1"
        static let acknowledged = "01900000-0000-7000-8000-0000000000b2"
        static let resolved = "01900000-0000-7000-8000-0000000000b3"
        static let escalated = "01900000-0000-7000-8000-0000000000b4"
        static let closed = "01900000-0000-7000-8000-0000000000b5"
        static let call = "01900000-0000-7000-8000-0000000000c1"
    }

    /// Tickets to practise on at the training ward, and the call that one of them came of.
    static func insertHotline(_ database: Database, _ set: TrainingSet, at now: Instant, seal: DataSeal)
        throws
    {
        guard let caller = set.officer("tongdai"), let answerer = set.officer("tiepnhan"),
            let calendar = set.calendars.items.first(where: { $0.code == set.calendars.default })?.calendar
        else { return }
        let words = [
            (
                "Hỏi giờ làm việc sáng thứ Bảy",
                "Người gọi hỏi bộ phận một cửa của phường có làm sáng thứ Bảy không."
            ),
            (
                "Hồ sơ tạm trú chưa thấy trả lời",
                "Nộp trực tuyến đã hai ngày, người gọi hỏi vì sao chưa có người tiếp nhận."
            ),
            (
                "Phải đi lại nhiều lần vì thiếu giấy",
                "Người gọi cho biết mỗi lần đến lại được yêu cầu thêm một loại giấy khác."
            ),
            (
                "Xin chuyển cho công an phường",
                "Người gọi hỏi về xác nhận thông tin cư trú, không thuộc phường giải quyết."
            ),
            (
                "Đề nghị bố trí thêm ghế chờ",
                "Người gọi phản ánh sáng thứ Hai đông, người già không có chỗ ngồi."
            ),
        ]
        let ids = [
            SeedTickets.read, SeedTickets.acknowledged, SeedTickets.resolved, SeedTickets.escalated,
            SeedTickets.closed,
        ]
        let kinds = ["hoi_dap", "lam_ro", "phan_anh", "hoi_dap", "phan_anh"]
        let (from, to) = (
            UnitRef(code: caller.unit, name: caller.unit), UnitRef(code: answerer.unit, name: answerer.unit)
        )
        for (number, (id, text)) in zip(ids, words).enumerated() {
            guard let kind = set.ticketKinds.first(where: { $0.code == kinds[number] }) else { continue }
            func due(_ days: Int) -> Instant {
                Deadline.due(calendar: calendar, acceptedAt: now, amount: days, unit: .workingDay).dueAt
                    ?? now
            }
            let term = Deadline.due(calendar: calendar, acceptedAt: now, amount: kind.days, unit: .workingDay)
            let isAnswered = id == SeedTickets.closed
            let series = "PA-" + HotlineUnit.province(caller.unit)
            let count = try CounterTable.nextCode(database, unit: series, day: now.date)
            let ticket = Ticket(
                id: id, code: DossierCode.make(unit: series, date: now.date, number: count),
                revision: isAnswered ? 2 : 1, kind: CodeName(code: kind.code, name: kind.name),
                days: kind.days,
                subject: text.0, content: text.1, from: from, to: to, createdBy: caller.reference,
                createdAt: now, acknowledgeBy: due(kind.acknowledgeDays), dueAt: due(kind.days),
                explanation: term.words(.vi), explanationEn: term.words(.en),
                state: isAnswered ? .answered : .received, overdue: false, callerName: "Nguyễn Văn Mẫu",
                phone: "0912345678",
                answer: isAnswered ? "Phường đã kê thêm hai dãy ghế ở sảnh chờ." : nil, masked: false)
            try TicketTable.insert(database, ticket, seal: seal)
            try TicketTable.append(
                database,
                TicketEvent(seq: 1, at: now, action: .create, actor: caller.reference, unit: to), to: id,
                seal: seal)
            guard isAnswered else { continue }
            try TicketTable.append(
                database,
                TicketEvent(
                    seq: 2, at: now, action: .resolve, actor: answerer.reference, unit: to,
                    note: ticket.answer), to: id, seal: seal)
        }
        try CallTable.insert(
            database,
            HotlineCall(
                id: SeedTickets.call, startedAt: now.adding(seconds: -90), endedAt: now, phone: "0912345678",
                callerName: "Nguyễn Văn Mẫu", verified: false, topic: .other, result: .ticket,
                note: "Cuộc gọi mẫu.",
                ticket: TicketRef(id: SeedTickets.read, code: ""), officer: caller.reference, unit: from,
                masked: false), seal: seal)
    }

    /// A training database from before there was a hotline gets its scripts, kinds of tickets, texts and samples.
    static func addHotline(_ database: Database, _ set: TrainingSet, at now: Instant, seal: DataSeal) throws {
        for script in set.scripts where try ScriptPublishing.latest(script.id, database) == 0 {
            try ScriptPublishing.insert(script, database)
        }
        for message in set.messages
        where try CatalogueTable.latestVersion(database, .message, code: message.code.rawValue) == 0 {
            try CatalogueTable.insert(
                database, .message, code: message.code.rawValue, version: 1, from: message.from, to: nil,
                document: try StrictJSON.encode(message))
        }
        guard try !CatalogueTable.hasReference(database, set: TicketKind.set) else { return }
        for (position, dated) in (set.references[TicketKind.set] ?? []).enumerated() {
            try CatalogueTable.insertReference(
                database, set: TicketKind.set, item: dated.item, position: position, from: dated.from,
                to: dated.to)
        }
        guard try OfficerTable.account(database, named: "tongdai") != nil else { return }
        try insertHotline(database, set, at: now, seal: seal)
    }
}
