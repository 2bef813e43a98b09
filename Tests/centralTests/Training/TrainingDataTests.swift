import Forms
import Foundation
import Models
import Testing

@testable import central

@Suite("Training data")
struct TrainingDataTests {
    /// Read once for all tests of the process.
    static let loaded = Result { try TrainingData.load(directory: TrainingData.directory) }

    var set: TrainingSet {
        get throws { try Self.loaded.get() }
    }

    @Test("all files are read, and name only what exists")
    func lint() throws {
        _ = try set
    }

    @Test("25 procedures and 2 bundles of them, each with its cases, forms and a process")
    func procedures() throws {
        let set = try set
        #expect(set.procedures.count == 25)
        #expect(set.forms.count == 25)
        #expect(set.processes.count == 25)
        #expect(
            set.procedures.map(\.code).sorted() == [
                "1.000656", "1.000894", "1.001022", "1.001193", "1.001612", "1.001699", "1.001731",
                "1.002755", "1.003197", "1.003677",
                "1.004194", "1.004222", "1.004837", "1.004884", "1.010038", "1.011606", "1.013227",
                "1.013314",
                "2.000635", "2.000815", "2.000884", "2.000908", "2.001263", "3.000333", "9.990001",
            ])
        #expect(set.bundles.map(\.code) == ["2.002913", "3.000722"])
        #expect(try #require(set.procedure("1.001193")).cases.count >= 3)
    }

    @Test("34 provinces on any day, three of them cities since 2026")
    func provinces() throws {
        let set = try set
        func cities(on iso: String) throws -> Int {
            let day = try #require(LocalDate(iso: iso))
            let inForce = set.provinces.filter { $0.holds(on: day) }
            #expect(inForce.count == 34)
            #expect(Set(inForce.map(\.code)).count == 34)
            return inForce.count { $0.type == .city }
        }
        #expect(try cities(on: "2025-07-01") == 6)
        #expect(try cities(on: "2026-04-29") == 6)
        #expect(try cities(on: "2026-04-30") == 7)
        #expect(try cities(on: "2026-09-20") == 9)
        #expect(try cities(on: "2026-11-23") == 9)
    }

    @Test(
        "3,321 communes, in every province as many as the law made",
        arguments: [
            ("01", "H26", 126), ("04", "H14", 56), ("08", "H60", 124), ("11", "H18", 45), ("12", "H35", 38),
            ("14", "H52", 75), ("15", "H38", 99), ("19", "H55", 92), ("20", "H37", 65), ("22", "H49", 54),
            ("24", "H05", 99), ("25", "H44", 148), ("31", "H24", 114), ("33", "H31", 104), ("37", "H42", 129),
            ("38", "H56", 166), ("40", "H41", 130), ("42", "H27", 69), ("44", "H50", 78), ("46", "H57", 40),
            ("48", "H17", 94), ("51", "H48", 96), ("52", "H21", 135), ("56", "H32", 65), ("66", "H15", 102),
            ("68", "H36", 124), ("75", "H19", 95), ("79", "H29", 168), ("80", "H53", 96), ("82", "H20", 102),
            ("86", "H61", 124), ("91", "H01", 102), ("92", "H13", 103), ("96", "H12", 64),
        ])
    func communes(code: String, hCode: String, count: Int) throws {
        let set = try set
        #expect(set.communes.count == 3321)
        #expect(set.communes.count { $0.province == code } == count)
        #expect(set.provinces.first { $0.code == code }?.hCode == hCode)
    }

    @Test("texts are in NFC, without stray blanks")
    func texts() throws {
        for commune in try set.communes {
            #expect(Normalization.nfc(commune.name).unicodeScalars.elementsEqual(commune.name.unicodeScalars))
            #expect(!commune.name.contains("  "))
        }
    }

    @Test("the ten national statuses, with their labels")
    func statuses() throws {
        let names = try set.statuses.sorted { $0.code < $1.code }.map(\.name.vi)
        #expect(
            names == [
                "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý",
                "Yêu cầu bổ sung giấy tờ", "Yêu cầu thực hiện nghĩa vụ tài chính",
                "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong", "Đã trả kết quả",
            ])
    }

    @Test("the training desk keeps the plain national calendar")
    func calendar() throws {
        let set = try set
        let day = try #require(LocalDate(iso: "2026-11-23"))
        let calendar = try #require(set.calendars.calendar(of: TrainingSet.trainingUnit, on: day))
        #expect(calendar.unit == "H26.1.5")
        #expect(calendar.hours.map(\.weekdays) == [[1, 2, 3, 4, 5]])
        #expect(calendar.provisional == [2027])
        let due = Deadline.due(
            calendar: calendar, acceptedAt: Instant(date: day, hour: 9, minute: 41), amount: 1,
            unit: .workingDay
        ).dueAt
        #expect(due?.rfc3339 == "2026-11-25T09:41:00+07:00", "24/11 is Ngày Văn hóa Việt Nam")
    }

    @Test(
        "every account of the design is there",
        arguments: [
            ("tiepnhan", "reception", "H26.1.5"), ("thamdinh", "review", "H26.1.5"),
            ("lanhdao", "approval", "H26.1.5"), ("thungan", "cashier", "H26.1.5"),
            ("buuchinh", "postal", "H26.900.1"), ("quantri", "province_admin", "H26"),
            ("tongdai", "hotline", "H26.22"), ("quantribo", "ministry_admin", "G06"),
            ("tiepnhan2", "reception", "H26.1.5"), ("lanhdao2", "approval", "H26.1.5"),
            ("thungan2", "cashier", "H26.1.5"), ("quantri2", "province_admin", "H26"),
            ("quantribo2", "ministry_admin", "G06"),
        ])
    func accounts(name: String, role: String, unit: String) throws {
        let officer = try #require(try set.officer(name))
        #expect(officer.roles == [role])
        #expect(officer.unit == unit)
        #expect(try set.officers.password == "tap-huan")
    }

    @Test("fees are those of the law: certified copies by page, births free, channels apart")
    func fees() throws {
        let set = try set
        let day = try #require(LocalDate(iso: "2026-11-23"))
        func total(
            _ code: String, _ caseCode: String, channel: Int = 1, _ quantities: [String: FeeQuantity] = [:],
            exemption: String? = nil
        ) throws -> Int {
            let procedure = try #require(set.procedure(code))
            let selected = try #require(procedure.cases.first { $0.code == caseCode })
            let request = FeeQuoteRequest(
                procedure: code, caseCode: caseCode, channel: channel, quantities: quantities,
                exemption: exemption)
            return try Fees.quote(
                rules: procedure.fees.filter { selected.fees.contains($0.code) }, request: request, on: day
            ).total
        }
        #expect(try total("1.001193", "dung_han") == 0)
        #expect(try total("2.000635", "trich_luc", ["trich_luc": .count(2)]) == 16_000)
        #expect(try total("2.000815", "thong_thuong", ["chung_thuc_ban_sao": .pages([3, 3])]) == 10_000)
        #expect(try total("2.000815", "thong_thuong", ["chung_thuc_ban_sao": .pages([300])]) == 200_000)
        #expect(try total("1.004222", "so_huu") == 20_000)
        #expect(try total("1.004222", "so_huu", channel: 2) == 10_000)
        #expect(try total("1.004194", "ca_nhan", channel: 2) == 7_000)
        #expect(try total("1.004222", "so_huu", exemption: "cao_tuoi") == 0)
        #expect(try total("2.001263", "thong_thuong") == 400_000)
        #expect(try total("1.000894", "trong_nuoc") == 0)
    }

    @Test("a reference set is there for every dropdown, communes below their province")
    func references() throws {
        let references = try set.references
        #expect(references["communes"]?.count == 3321)
        #expect(references["communes"]?.first { $0.item.name == "Phường Hoàn Kiếm" }?.item.parent == "01")
        #expect(references["ethnic_groups"]?.count == 54)
        let names = references["agencies"]?.filter { $0.item.code == "H19" }.map(\.item.name)
        #expect(names == ["UBND tỉnh Đồng Nai", "UBND thành phố Đồng Nai"])
    }
}
