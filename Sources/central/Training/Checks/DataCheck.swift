import Forms
import Models

/// Checks the catalogues against each other: what one file names, another must hold.
///
/// It gathers faults rather than stopping at the first, so that whoever edits data sees them all at once.
struct DataCheck {
    let set: TrainingSet
    var faults: [TrainingDataError.Fault] = []

    init(set: TrainingSet) {
        self.set = set
    }

    mutating func fault(_ file: String, _ pointer: String, _ message: String) {
        faults.append(.init(file: file, pointer: pointer, message: message))
    }

    /// Everything but the expansion of the binding rows.
    mutating func run(bindings: [ProcessBinding]) {
        checkPlaces()
        checkStatuses()
        checkAgencies()
        checkCalendars()
        for form in set.forms { check(form) }
        unique(set.forms.map { "\($0.id)@\($0.version)" }, "forms")
        for procedure in set.procedures { check(procedure) }
        for bundle in set.bundles { check(bundle: bundle) }
        unique((set.procedures + set.bundles).map { "\($0.code)@\($0.version)" }, "procedures")
        for process in set.processes { check(process) }
        unique(set.processes.map { "\($0.id)@\($0.version)" }, "processes")
        checkOfficers()
        checkCoverage(bindings)
        checkCards()
        checkDossiers()
        checkMessages()
        checkScripts()
    }

    private mutating func checkMessages() {
        let file = "messages.json"
        unique(set.messages.map(\.code.rawValue), file, at: "/items")
        for occasion in MessageOccasion.allCases where !set.messages.contains(where: { $0.code == occasion })
        {
            fault(file, "/items", "thiếu lời báo cho \(occasion.rawValue)")
        }
        for (index, message) in set.messages.enumerated() {
            for place in message.unknownPlaces {
                fault(file, "/items/\(index)/text", "không có chỗ trống {\(place)}")
            }
        }
    }

    /// Names the keys that stand twice.
    mutating func unique(_ keys: [String], _ file: String, at prefix: String = "") {
        var seen: Set<String> = []
        for (index, key) in keys.enumerated() where !seen.insert(key).inserted {
            fault(file, prefix + "/\(index)", "“\(key)” đứng hai lần")
        }
    }

    private mutating func checkPlaces() {
        let file = "provinces.json"
        var rows: [String: [Province]] = [:]
        for (index, province) in set.provinces.enumerated() {
            let others = rows[province.code, default: []]
            if others.contains(where: { overlaps(($0.from, $0.to), (province.from, province.to)) }) {
                fault(file, "/items/\(index)", "tỉnh \(province.code) có hai tên trong cùng một ngày")
            }
            if others.contains(where: { $0.hCode != province.hCode }) {
                fault(file, "/items/\(index)/h_code", "mã định danh khác với dòng trước của cùng một tỉnh")
            }
            rows[province.code] = others + [province]
        }
        unique(set.communes.map(\.code), "communes.json", at: "/items")
        for (index, commune) in set.communes.enumerated() where rows[commune.province] == nil {
            fault("communes.json", "/items/\(index)/province", "không có tỉnh \(commune.province)")
        }
        unique(set.banks.map(\.code), "banks.json", at: "/items")
        unique(set.ethnicGroups.map(\.code), "ethnic-groups.json", at: "/items")
        unique(set.fields.map(\.code), "fields.json", at: "/items")
    }

    private mutating func checkStatuses() {
        let codes = set.statuses.map(\.code)
        unique(codes.map(String.init), "statuses.json", at: "/items")
        for (index, status) in set.statuses.enumerated() {
            for (place, next) in status.next.enumerated() where !codes.contains(next) {
                fault("statuses.json", "/items/\(index)/next/\(place)", "không có trạng thái \(next)")
            }
        }
    }

    private mutating func checkAgencies() {
        let file = "agencies.json"
        let codes = Set(set.agencies.map(\.code))
        let provinces = Set(set.provinces.map(\.code))
        let communes = Set(set.communes.map(\.code))
        var rows: [String: [Agency]] = [:]
        for (index, agency) in set.agencies.enumerated() {
            let place = "/items/\(index)"
            if let parent = agency.parent, !codes.contains(parent) {
                fault(file, place + "/parent", "không có đơn vị \(parent)")
            }
            if let successor = agency.successor, !codes.contains(successor) {
                fault(file, place + "/successor", "không có đơn vị \(successor)")
            }
            if let province = agency.province, !provinces.contains(province) {
                fault(file, place + "/province", "không có tỉnh \(province)")
            }
            if let commune = agency.commune, !communes.contains(commune) {
                fault(file, place + "/commune", "không có xã \(commune)")
            }
            let others = rows[agency.code, default: []]
            if others.contains(where: { overlaps(($0.from, $0.to), (agency.from, agency.to)) }) {
                fault(file, place, "đơn vị \(agency.code) có hai tên trong cùng một ngày")
            }
            rows[agency.code] = others + [agency]
        }
    }

    private mutating func checkCalendars() {
        let file = "calendars.json"
        let codes = set.calendars.items.map(\.code)
        unique(codes, file, at: "/items")
        if !codes.contains(set.calendars.default) {
            fault(file, "/default", "không có lịch \(set.calendars.default)")
        }
        let units = Set(set.agencies.map(\.code))
        for (index, assignment) in set.calendars.assignments.enumerated() {
            if !units.contains(assignment.unit) {
                fault(file, "/assignments/\(index)/unit", "không có đơn vị \(assignment.unit)")
            }
            if !codes.contains(assignment.calendar) {
                fault(file, "/assignments/\(index)/calendar", "không có lịch \(assignment.calendar)")
            }
        }
        for (index, entry) in set.calendars.items.enumerated() {
            let off = Set(entry.calendar.daysOff.map(\.date))
            unique(
                entry.calendar.daysOff.map(\.date.iso), file, at: "/items/\(index)/calendar/days_off")
            for (place, day) in entry.calendar.makeupDays.enumerated() {
                let pointer = "/items/\(index)/calendar/makeup_days/\(place)"
                if off.contains(day.date) { fault(file, pointer, "vừa nghỉ vừa làm bù") }
                if day.date.weekday < 6 { fault(file, pointer, "ngày làm bù phải là thứ Bảy hoặc Chủ nhật") }
            }
        }
    }

    private func overlaps(
        _ left: (from: LocalDate, to: LocalDate?), _ right: (from: LocalDate, to: LocalDate?)
    ) -> Bool {
        (right.to.map { left.from <= $0 } ?? true) && (left.to.map { right.from <= $0 } ?? true)
    }
}
