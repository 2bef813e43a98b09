import Forms
import Models

extension RoutingCheck {
    /// QĐ 766/QĐ-TTg 2.1: more than one supplement request counts as overdue.
    static let countedOverdue =
        "Theo QĐ 766/QĐ-TTg, hồ sơ bị yêu cầu bổ sung quá một lần bị tính là quá hạn trong số liệu quốc gia."

    /// One of the closed list of guards.
    mutating func check(_ condition: ProcessGuard) {
        let code = condition.rawValue
        switch condition {
        case .documentsComplete:
            let missing = missing
            guard !missing.isEmpty else { return }
            refuse(
                code, "Còn thiếu giấy tờ bắt buộc: \(missing.map(\.name).joined(separator: "; ")).",
                hint: "Nhận đủ giấy tờ, hoặc yêu cầu bổ sung (mẫu 02).")
        case .feesPaid:
            let owed = money.before - money.paid
            guard owed > 0 else { return }
            refuse(
                code, "Chưa thu \(Money(owed).display) phí, lệ phí phải nộp trước khi giải quyết.",
                hint: "Thu tại quầy thu ngân; hệ thống tự ghi nhận khi tiền đã vào.")
        case .feesSettled:
            guard money.owed > 0 else { return }
            refuse(
                code, "Còn \(Money(money.owed).display) phí, lệ phí chưa thu.",
                hint: "Thu tại quầy thu ngân trước khi trả kết quả.")
        case .feeExempt:
            guard !money.isFree else { return }
            refuse(
                code, "Hồ sơ này không được miễn toàn bộ phí, lệ phí.",
                hint: "Yêu cầu nộp phí, lệ phí trước.")
        case .firstSupplementOrReason: checkSupplements(code)
        case .beforeDue:
            guard let due else {
                return refuse(
                    code, "Đồng hồ đang dừng hoặc chưa chạy, nên không có hạn để xét.",
                    hint: "Làm việc này khi hồ sơ đang được giải quyết.")
            }
            guard at > due else { return }
            refuse(code, "Đã quá hạn từ \(due.display).", hint: "Chỉ gia hạn được khi chưa hết hạn.")
        case .notExtended:
            guard let first = state.extensions.first else { return }
            refuse(
                code, "Đã gia hạn một lần lúc \(first.at.display), đến \(first.dueAt.display).",
                hint: "Mỗi hồ sơ chỉ được gia hạn một lần.")
        case .noResult:
            guard let decision else { return }
            refuse(
                code,
                "Đã có quyết định về kết quả: \(decision.verb?.name ?? decision.action) lúc \(decision.at.display).",
                hint: "Thu hồi trước, hoặc trả kết quả.")
        case .resultAttached:
            let brought = request.documents ?? []
            let before = events.last { $0.verb == .finish }?.detail.documents ?? []
            guard !(brought + before).contains(where: \.isThere) else { return }
            refuse(
                code, "Chưa có kết quả nào kèm theo.",
                hint: "Nêu ít nhất một kết quả: tên, số bản hoặc bản điện tử.")
        case .differentOfficer:
            guard let actor = act.actor, let other = reviewers.first(where: { $0.person == actor.person })
            else { return }
            refuse(
                code,
                "Cùng một người đã thẩm định hồ sơ này lúc \(other.at.display), nên không ký duyệt được.",
                hint: "Chuyển cho lãnh đạo khác ký.")
        }
    }

    /// The papers that the case requires and that are not there.
    var missing: [DocumentRequirement] { missing(after: []) }

    /// Those that are not there after a supplement either.
    func missing(after brought: [SubmittedDocument]) -> [DocumentRequirement] {
        let documents = dossier.documents(after: brought)
        return dossier.requirements.filter { requirement in
            requirement.required && !documents.contains { $0.code == requirement.code && $0.isThere }
        }
    }

    /// What a supplement is to bring: what is missing or was asked for last, in the order of the checklist, then the
    /// lines that name no paper of it.
    var asked: [SubmittedDocument] {
        let lines = (events.last { $0.verb == .requestSupplement }?.detail.missing ?? []).map(\.trimmed)
        func isAsked(_ requirement: DocumentRequirement) -> Bool {
            lines.contains { $0.lowercased() == requirement.name.trimmed.lowercased() }
        }
        let (missing, requirements) = (missing, dossier.requirements)
        let papers = requirements.filter { missing.contains($0) || isAsked($0) }.map {
            SubmittedDocument(code: $0.code, name: $0.name, originals: $0.originals, copies: $0.copies)
        }
        let others = lines.filter { line in
            !requirements.contains { $0.name.trimmed.lowercased() == line.lowercased() }
        }
        return papers + others.map { SubmittedDocument(code: "KHAC", name: $0, originals: 0, copies: 0) }
    }

    /// The decision on the result that still holds: nothing called it back or sent it back.
    private var decision: RoutingEvent? {
        var decision: RoutingEvent?
        for event in events {
            switch event.verb {
            case .sign, .finish: decision = event
            case .recall, .sendBack: decision = nil
            default: break
            }
        }
        return decision
    }

    /// The acts by which a review was done, and the one that brought the dossier here for signing.
    private var reviewers: [RoutingEvent] {
        let handing: Set<ProcessAction> = [.forward, .approve]
        let handed = events.filter { event in event.verb.map(handing.contains) ?? false }
        let last = events.last { $0.isTransition && $0.from != $0.to }
        return handed.filter { event in
            let isReview = event.from.flatMap(engine.graph.step)?.kind == .review
            return isReview || event.seq == last?.seq
        }
    }

    private mutating func checkSupplements(_ code: String) {
        guard state.supplementRequests > 0 else { return }
        warn(Self.countedOverdue)
        guard request.note.isBlank else { return }
        refuse(
            .input, code,
            "Hồ sơ đã được yêu cầu bổ sung \(state.supplementRequests) lần, yêu cầu thêm phải nêu lý do. "
                + Self.countedOverdue,
            hint: "Ghi lý do vì sao lần trước chưa nêu hết.", at: "/note")
    }
}
