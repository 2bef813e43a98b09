import Forms
import Models

extension DataCheck {
    mutating func checkOfficers() {
        let file = "officers.json"
        unique(set.officers.items.map(\.id), file, at: "/items")
        unique(set.officers.items.map(\.username), file, at: "/items")
        let units = Set(set.agencies.map(\.code))
        let roles = Set(set.roles.map(\.code))
        unique(set.roles.map(\.code), "roles.json", at: "/items")
        for (index, officer) in set.officers.items.enumerated() {
            let place = "/items/\(index)"
            if !UUIDv7.isValid(officer.id) { fault(file, place + "/id", "không phải UUID") }
            if !units.contains(officer.unit) {
                fault(file, place + "/unit", "không có đơn vị \(officer.unit)")
            }
            if officer.roles.isEmpty { fault(file, place + "/roles", "phải có ít nhất một vai trò") }
            for (position, role) in officer.roles.enumerated() where !roles.contains(role) {
                fault(file, place + "/roles/\(position)", "không có vai trò \(role)")
            }
        }
    }

    /// The rows of `bindings.json`, one for every process and step that they name.
    mutating func bindings(_ rules: [BindingRule]) -> [ProcessBinding] {
        let file = "bindings.json"
        let units = Set(set.agencies.map(\.code))
        let processes = Dictionary(set.processes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let accounts = Dictionary(set.officers.items.map { ($0.username, $0) }, uniquingKeysWith: { $1 })
        let held = Set(
            set.officers.items.flatMap { officer in officer.roles.map { officer.unit + " " + $0 } })
        var bindings: [ProcessBinding] = []
        for (index, rule) in rules.enumerated() {
            let place = "/items/\(index)"
            if !units.contains(rule.unit) { fault(file, place + "/unit", "không có đơn vị \(rule.unit)") }
            let assignee: ProcessBinding.Assignee
            switch (rule.officer, rule.assigneeUnit) {
            case (let name?, nil):
                guard let officer = accounts[name], officer.roles.contains(rule.role) else {
                    fault(file, place + "/officer", "không có cán bộ \(name) giữ vai trò \(rule.role)")
                    continue
                }
                assignee = .officer(officer.id)
            case (nil, let unit?):
                guard held.contains(unit + " " + rule.role) else {
                    fault(file, place + "/assignee_unit", "\(unit) không có cán bộ giữ vai trò \(rule.role)")
                    continue
                }
                assignee = .unit(unit)
            default:
                fault(file, place, "phải có officer hoặc assignee_unit, không cả hai")
                continue
            }
            for process in rule.processes {
                for code in rule.steps {
                    guard processes[process]?.step(code)?.role == rule.role else {
                        fault(file, place, "\(process) không có bước \(code) của vai trò \(rule.role)")
                        continue
                    }
                    bindings.append(
                        ProcessBinding(
                            unit: rule.unit, process: process, step: code, role: rule.role,
                            assignee: assignee, from: rule.from, to: rule.to, subDeadline: rule.subDeadline))
                }
            }
        }
        return bindings
    }

    /// Wherever dossiers are taken in, every step that needs somebody has somebody.
    mutating func checkCoverage(_ bindings: [ProcessBinding]) {
        let bound = Set(bindings.map { [$0.unit, $0.process, $0.step].joined(separator: " ") })
        for unit in set.receivingUnits {
            for process in set.processes {
                for step in process.steps where step.role != nil {
                    let key = [unit, process.id, step.code].joined(separator: " ")
                    if !bound.contains(key) {
                        fault("bindings.json", "", "chưa phân quyền: \(key)")
                    }
                }
            }
        }
    }

    /// The sample cards are read by the program's own reader, and their numbers fit the persons.
    mutating func checkCards() {
        let file = "sample-cards.json"
        for (index, sample) in set.sampleCards.enumerated() {
            let place = "/items/\(index)"
            for (key, text) in [("seven", sample.seven), ("eleven", sample.eleven)] {
                guard let card = try? IdentityCard.parse(text) else {
                    fault(file, place + "/" + key, "không đọc được thẻ")
                    continue
                }
                if card.number != sample.identityNumber || card.name != sample.name
                    || card.birthDate != sample.birthDate || card.sex != sample.sex
                    || card.issuedOn != sample.issuedOn || card.residence != sample.residence
                    || card.oldNumber != sample.oldNumber
                {
                    fault(file, place + "/" + key, "nội dung thẻ khác với các trường")
                }
            }
            let mismatch = IdentityNumber.mismatch(
                sample.identityNumber, birthDate: sample.birthDate, sex: sample.sex)
            if !mismatch.isEmpty {
                fault(file, place + "/identity_number", "số không khớp với ngày sinh hoặc giới tính")
            }
        }
    }
}
