import Forms
import Models

extension ProcessLint {
    /// Every step has a name, a role, a national status, and a clock that fits its kind and its status.
    mutating func checkSteps() {
        var seen: Set<String> = []
        for (index, step) in process.steps.enumerated() {
            let place = "/steps/\(index)"
            if !Self.isCode(step.code) {
                fault(place + "/code", "bad_id", "Mã gồm chữ thường không dấu, chữ số, gạch; dài nhất 50.")
            }
            if !seen.insert(step.code).inserted {
                fault(place + "/code", "duplicate_id", "Trùng mã bước “\(step.code)”.")
            }
            if !(1...200).contains(step.name.unicodeScalars.count) {
                fault(place + "/name", "too_long", "Tên bước có từ 1 đến 200 ký tự.")
            }
            checkRole(of: step, at: place)
            checkClock(of: step, at: place)
            if let time = step.time, !Self.isTime(time) {
                fault(place + "/time/amount", "out_of_range", "Thời gian phải từ 1 đến 5000.")
            }
        }
    }

    private mutating func checkRole(of step: ProcessStep, at place: String) {
        switch (step.kind, step.role) {
        case (.terminal, nil): break
        case (.terminal, _?): fault(place + "/role", "unused", "Ở bước cuối không ai làm gì nữa.")
        case (_, nil): fault(place + "/role", "missing_role", "Bước phải có vai trò thực hiện.")
        case (_, let role?):
            if !surroundings.roles.contains(role) {
                fault(place + "/role", "unknown_role", "Không có vai trò “\(role)”.")
            } else if Role(rawValue: role).map({ !Role.handling.contains($0) }) ?? false {
                fault(place + "/role", "wrong_role", "Vai trò “\(role)” không xử lý hồ sơ.")
            }
        }
    }

    private mutating func checkClock(of step: ProcessStep, at place: String) {
        switch step.kind {
        case .waitCitizen, .waitPayment:
            if step.clock != .pause { fault(place + "/clock", "wrong_clock", "Bước chờ phải dừng đồng hồ.") }
            if step.time == nil { fault(place + "/time", "missing_time", "Phải ghi chờ trong bao lâu.") }
        case .waitExternal:
            if step.clock == .stop { fault(place + "/clock", "wrong_clock", "Bước chờ không tắt đồng hồ.") }
            if step.clock == .run, step.time == nil {
                fault(
                    place + "/time", "missing_time",
                    "Bước chờ vẫn tính thời hạn thì phải ghi thời gian.")
            }
        case .terminal:
            if step.clock != .stop { fault(place + "/clock", "wrong_clock", "Bước cuối phải tắt đồng hồ.") }
            if step.time != nil { fault(place + "/time", "unused", "Bước cuối không có thời gian.") }
        case .deliver:
            if step.clock != .stop {
                fault(place + "/clock", "wrong_clock", "Kết quả đã xong, đồng hồ phải tắt khi chờ trả.")
            }
        case .review, .sign:
            if step.clock != .run { fault(place + "/clock", "wrong_clock", "Bước xử lý phải tính thời hạn.") }
        case .intake: break
        }
        guard let status = surroundings.statuses[step.status] else {
            fault(place + "/status", "unknown_status", "Không có trạng thái quốc gia \(step.status).")
            return
        }
        guard step.kind != .terminal else { return }
        let wanted: ProcessStep.Clock? =
            switch status.clock {
            case .run: .run
            case .pause: .pause
            case .notStarted, .stop: .stop
            case .end: nil
            }
        if wanted == nil {
            fault(place + "/status", "ended", "Hồ sơ ở trạng thái \(step.status) thì không đi tiếp nữa.")
        } else if wanted != step.clock {
            fault(
                place + "/clock", "wrong_clock",
                "Đồng hồ khác với trạng thái quốc gia \(step.status) (\(status.name.vi)).")
        }
    }
}
