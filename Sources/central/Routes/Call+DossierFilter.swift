import Forms
import Models

extension Call {
    /// What `?status=`, `procedure`, `unit`, `overdue`, `owing`, `uncollected`, `from`, `to`, `channel`, `q` and `assignee` narrow a list to.
    func dossierFilter() throws -> DossierFilter {
        var filter = DossierFilter()
        var faults: [InputFault] = []
        filter.status = number("status", 1...99, &faults)
        filter.channel = number("channel", 1...3, &faults)
        filter.procedure = try text("procedure")
        filter.unit = try text("unit")
        filter.isOverdue = flag("overdue", &faults)
        filter.isOwing = flag("owing", &faults)
        if flag("uncollected", &faults) {
            filter.unfetchedSince = now.adding(seconds: -OutboxWorker.daysToFetch * 86_400)
        }
        filter.from = day("from", &faults)
        filter.to = day("to", &faults)
        if let from = filter.from, let to = filter.to, to < from {
            faults.append(.init("/query/to", "out_of_range", "Ngày cuối phải không trước ngày đầu."))
        }
        filter.text = searchText("q")?.trimmed
        if filter.text == "" { filter.text = nil }
        switch query["assignee"] {
        case nil: break
        case "none": filter.assignee = DossierFilter.Assignee.none
        case "me": filter.assignee = .officer(try requireGrant().officer.id)
        case let id?:
            if UUIDv7.isValid(id.lowercased()) {
                filter.assignee = .officer(id.lowercased())
            } else {
                faults.append(
                    .init("/query/assignee", "invalid_choice", "Phải là me, none hoặc mã của một cán bộ."))
            }
        }
        guard faults.isEmpty else { throw ProblemError(.invalidParameter, errors: faults) }
        return filter
    }

    /// `?sort=` and `?order=`; the queue's own order where neither is given.
    func dossierOrder(_ standard: DossierOrder) throws -> DossierOrder {
        var order = standard
        var faults: [InputFault] = []
        if let text = query["sort"] {
            if let sort = DossierOrder.Sort(rawValue: text) {
                order = DossierOrder(sort: sort, isDescending: false)
            } else {
                faults.append(
                    .init("/query/sort", "invalid_choice", "Phải là due, submitted, name hoặc code."))
            }
        }
        switch query["order"] {
        case nil: break
        case "asc": order.isDescending = false
        case "desc": order.isDescending = true
        default: faults.append(.init("/query/order", "invalid_choice", "Phải là asc hoặc desc."))
        }
        guard faults.isEmpty else { throw ProblemError(.invalidParameter, errors: faults) }
        return order
    }

    private func flag(_ name: String, _ faults: inout [InputFault]) -> Bool {
        switch query[name] {
        case nil, "false": return false
        case "true": return true
        default:
            faults.append(.init("/query/\(name)", "invalid_choice", "Phải là true hoặc false."))
            return false
        }
    }

    private func number(_ name: String, _ range: ClosedRange<Int>, _ faults: inout [InputFault]) -> Int? {
        guard let text = query[name] else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        faults.append(
            .init(
                "/query/\(name)", "out_of_range",
                "Phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound)."))
        return nil
    }

    private func day(_ name: String, _ faults: inout [InputFault]) -> LocalDate? {
        guard let text = query[name] else { return nil }
        if let day = LocalDate(iso: text) { return day }
        faults.append(.init("/query/\(name)", "invalid_date", "Phải là ngày dạng YYYY-MM-DD."))
        return nil
    }
}
