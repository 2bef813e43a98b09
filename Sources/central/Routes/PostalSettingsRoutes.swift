import Forms
import GRDB
import HTTPTypes
import Models

/// How a unit sends by post: to which counter, as which customer, at which price, under which numbers. Data that
/// administrators of its province keep.
enum PostalSettingsRoutes {
    static let all = [
        Route("getPostalSettings", .get, "/v1/postal-settings/{unit}", find: find) { call, central in
            let unit: UnitRef = try call.thing()
            let settings = try await central.store.read { [day = call.today] in try read($0, unit, on: day) }
            return try .json(settings, headers: ["etag": "\"\(settings.revision)\""])
        },
        Route("putPostalSettings", .put, "/v1/postal-settings/{unit}", body: .json, find: find, handle: put),
    ]

    /// More ranges than a unit needs in a lifetime.
    private static let mostRanges = 200
    private static let largestSerial = TrackingRange.largestSerial

    private static func read(_ database: Database, _ unit: UnitRef, on day: LocalDate) throws
        -> PostalSettings
    {
        let (revision, settings) = try PostalTable.settings(database, unit: unit.code)
        let office = try settings.map { settings in
            let name = try OfficerTable.unitName(database, code: settings.office, on: day)
            return UnitRef(code: settings.office, name: name ?? settings.office)
        }
        return PostalSettings(
            unit: unit, revision: revision, office: office, customerCode: settings?.customerCode,
            sender: settings?.sender, collectFee: settings?.collectFee ?? 0,
            resultFee: settings?.resultFee ?? 0,
            ranges: try PostalTable.ranges(database, unit: unit.code))
    }

    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let unit: UnitRef = try call.thing()
        let (officer, day) = (try call.requireGrant().officer, call.today)
        let request: PostalSettingsPut = try call.decode()
        let settings = try await central.store.write { database in
            let kept = try check(database, request, unit: unit.code, on: day)
            let before = try read(database, unit, on: day)
            try Precondition.check(call, revision: before.revision, changedBy: nil, changedAt: nil)
            try put(database, request.ranges, before.ranges, unit: unit.code)
            try PostalTable.put(database, kept, unit: unit.code, revision: before.revision + 1)
            try AuditTable.append(
                database,
                AuditEntry(
                    at: call.now, officer: officer.id, person: officer.person, unit: unit.code,
                    action: "postal.settings", subject: unit.code,
                    detail: ["ranges": String(request.ranges.count)], traceID: call.traceID),
                key: central.auditKey)
            return try read(database, unit, on: day)
        }
        return try .json(settings, headers: ["etag": "\"\(settings.revision)\""])
    }

    /// New ranges come in; of one that was begun only the end moves, and never before what was used.
    private static func put(
        _ database: Database, _ wanted: [TrackingRangePut], _ known: [TrackingRange], unit: String
    ) throws {
        for range in known {
            let index = wanted.firstIndex { $0.service == range.service && $0.first == range.first }
            if range.used < range.first {
                try PostalTable.delete(database, range, unit: unit)
                if let index { try PostalTable.insert(database, wanted[index], unit: unit) }
                continue
            }
            guard let index, wanted[index].last >= range.used else {
                throw ProblemError.input([
                    .init(
                        index.map { "/ranges/\($0)/last" } ?? "/ranges", "range_begun",
                        "Dải \(range.service) từ \(range.first) đã dùng đến số \(range.used), chỉ kéo dài được.",
                        hint: "Giữ nguyên số đầu; số cuối không dưới \(range.used).")
                ])
            }
            try PostalTable.setLast(database, wanted[index].last, of: range, unit: unit)
        }
        for range in wanted
        where !known.contains(where: { $0.service == range.service && $0.first == range.first }) {
            try PostalTable.insert(database, range, unit: unit)
        }
    }

    private static func check(
        _ database: Database, _ request: PostalSettingsPut, unit: String, on day: LocalDate
    ) throws -> PostalTable.Settings {
        var faults: [InputFault] = []
        let customer = CallText.check(
            request.customerCode, "/customer_code", longest: 50, isRequired: true, &faults)
        let name = CallText.check(request.senderName, "/sender_name", longest: 200, isRequired: true, &faults)
        let phone = CallText.phone(request.senderPhone, "/sender_phone", &faults)
        if phone == nil, faults.last?.pointer != "/sender_phone" {
            faults.append(.init("/sender_phone", "required", "Không được để trống."))
        }
        if try !OfficerTable.hasRole(database, Role.postal.rawValue, in: request.office, on: day) {
            faults.append(
                .init("/office", "unknown_unit", "Không có quầy bưu chính này, hoặc quầy chưa có nhân viên."))
        }
        var address: PostalAddress?
        switch try AddressReading(database: database, day: day).read(
            request.senderAddress, commune: nil, at: "/sender_address")
        {
        case .found(let found): address = found
        case .refused(let fault): faults.append(fault)
        }
        for (pointer, fee) in [("/collect_fee", request.collectFee), ("/result_fee", request.resultFee)]
        where !(0...PaymentRoutes.largestAmount).contains(fee) {
            faults.append(.init(pointer, "out_of_range", "Giá cước không được âm."))
        }
        try check(database, request.ranges, unit: unit, &faults)
        guard faults.isEmpty, let customer, let name, let phone, let address else {
            throw ProblemError.input(faults)
        }
        return PostalTable.Settings(
            office: request.office, customerCode: customer,
            sender: PostalParty(name: name, phone: phone, address: address), collectFee: request.collectFee,
            resultFee: request.resultFee)
    }

    private static func check(
        _ database: Database, _ ranges: [TrackingRangePut], unit: String, _ faults: inout [InputFault]
    ) throws {
        if ranges.count > mostRanges {
            faults.append(.init("/ranges", "too_many", "Nhiều nhất \(mostRanges) dải."))
        }
        for (index, range) in ranges.prefix(mostRanges).enumerated() {
            let place = "/ranges/\(index)"
            if S10.make(service: range.service, serial: 0) == nil {
                faults.append(
                    .init(
                        place + "/service", "invalid_service", "Loại dịch vụ là hai chữ cái in hoa, ví dụ RR."
                    ))
            }
            if !(0...largestSerial).contains(range.first) {
                faults.append(.init(place + "/first", "out_of_range", "Số có nhiều nhất 8 chữ số."))
            } else if range.last < range.first || range.last > largestSerial {
                faults.append(
                    .init(place + "/last", "out_of_range", "Số cuối từ số đầu đến 99.999.999."))
            }
            let isTwice = ranges[..<index].contains {
                $0.service == range.service && $0.first <= range.last && $0.last >= range.first
            }
            if try isTwice || PostalTable.isTaken(database, range, besides: unit) {
                faults.append(
                    .init(
                        place, "overlaps", "Dải số này trùng với một dải khác.",
                        hint: "Mỗi số hiệu chỉ cấp cho một đơn vị."))
            }
        }
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (code, scope, today) = (call.parameter("unit"), try call.requireGrant().scope, call.today)
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: today) }
        guard scope.contains(code), let name else { throw ProblemError(.notFound) }
        return UnitRef(code: code, name: name)
    }
}
