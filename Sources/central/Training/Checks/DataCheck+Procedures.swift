import Forms
import Models

extension DataCheck {
    /// Every case names an existing form, fee and document; the process is the procedure's own.
    mutating func check(_ procedure: Procedure) {
        let file = "procedures/\(procedure.code).json"
        if let field = set.fields.first(where: { $0.code == procedure.field.code }) {
            if field.name != procedure.field.name {
                fault(file, "/item/field/name", "khác với tên trong fields.json: “\(field.name)”")
            }
        } else {
            fault(file, "/item/field/code", "không có lĩnh vực \(procedure.field.code)")
        }
        if set.process(procedure.process)?.procedure != procedure.code {
            fault(file, "/item/process", "không có quy trình này của thủ tục")
        }
        unique(procedure.cases.map(\.code), file, at: "/item/cases")
        unique(procedure.fees.map(\.code), file, at: "/item/fees")
        if procedure.cases.isEmpty { fault(file, "/item/cases", "phải có ít nhất một trường hợp") }
        let fees = Set(procedure.fees.map(\.code))
        for (index, item) in procedure.cases.enumerated() {
            let place = "/item/cases/\(index)"
            if set.form(item.formId, version: item.formVersion) == nil {
                fault(file, place + "/form_id", "không có biểu mẫu \(item.formId) bản \(item.formVersion)")
            }
            for (position, fee) in item.fees.enumerated() where !fees.contains(fee) {
                fault(file, place + "/fees/\(position)", "không có khoản thu \(fee)")
            }
            if item.time.amount < 1 { fault(file, place + "/time/amount", "phải từ 1") }
            unique(item.documents.map(\.code), file, at: place + "/documents")
            for (position, document) in item.documents.enumerated() {
                let pointer = place + "/documents/\(position)"
                if document.originals < 0 || document.copies < 0 || document.originals + document.copies < 1 {
                    fault(file, pointer, "phải có ít nhất một bản chính hoặc bản sao")
                }
                if let template = document.template, !set.forms.contains(where: { $0.id == template }) {
                    fault(file, pointer + "/template", "không có biểu mẫu \(template)")
                }
            }
        }
        let used = Set(procedure.cases.flatMap(\.fees))
        for (index, fee) in procedure.fees.enumerated() {
            if !used.contains(fee.code) {
                fault(file, "/item/fees/\(index)", "không trường hợp nào thu khoản này")
            }
            check(fee, file, at: "/item/fees/\(index)")
        }
    }

    private mutating func check(_ fee: FeeRule, _ file: String, at place: String) {
        if fee.amount < 0 { fault(file, place + "/amount", "số tiền không được âm") }
        for (channel, amount) in fee.channelAmounts ?? [:] {
            if !["1", "2", "3"].contains(channel) || amount < 0 {
                fault(file, place + "/channel_amounts/\(channel)", "kênh là 1, 2 hoặc 3, số tiền không âm")
            }
        }
        var next: Int? = 1
        for (index, tier) in (fee.tiers ?? []).enumerated() {
            if tier.from != next || tier.to.map({ $0 < tier.from }) == true || tier.amount < 0 {
                fault(file, place + "/tiers/\(index)", "các bậc phải nối nhau từ 1")
            }
            next = tier.to.map { $0 + 1 }
        }
        if fee.tiers != nil, next != nil { fault(file, place + "/tiers", "bậc cuối phải để ngỏ") }
        unique(fee.exemptions.map(\.code), file, at: place + "/exemptions")
        for (index, exemption) in fee.exemptions.enumerated() {
            if !(1...100).contains(exemption.percent) {
                fault(file, place + "/exemptions/\(index)/percent", "phải từ 1 đến 100")
            }
            if exemption.text.count < 20 {
                fault(file, place + "/exemptions/\(index)/text", "phải ghi cả quy định miễn, giảm")
            }
        }
    }
}
