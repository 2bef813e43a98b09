import Forms
import Models

/// Fills a script's answers from the procedure as it is in force: in words that can be read out.
struct ScriptFilling: Sendable {
    var procedure: Procedure?
    /// The kinds of tickets, with their working days.
    var ticketKinds: [(name: String, days: Int)] = []

    func fill(_ template: String) -> String {
        var values: [String: String] = [:]
        for name in ScriptPlace.names(in: template) {
            values[name] = ScriptPlace(name).flatMap(text) ?? ""
        }
        return MessageText.fill(template, values)
    }

    private func text(_ place: ScriptPlace) -> String? {
        if place == .ticketKinds {
            return ticketKinds.map { "\($0.name.lowercasedFirst): \($0.days) ngày làm việc" }
                .joined(separator: "; ")
        }
        guard let procedure else { return nil }
        switch place {
        case .papers(let code): return byCase(code, procedure) { papers($0) }
        case .fees(let code): return byCase(code, procedure) { fees($0, procedure) }
        case .time(let code): return byCase(code, procedure) { time($0) }
        case .channels(let code): return byCase(code, procedure) { channels($0) }
        case .paper(let code):
            return procedure.cases.lazy.flatMap(\.documents).first { $0.code == code }.map { paper in
                let need = paper.required ? "Có, bắt buộc" : "Không bắt buộc trong mọi trường hợp"
                return "\(need): \(describe(paper))."
            }
        case .exemptions: return exemptions(procedure)
        case .cases: return procedure.cases.map(\.name).joined(separator: "; ")
        case .agency: return procedure.agency
        case .result: return procedure.result ?? procedure.name
        case .name: return procedure.name
        case .law: return procedure.legalBasis.joined(separator: "; ")
        case .ticketKinds: return nil
        }
    }

    /// What holds for all cases is said once; else each case says its own.
    private func byCase(
        _ code: String?, _ procedure: Procedure, _ words: (ProcedureCase) -> String
    ) -> String? {
        if let code { return procedure.cases.first { $0.code == code }.map(words) }
        var texts: [(names: [String], text: String)] = []
        for item in procedure.cases {
            let text = words(item)
            if let index = texts.firstIndex(where: { $0.text == text }) {
                texts[index].names.append(item.name)
            } else {
                texts.append(([item.name], text))
            }
        }
        guard texts.count > 1 else { return texts.first?.text }
        return texts.map { "Trường hợp \($0.names.joined(separator: "; ").lowercasedFirst): \($0.text)" }
            .joined(separator: "\n")
    }

    private func papers(_ item: ProcedureCase) -> String {
        let needed = item.documents.filter(\.required).map(describe)
        let other = item.documents.filter { !$0.required }.map(describe)
        var sentences: [String] = []
        if !needed.isEmpty { sentences.append("Phải có: " + needed.joined(separator: "; ") + ".") }
        if !other.isEmpty { sentences.append("Tùy trường hợp: " + other.joined(separator: "; ") + ".") }
        return sentences.isEmpty ? "Không phải nộp giấy tờ nào." : sentences.joined(separator: " ")
    }

    private func describe(_ paper: DocumentRequirement) -> String {
        var amounts: [String] = []
        let shown = "chỉ xuất trình"
        if paper.presented == true {
            // Where the note says it, with more, it is not said twice.
            if paper.note?.lowercased().hasPrefix(shown) != true { amounts.append(shown) }
        } else {
            if paper.originals > 0 { amounts.append("\(paper.originals) bản chính") }
            if paper.copies > 0 { amounts.append("\(paper.copies) bản sao") }
        }
        if let note = paper.note {
            let words = note.hasSuffix(".") ? String(note.dropLast()) : note
            amounts.append(words.lowercasedFirst)
        }
        return paper.name.lowercasedFirst
            + (amounts.isEmpty ? "" : " (" + amounts.joined(separator: "; ") + ")")
    }

    private func time(_ item: ProcedureCase) -> String {
        let term =
            switch item.time.unit {
            case .sameDay: "trong ngày"
            case .workingHour: "\(item.time.amount) giờ làm việc"
            case .workingDay: "\(item.time.amount) ngày làm việc"
            case .calendarDay: "\(item.time.amount) ngày"
            }
        return term + "." + (item.timeNote.map { " " + $0 } ?? "")
    }

    private func channels(_ item: ProcedureCase) -> String {
        item.online
            ? "Nộp trực tiếp, hoặc trực tuyến trên Cổng Dịch vụ công quốc gia."
            : "Không nộp trực tuyến được."
    }

    private func fees(_ item: ProcedureCase, _ procedure: Procedure) -> String {
        let rules = procedure.fees.filter { item.fees.contains($0.code) && $0.collect != .none }
        guard !rules.isEmpty else { return "Không thu phí, lệ phí." }
        return rules.map { fee($0) }.joined(separator: " ")
    }

    private func fee(_ rule: FeeRule) -> String {
        func money(_ dong: Int) -> String { dong == 0 ? "miễn" : Money(dong: dong).grouped + " đồng" }
        var text = rule.name + ": "
        if let tiers = rule.tiers, !tiers.isEmpty {
            text += tiers.map { tier in
                let range =
                    tier.to.map {
                        $0 == tier.from ? "\(rule.per) \($0)" : "\(rule.per) \(tier.from) đến \($0)"
                    }
                    ?? "từ \(rule.per) \(tier.from)"
                return "\(range): \(money(tier.amount)) mỗi \(rule.per)"
            }.joined(separator: ", ")
        } else if let channels = rule.channelAmounts, Set(channels.values).count > 1 {
            let names = ["1": "nộp trực tiếp", "2": "nộp trực tuyến", "3": "nộp qua bưu chính"]
            text +=
                channels.sorted { $0.key < $1.key }.compactMap { channel, amount in
                    names[channel].map { "\($0) \(money(amount))" }
                }.joined(separator: ", ") + ", tính theo \(rule.per)"
        } else {
            let amount = rule.channelAmounts?.values.first ?? rule.amount
            text += money(amount) + (amount == 0 ? "" : " mỗi \(rule.per)")
        }
        if let maximum = rule.maximum { text += ", nhiều nhất \(money(maximum)) một bản" }
        return text + "."
    }

    private func exemptions(_ procedure: Procedure) -> String {
        var seen: Set<String> = []
        let all = procedure.fees.flatMap(\.exemptions).filter { seen.insert($0.code).inserted }
        guard !all.isEmpty else { return "Thủ tục này không có trường hợp được miễn, giảm phí, lệ phí." }
        return all.map { exemption in
            let amount = exemption.percent == 100 ? "miễn" : "giảm \(exemption.percent)%"
            let evidence = exemption.evidence.map { ", cần " + $0.lowercasedFirst } ?? ""
            return "\(exemption.name): \(amount)\(evidence)"
        }.joined(separator: "; ") + "."
    }
}

extension String {
    /// As within a sentence: "Tờ khai" as "tờ khai", but "UBND" and "CT01" as they are.
    fileprivate var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
