import Forms
import HTTPTypes
import Models

/// A unit's register of dossiers (form 07), for those who work there.
enum RegisterRoutes {
    /// The longest period of one register, in days.
    private static let longest = 366

    static let all = [
        Route(
            "getRegister", .get, "/v1/registers/{unit}", query: ["from", "to", "print", "limit", "cursor"],
            find: find, handle: page),
        Route(
            "listRegisterPrints", .get, "/v1/registers/{unit}/prints", query: ["limit", "cursor"], find: find
        ) { call, central in
            let unit = try call.thing(String.self)
            return try .list(try await central.store.read { try RegisterTable.prints($0, unit: unit) }, call)
        },
        Route(
            "recordRegisterPrint", .post, "/v1/registers/{unit}/prints", body: .json, isKeyed: true,
            find: find, handle: print),
    ]

    /// The unit of the path, where the one who asks handles its dossiers: names and addresses stand in the register.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let unit = call.parameter("unit")
        guard try call.requireGrant().disclosure(unit: unit, holder: unit) == .whole else {
            throw ProblemError(.notFound, detail: "Không có sổ theo dõi hồ sơ của đơn vị này.")
        }
        return unit
    }

    /// A list shows no phone and no address. The paper needs both: whoever has recorded its print, which the audit
    /// keeps, reads the entries whole by the print's id.
    private static func page(_ call: Call, _ central: Central) async throws -> Reply {
        let unit = try call.thing(String.self)
        let period = RegisterPrint(from: try call.day("from"), to: try call.day("to"))
        let faults = faults(of: period, at: "/query")
        guard faults.isEmpty else { throw ProblemError(.invalidParameter, errors: faults) }
        let limit = try call.limit()
        let after = try call.cursor(parts: 1)?.first
        // The paper is what may hold more than the list does; a table is the list.
        if call.wantsCSV { return try await export(of: unit, period, from: after, call, central) }
        let officer = try call.requireGrant().officer.id
        let print = try call.query["print"].map { text in
            guard UUIDv7.isValid(text.lowercased()) else {
                throw ProblemError(.notFound, detail: unknownPrint)
            }
            return text.lowercased()
        }
        if let print {
            let isRecorded = try await central.store.read {
                try RegisterTable.hasPrint($0, id: print, unit: unit, period, by: officer)
            }
            guard isRecorded else { throw ProblemError(.notFound, detail: unknownPrint) }
        }
        let lines = try await central.store.read {
            try RegisterTable.page(
                $0, unit: unit, from: period.from, to: period.to, after: after, limit: limit + 1,
                seal: central.seal)
        }
        let page = lines.prefix(limit)
        let next = lines.count > limit ? page.last.map { Cursor.encode([$0.code]) } : nil
        let entries = page.map { print == nil ? $0.masked : $0 }
        return try .json(FixedShape.page(entries, next: next))
    }

    private static func export(
        of unit: String, _ period: RegisterPrint, from after: String?, _ call: Call,
        _ central: Central
    ) async throws -> Reply {
        try await TableExport<RegisterEntry, String>(
            name: "register-\(unit)",
            head: [
                Phrase("Quyển", en: "Book"),
                Phrase("Số", en: "No."),
                Phrase("Mã hồ sơ", en: "Dossier"),
                Phrase("Thủ tục", en: "Procedure"),
                Phrase("Số bộ", en: "Sets"),
                Phrase("Người nộp", en: "Submitted by"),
                Phrase("Địa chỉ", en: "Address"),
                Phrase("Điện thoại", en: "Telephone"),
                Phrase("Đơn vị giải quyết", en: "Handled by"),
                Phrase("Nộp", en: "Submitted"),
                Phrase("Tiếp nhận", en: "Accepted"),
                Phrase("Hẹn trả", en: "Due"),
                Phrase("Trả kết quả", en: "Result given"),
                Phrase("Cách trả", en: "How"),
                Phrase("Người nhận", en: "Recipient"),
                Phrase("Trạng thái", en: "Status"),
            ]
        ) { after, limit in
            try await central.store.read {
                try RegisterTable.page(
                    $0, unit: unit, from: period.from, to: period.to, after: after, limit: limit,
                    seal: central.seal)
            }
        } position: { entry in
            entry.code
        } fields: { entry in
            let entry = entry.masked
            return [
                entry.book, String(entry.number), entry.code, entry.procedureName, String(entry.sets),
                entry.applicantName, entry.address ?? "", entry.phone ?? "", entry.unitName,
                entry.submittedAt.display, entry.acceptedAt?.display ?? "", entry.dueAt?.display ?? "",
                entry.returnedAt?.display ?? "", entry.delivery.name,
                entry.recipient ?? "", entry.statusName,
            ]
        }
        .reply(from: after, call, central)
    }

    private static let unknownPrint = "Chưa ghi nhận lần in này của sổ."

    private static func faults(of period: RegisterPrint, at place: String) -> [InputFault] {
        if period.to < period.from {
            return [.init("\(place)/to", "before_from", "Ngày cuối không được trước ngày đầu.")]
        }
        if period.to.epochDay - period.from.epochDay >= longest {
            return [.init("\(place)/to", "too_long", "Một sổ có nhiều nhất \(longest) ngày.")]
        }
        return []
    }

    private static func print(_ call: Call, _ central: Central) async throws -> Reply {
        let unit = try call.thing(String.self)
        let officer = try call.requireGrant().officer
        return try await central.effectOnce.perform(call) {
            let request: RegisterPrint = try call.decode()
            var faults = faults(of: request, at: "")
            if !(1...20).contains(request.copies) {
                faults.append(.init("/copies", "out_of_range", "Số bản in phải từ 1 đến 20."))
            }
            guard faults.isEmpty else { throw ProblemError.input(faults) }
            return request
        } effect: { database, request in
            let record = try RegisterTable.record(database, request, unit: unit, by: officer, at: call.now)
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "register.print", subject: unit,
                detail: [
                    "from": request.from.iso, "to": request.to.iso, "copy": String(record.copyNumber),
                ], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(record, status: 201)
        }
    }
}

extension RegisterEntry {
    /// As lists show it.
    fileprivate var masked: RegisterEntry {
        var copy = self
        copy.address = address.map(Masking.address)
        copy.phone = phone.map(Masking.phone)
        return copy
    }
}
