import Forms
import GRDB
import HTTPTypes
import Models

/// How a unit collects: its accounts, the numbers of its receipts, how much a drawer may be off. Data that administrators
/// of its province keep.
enum CollectionRoutes {
    static let all = [
        Route("getCollection", .get, "/v1/collection/{unit}", find: find) { call, central in
            let unit: UnitRef = try call.thing()
            let settings = try await central.store.read { try read($0, unit) }
            return try .json(settings, headers: ["etag": "\"\(settings.revision)\""])
        },
        Route("putCollection", .put, "/v1/collection/{unit}", body: .json, find: find, handle: put),
    ]

    /// More series than a unit needs in a lifetime.
    private static let mostSeries = 200

    private static func read(_ database: Database, _ unit: UnitRef) throws -> CollectionSettings {
        let (revision, settings) = try CollectionTable.settings(database, unit: unit.code)
        return CollectionSettings(
            unit: unit, revision: revision, beneficiary: settings.beneficiary,
            beneficiaries: settings.beneficiaries,
            series: try ReceiptSeriesTable.all(database, unit: unit.code),
            differenceLimit: settings.differenceLimit, receptionCollects: settings.receptionCollects)
    }

    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let unit: UnitRef = try call.thing()
        let officer = try call.requireGrant().officer
        let request: CollectionSettingsPut = try call.decode()
        let faults = check(request)
        guard faults.isEmpty else { throw ProblemError.input(faults) }
        let settings = try await central.store.write { database in
            let before = try read(database, unit)
            try Precondition.check(call, revision: before.revision, changedBy: nil, changedAt: nil)
            try put(database, request.series, before.series, unit: unit.code)
            let kept = CollectionTable.Settings(
                beneficiary: request.beneficiary, beneficiaries: request.beneficiaries ?? [:],
                differenceLimit: request.differenceLimit,
                receptionCollects: request.receptionCollects ?? false)
            try CollectionTable.put(
                database, kept, unit: unit.code, revision: before.revision + 1)
            try Bookkeeping(call, central, officer: officer).audit(
                database, "collection_set", unit.code, unit: unit.code,
                [
                    "series": String(request.series.count),
                    "reception_collects": String(request.receptionCollects ?? false),
                ])
            return try read(database, unit)
        }
        return try .json(settings, headers: ["etag": "\"\(settings.revision)\""])
    }

    /// New series come in; one that was begun keeps its beginning and everything that was used.
    private static func put(
        _ database: Database, _ wanted: [ReceiptSeriesPut], _ known: [ReceiptSeries], unit: String
    ) throws {
        for series in known {
            let isBegun = series.used >= series.first
            let index = wanted.firstIndex { $0.year == series.year && $0.symbol == series.symbol }
            guard let index else {
                guard !isBegun else { throw begun("", series) }
                try ReceiptSeriesTable.delete(database, series, unit: unit)
                continue
            }
            let new = wanted[index]
            if isBegun {
                guard new.first == series.first, new.template == series.template, new.last >= series.used
                else { throw begun("/series/\(index)", series) }
                try ReceiptSeriesTable.setLast(database, new.last, of: series, unit: unit)
            } else {
                try ReceiptSeriesTable.delete(database, series, unit: unit)
                try ReceiptSeriesTable.insert(database, new, unit: unit)
            }
        }
        for series in wanted
        where !known.contains(where: { $0.year == series.year && $0.symbol == series.symbol }) {
            try ReceiptSeriesTable.insert(database, series, unit: unit)
        }
    }

    private static func begun(_ pointer: String, _ series: ReceiptSeries) -> ProblemError {
        .input([
            .init(
                pointer.isEmpty ? "/series" : pointer, "series_begun",
                "Dải \(series.symbol) năm \(series.year) đã dùng đến số \(series.used), chỉ kéo dài được.",
                hint: "Giữ nguyên số đầu và mẫu số; số cuối không dưới \(series.used).")
        ])
    }

    /// A receipt's number has at most eight digits.
    private static let largestNumber = 99_999_999

    private static func check(_ request: CollectionSettingsPut) -> [InputFault] {
        var faults: [InputFault] = []
        if let beneficiary = request.beneficiary { check(beneficiary, "/beneficiary", &faults) }
        for (code, beneficiary) in (request.beneficiaries ?? [:]).sorted(by: { $0.key < $1.key }) {
            check(beneficiary, "/beneficiaries/\(code)", &faults)
        }
        if !(0...PaymentRoutes.largestAmount).contains(request.differenceLimit) {
            faults.append(.init("/difference_limit", "out_of_range", "Số tiền không được âm."))
        }
        if request.series.count > mostSeries {
            faults.append(.init("/series", "too_many", "Nhiều nhất \(mostSeries) dải."))
        }
        var seen: Set<String> = []
        for (index, series) in request.series.prefix(mostSeries).enumerated() {
            let place = "/series/\(index)"
            if !(2020...2100).contains(series.year) {
                faults.append(.init(place + "/year", "out_of_range", "Năm từ 2020 đến 2100."))
            }
            _ = CallText.check(series.template, place + "/template", longest: 20, isRequired: true, &faults)
            _ = CallText.check(series.symbol, place + "/symbol", longest: 20, isRequired: true, &faults)
            if series.first < 1 {
                faults.append(.init(place + "/first", "out_of_range", "Số đầu từ 1."))
            } else if series.first > largestNumber {
                faults.append(
                    .init(place + "/first", "out_of_range", "Số biên lai có nhiều nhất 8 chữ số."))
            } else if series.last < series.first || series.last > largestNumber {
                faults.append(
                    .init(
                        place + "/last", "out_of_range",
                        "Số cuối từ số đầu đến 99.999.999 (nhiều nhất 8 chữ số)."))
            }
            if !seen.insert("\(series.year) \(series.symbol)").inserted {
                faults.append(.init(place + "/symbol", "repeated", "Ký hiệu này đã có trong năm."))
            }
        }
        return faults
    }

    private static func check(_ beneficiary: Beneficiary, _ place: String, _ faults: inout [InputFault]) {
        do throws(VietQRError) {
            _ = try VietQR(
                bank: beneficiary.bank, account: beneficiary.account, amount: 1, purpose: "A")
        } catch {
            faults.append(
                error == .bank
                    ? .init(place + "/bank", "invalid_bank", "Mã ngân hàng (BIN) có 6 chữ số.")
                    : .init(
                        place + "/account", "invalid_account",
                        "Số tài khoản có từ 1 đến 19 chữ số hoặc chữ cái không dấu."))
        }
        _ = CallText.check(beneficiary.name, place + "/name", longest: 200, isRequired: true, &faults)
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (code, scope, today) = (call.parameter("unit"), try call.requireGrant().scope, call.today)
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: today) }
        guard scope.contains(code), let name else { throw ProblemError(.notFound) }
        return UnitRef(code: code, name: name)
    }
}
