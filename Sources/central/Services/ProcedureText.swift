import Forms
import Models

/// What a list says of a procedure in one line: how long it takes and what it costs.
enum ProcedureText {
    /// The shortest and the longest of its cases: "Trong ngày", "3–7 ngày làm việc".
    static func time(_ procedure: Procedure) -> String {
        var texts: [String] = []
        for unit in [AmountUnit.sameDay, .workingHour, .workingDay, .calendarDay] {
            let amounts = procedure.cases.map(\.time).filter { $0.unit == unit }.map(\.amount)
            guard let least = amounts.min(), let most = amounts.max() else { continue }
            let range = least == most ? "\(least)" : "\(least)–\(most)"
            switch unit {
            case .sameDay: texts.append("trong ngày")
            case .workingHour: texts.append(range + " giờ làm việc")
            case .workingDay: texts.append(range + " ngày làm việc")
            case .calendarDay: texts.append(range + " ngày")
            }
        }
        let text = texts.joined(separator: procedure.bundle == nil ? " hoặc " : ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The least and the most that one unit of its fees costs: "Không thu", "8.000 đ/bản", "5.000–10.000 đ".
    static func fee(_ procedure: Procedure) -> String {
        let rules = procedure.fees.filter { $0.collect != .none }
        let amounts = rules.flatMap { rule in
            [rule.amount] + (rule.tiers ?? []).map(\.amount) + (rule.channelAmounts ?? [:]).values
        }
        guard let most = amounts.max(), most > 0, let least = amounts.filter({ $0 > 0 }).min() else {
            return "Không thu"
        }
        let range =
            least == most
            ? Money(dong: most).display : Money(dong: least).grouped + "–" + Money(dong: most).display
        let per = Set(rules.map(\.per))
        return per.count == 1 ? range + "/" + (per.first ?? "") : range
    }
}
