import Forms
import Models

/// What a ministry got wrong in a procedure, each with its place: every case names a form, fees and papers that there
/// are; fees can be reckoned; the process exists.
struct ProcedureLint {
    /// The form of an id, in a version.
    var hasForm: (String, Int) -> Bool
    var hasTemplate: (String) -> Bool
    /// The name of a field of work, by its code.
    var fieldName: (String) -> String?
    var hasProcess: (ProcessRef) -> Bool
    private(set) var findings: [FormFinding] = []

    init(
        hasForm: @escaping (String, Int) -> Bool, hasTemplate: @escaping (String) -> Bool,
        fieldName: @escaping (String) -> String?, hasProcess: @escaping (ProcessRef) -> Bool
    ) {
        self.hasForm = hasForm
        self.hasTemplate = hasTemplate
        self.fieldName = fieldName
        self.hasProcess = hasProcess
    }

    private mutating func fault(_ pointer: String, _ code: String, _ message: String) {
        findings.append(FormFinding(pointer: pointer, code: code, message: message))
    }

    private mutating func unique(_ codes: [String], at place: String, _ key: String = "code") {
        var seen: Set<String> = []
        for (index, code) in codes.enumerated() {
            if code.isEmpty || code.utf8.count > 100 {
                fault("\(place)/\(index)/\(key)", "bad_id", "Mã phải có từ 1 đến 100 ký tự.")
            }
            if !seen.insert(code).inserted {
                fault("\(place)/\(index)/\(key)", "duplicate_id", "Trùng mã “\(code)”.")
            }
        }
    }

    mutating func check(_ procedure: Procedure) -> [FormFinding] {
        let isCode = procedure.code.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 46 || byte == 95
        }
        if !isCode || !(1...50).contains(procedure.code.utf8.count) {
            fault("/code", "bad_id", "Mã thủ tục gồm chữ không dấu, chữ số, dấu chấm, gạch; dài nhất 50.")
        }
        if !(1...500).contains(procedure.name.unicodeScalars.count) {
            fault("/name", "too_long", "Tên thủ tục có từ 1 đến 500 ký tự.")
        }
        if !(1...1_000_000).contains(procedure.version) {
            fault("/version", "out_of_range", "Số bản phải từ 1 đến 1000000.")
        }
        switch fieldName(procedure.field.code) {
        case nil: fault("/field/code", "unknown_field", "Không có lĩnh vực \(procedure.field.code).")
        case let name? where name != procedure.field.name:
            fault("/field/name", "mismatch", "Khác với tên trong danh mục lĩnh vực: “\(name)”.")
        default: break
        }
        if !hasProcess(procedure.process) {
            fault("/process", "unknown_process", "Không có quy trình này.")
        }
        unique(procedure.cases.map(\.code), at: "/cases")
        unique(procedure.fees.map(\.code), at: "/fees")
        if procedure.cases.isEmpty, procedure.bundle == nil {
            fault("/cases", "empty", "Phải có ít nhất một trường hợp.")
        }
        if procedure.cases.count > 200 { fault("/cases", "too_many", "Nhiều nhất 200 trường hợp.") }
        for (index, item) in procedure.cases.enumerated() { check(item, procedure, at: "/cases/\(index)") }
        let used = Set(procedure.cases.flatMap(\.fees))
        for (index, fee) in procedure.fees.enumerated() {
            if !used.contains(fee.code) {
                fault("/fees/\(index)", "unused", "Không trường hợp nào thu khoản này.")
            }
            check(fee, at: "/fees/\(index)")
        }
        return findings
    }

    private mutating func check(_ item: ProcedureCase, _ procedure: Procedure, at place: String) {
        let fees = Set(procedure.fees.map(\.code))
        if !hasForm(item.formId, item.formVersion) {
            fault(
                place + "/form_id", "unknown_form",
                "Không có biểu mẫu \(item.formId) bản \(item.formVersion); công bố biểu mẫu trước.")
        }
        for (position, fee) in item.fees.enumerated() where !fees.contains(fee) {
            fault(place + "/fees/\(position)", "unknown_fee", "Không có khoản thu \(fee).")
        }
        if !(1...5000).contains(item.time.amount) {
            fault(place + "/time/amount", "out_of_range", "Thời hạn phải từ 1 đến 5000.")
        }
        unique(item.documents.map(\.code), at: place + "/documents")
        for (position, document) in item.documents.enumerated() {
            let pointer = place + "/documents/\(position)"
            if document.originals < 0 || document.copies < 0 || document.originals + document.copies < 1 {
                fault(pointer, "out_of_range", "Phải có ít nhất một bản chính hoặc bản sao.")
            }
            if let template = document.template, !hasTemplate(template) {
                fault(pointer + "/template", "unknown_form", "Không có biểu mẫu \(template).")
            }
        }
    }

    private mutating func check(amount: Int, at place: String) {
        guard !(0...Fees.maximumAmount).contains(amount) else { return }
        let most = Money(Fees.maximumAmount).display
        fault(place, "out_of_range", "Số tiền phải từ 0 đến \(most).")
    }

    private mutating func check(_ fee: FeeRule, at place: String) {
        check(amount: fee.amount, at: place + "/amount")
        fee.maximum.map { check(amount: $0, at: place + "/maximum") }
        for (channel, amount) in (fee.channelAmounts ?? [:]).sorted(by: { $0.key < $1.key }) {
            let pointer = place + "/channel_amounts/\(channel)"
            check(amount: amount, at: pointer)
            if !["1", "2", "3"].contains(channel) { fault(pointer, "out_of_range", "Kênh là 1, 2 hoặc 3.") }
        }
        if fee.basis.trimmed.isEmpty { fault(place + "/basis", "empty", "Phải ghi căn cứ pháp lý.") }
        if let last = fee.effectiveTo, last < fee.effectiveFrom {
            fault(place + "/effective_to", "range_reversed", "Ngày hết hiệu lực đứng trước ngày có hiệu lực.")
        }
        var next: Int? = 1
        for (index, tier) in (fee.tiers ?? []).enumerated() {
            check(amount: tier.amount, at: place + "/tiers/\(index)/amount")
            if tier.from != next || tier.to.map({ $0 < tier.from }) == true {
                fault(place + "/tiers/\(index)", "out_of_range", "Các bậc phải nối nhau từ 1.")
            }
            next = tier.to.flatMap { $0 < Int.max ? $0 + 1 : nil }
        }
        if fee.tiers != nil, next != nil { fault(place + "/tiers", "out_of_range", "Bậc cuối phải để ngỏ.") }
        unique(fee.exemptions.map(\.code), at: place + "/exemptions")
        for (index, exemption) in fee.exemptions.enumerated() {
            if !(1...100).contains(exemption.percent) {
                fault(place + "/exemptions/\(index)/percent", "out_of_range", "Phải từ 1 đến 100.")
            }
            if exemption.text.count < 20 {
                fault(place + "/exemptions/\(index)/text", "too_short", "Phải ghi cả quy định miễn, giảm.")
            }
        }
    }
}
