import Forms
import Models

extension DataCheck {
    /// The vocabulary of made-up dossiers names procedures, units, forms, fields and options that exist.
    mutating func checkDossiers() {
        let file = "dossiers.json"
        let units = Set(set.receivingUnits)
        for (index, share) in set.dossiers.units.enumerated() {
            if !units.contains(share.unit) {
                fault(file, "/units/\(index)/unit", "đơn vị \(share.unit) không tiếp nhận hồ sơ")
            }
            if share.dossiers < 20 { fault(file, "/units/\(index)/dossiers", "phải từ 20") }
        }
        let procedures = Dictionary(set.procedures.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        for (index, entry) in set.dossiers.mix.enumerated() where procedures[entry.text] == nil {
            fault(file, "/mix/\(index)", "không có thủ tục \(entry.text)")
        }
        if set.dossiers.mix.isEmpty { fault(file, "/mix", "phải có ít nhất một thủ tục") }
        for (index, code) in set.dossiers.organisationProcedures.enumerated() where procedures[code] == nil {
            fault(file, "/organisation_procedures/\(index)", "không có thủ tục \(code)")
        }
        let forms = Dictionary(set.forms.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for (index, rule) in set.dossiers.persons.enumerated() {
            let place = "/persons/\(index)"
            if forms[rule.form] == nil { fault(file, place + "/form", "không có biểu mẫu \(rule.form)") }
            checkCase(rule.case, of: rule.form, file, at: place)
            checkRange(rule.years, file, at: place + "/years")
            checkRange(rule.days, file, at: place + "/days")
            if rule.years == nil, rule.days == nil { fault(file, place, "phải có years hoặc days") }
        }
        for (index, rule) in set.dossiers.fields.enumerated() {
            let place = "/fields/\(index)"
            checkCase(rule.case, of: rule.form, file, at: place)
            checkRange(rule.number, file, at: place + "/number")
            checkRange(rule.days, file, at: place + "/days")
            let fields = forms[rule.form]?.groups.flatMap(\.fields) ?? []
            guard let field = fields.first(where: { $0.id == rule.field }) else {
                fault(file, place + "/field", "biểu mẫu \(rule.form) không có trường \(rule.field)")
                continue
            }
            let options: [Option]
            switch field.kind {
            case .radio(let list), .checkboxes(let list), .dropdown(.fixed(let list), _, _): options = list
            default: continue
            }
            for (position, choice) in (rule.choices ?? []).enumerated()
            where !options.contains(where: { $0.value == choice }) {
                fault(file, place + "/choices/\(position)", "không có lựa chọn \(choice)")
            }
        }
        checkReasons(file)
    }

    private mutating func checkCase(_ code: String?, of form: String, _ file: String, at place: String) {
        guard let code else { return }
        let cases = set.procedures.flatMap(\.cases).filter { $0.formId == form }
        if !cases.contains(where: { $0.code == code }) {
            fault(file, place + "/case", "biểu mẫu \(form) không dùng cho trường hợp \(code)")
        }
    }

    private mutating func checkRange(_ range: [Int]?, _ file: String, at place: String) {
        guard let range else { return }
        if range.count != 2 || range[0] > range[1] { fault(file, place, "cần [nhỏ nhất, lớn nhất]") }
    }

    private mutating func checkReasons(_ file: String) {
        let reasons = set.dossiers.reasons
        for (key, texts) in [
            ("supplement", reasons.supplement), ("refuse", reasons.refuse), ("withdraw", reasons.withdraw),
            ("stop", reasons.stop), ("suspend", reasons.suspend), ("relations", reasons.relations),
        ] where texts.isEmpty {
            fault(file, "/reasons/" + key, "phải có ít nhất một câu")
        }
        let names = set.names
        let lists = [
            names.streets, names.organisations.kinds, names.organisations.fields, names.organisations.names,
            names.healthFacilities, names.mobilePrefixes,
        ]
        let weighted = [
            names.families, names.male.middles, names.male.givens, names.female.middles, names.female.givens,
            names.identityProvinces,
        ]
        if lists.contains(where: \.isEmpty) || weighted.contains(where: \.isEmpty) {
            fault("names.json", "", "không danh sách nào được rỗng")
        }
    }
}
