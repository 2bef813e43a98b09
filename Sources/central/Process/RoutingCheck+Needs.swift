import Forms
import Models

extension RoutingCheck {
    /// One of the closed list of needs.
    mutating func check(_ need: ProcessNeed) {
        switch need {
        case .note:
            if request.note.isBlank {
                refuse(
                    .input, "required", "Cần ghi lý do.",
                    hint: "Lý do được in vào giấy tờ gửi người dân, nên viết rõ ràng.", at: "/note")
            }
        case .missing:
            if (request.missing ?? []).allSatisfy({ $0.trimmed.isEmpty }) {
                refuse(
                    .input, "required", "Cần nêu từng giấy tờ hoặc nội dung còn thiếu.",
                    hint: "Mỗi dòng một mục, như in trên mẫu 02.", at: "/missing")
            }
        case .documents:
            if !(request.documents ?? []).contains(where: \.isThere) {
                refuse(.input, "required", "Cần nêu giấy tờ đã nhận bổ sung.", at: "/documents")
            }
        case .result: checkResults()
        case .payment:
            if request.amount.map({ $0 <= 0 }) ?? true {
                refuse(
                    .input, "required", "Cần số tiền phải nộp, lớn hơn 0.",
                    hint: money.owed > 0 ? "Theo biểu phí còn \(Money(money.owed).display)." : nil,
                    at: "/amount")
            }
        case .newDueDate: checkNewDueDate()
        case .signature: checkSignature()
        case .handoverProof: checkHandover()
        }
    }

    private mutating func checkNewDueDate() {
        guard let new = request.dueAt else {
            return refuse(.input, "required", "Cần ngày hẹn trả mới.", at: "/due_at")
        }
        let earliest = max(due ?? at, at)
        if new <= earliest {
            return refuse(
                .input, "not_later", "Ngày hẹn mới phải sau ngày hẹn đang có (\(earliest.display)).",
                at: "/due_at")
        }
        // No term ends when nobody can hand the result over.
        guard let fault = AppointmentFault.of(new, engine.calendar) else { return }
        refuse(.input, fault.code, fault.message, hint: fault.hint, at: "/due_at")
    }

    private mutating func checkSignature() {
        guard let signature = request.signature else {
            return refuse(
                .input, "required", "Việc này phải được ký số.", hint: "Ký bằng khóa của người ký duyệt.",
                at: "/signature")
        }
        let content = SignedAct(
            dossier: dossier.id, code: dossier.code, revision: dossier.revision, action: request.action)
        guard let actor = act.actor, engine.isSigned(signature, content, actor.id) else {
            return refuse(
                .input, "bad_signature",
                "Chữ ký không khớp với hồ sơ ở phiên bản \(dossier.revision), hoặc khóa không phải của người ký.",
                hint: "Tải lại hồ sơ rồi ký lại.", at: "/signature")
        }
    }

    private mutating func checkHandover() {
        guard let proof = request.handover else {
            return refuse(
                .input, "required", "Cần ghi ai đã nhận kết quả, bằng giấy tờ gì.", at: "/handover")
        }
        if proof.recipient.isBlank {
            refuse(.input, "required", "Cần họ tên người nhận.", at: "/handover/recipient")
        }
        if let number = proof.identityNumber, let issue = IdentityNumber.check(number) {
            refuse(.input, issue.code, issue.message.text(.vi), at: "/handover/identity_number")
        }
        if let number = proof.identityNumber, !number.isBlank, !dossier.takers.contains(number.trimmed),
            proof.relation.isBlank
        {
            refuse(
                .input, "required",
                "Người nhận không phải chủ hồ sơ hay người nộp: cần ghi quan hệ hoặc văn bản ủy quyền.",
                hint: "Ví dụ: con, theo giấy ủy quyền ngày …", at: "/handover/relation")
        }
        if let number = proof.trackingNumber, !S10.isValid(number) {
            refuse(
                .input, "bad_tracking_number", "Số hiệu bưu gửi không đúng, ví dụ RR473124829VN.",
                at: "/handover/tracking_number")
        }
        let isPost = if case .posted = act { true } else { false }
        if isPost { return }
        if let parcel = dossier.parcel { checkParcel(parcel) }
        // That the post handed it over is the post's to say; at the counter it is handed over like any other.
        if !proof.trackingNumber.isBlank {
            refuse(
                .input, "post_confirms",
                "Phát qua bưu chính do bưu điện xác nhận, cán bộ không ghi thay được.",
                hint:
                    "Chờ bưu điện báo phát thành công; nếu người dân nhận tại quầy thì bỏ trống số bưu gửi.",
                at: "/handover/tracking_number")
        }
        switch dossier.delivery {
        case .desk where proof.identityNumber.isBlank && proof.slipReturned != true,
            .post where proof.identityNumber.isBlank && proof.slipReturned != true:
            refuse(
                .input, "required", "Trả tại quầy cần số định danh của người nhận, hoặc thu lại giấy hẹn.",
                hint: "Xem căn cước của người nhận, hoặc thu giấy hẹn trả (mẫu 01).",
                at: "/handover/identity_number")
        default: break
        }
    }

    /// One result is not given out twice: at the counter, and at the door.
    private mutating func checkParcel(_ parcel: ResultParcel) {
        if parcel.isWithPost {
            return refuse(
                "with_post", "Kết quả đang gửi qua bưu chính: \(parcel.words).",
                hint: "Chờ bưu điện phát hoặc chuyển hoàn rồi mới trả tại quầy.")
        }
        refuse(
            "parcel_waits", "Kết quả đang nằm trong bưu gửi \(parcel.words).",
            hint: "Hủy bưu gửi này trước (trang bưu gửi, có ghi lý do), rồi trả tại quầy.")
    }

    /// What is given has to be sound, whether it is needed or not.
    mutating func checkRequest() {
        if let to = request.to, let transition, to != transition.to {
            refuse(
                .input, "other_step", "Quy trình dẫn tới bước “\(transition.to)”, không phải “\(to)”.",
                at: "/to")
        }
        if let note = request.note, note.length > Self.longestNote {
            refuse(.input, "too_long", "Nhiều nhất \(Self.longestNote) ký tự.", at: "/note")
        }
        if let missing = request.missing {
            if missing.count > 50 { refuse(.input, "too_many", "Nhiều nhất 50 dòng.", at: "/missing") }
            for (index, line) in missing.prefix(50).enumerated() where line.isBlank || line.length > 500 {
                refuse(
                    .input, line.isBlank ? "required" : "too_long", "Mỗi dòng từ 1 đến 500 ký tự.",
                    at: "/missing/\(index)")
            }
        }
        if let amount = request.amount, !(0...100_000_000_000).contains(amount) {
            refuse(.input, "out_of_range", "Số tiền không hợp lý.", at: "/amount")
        }
        if let name = request.handover?.recipient, name.length > 255 {
            refuse(.input, "too_long", "Nhiều nhất 255 ký tự.", at: "/handover/recipient")
        }
        if let relation = request.handover?.relation, relation.length > 255 {
            refuse(.input, "too_long", "Nhiều nhất 255 ký tự.", at: "/handover/relation")
        }
        checkDocuments()
        checkSupplement()
    }

    /// A supplement is recorded when it is complete, as at the receipt itself: every required paper is there, and so is every
    /// required answer. What came of it before that is recorded by an amendment. A declaration on paper is why the answers
    /// may stay away: with a reason, which the history keeps.
    private mutating func checkSupplement() {
        guard request.action == .supplementIn, transition != nil else { return }
        let missing = missing(after: request.documents ?? [])
        if !missing.isEmpty, request.documents?.contains(where: \.isThere) == true {
            refuse(
                .input, "still_missing",
                "Còn thiếu giấy tờ bắt buộc: \(missing.map(\.name).joined(separator: "; ")).",
                hint: "Giấy tờ mới tới một phần thì ghi bằng chức năng sửa hồ sơ và chờ tiếp.",
                at: "/documents")
        }
        if let reason = request.incompleteReason, reason.length > Self.longestNote {
            refuse(.input, "too_long", "Nhiều nhất \(Self.longestNote) ký tự.", at: "/incomplete_reason")
        }
        guard request.incompleteReason.isBlank else { return }
        for answer in dossier.lacking {
            refuse(
                .input, "required", "Tờ khai còn thiếu: \(answer.label).",
                hint: "Bổ sung tờ khai bằng chức năng sửa hồ sơ; nếu tờ khai nộp bằng giấy thì ghi lý do.",
                at: answer.pointer)
        }
    }

    private mutating func checkDocuments() {
        guard let documents = request.documents else { return }
        if documents.count > 100 {
            return refuse(.input, "too_many", "Nhiều nhất 100 loại giấy tờ.", at: "/documents")
        }
        for (index, document) in documents.enumerated() {
            let place = "/documents/\(index)"
            let isKnown =
                request.action == .supplementIn
                && (dossier.requirements.contains { $0.code == document.code }
                    || dossier.documents.contains { $0.code == document.code })
            if !isKnown, document.name.isBlank {
                refuse(
                    .input, "unknown_document", "Giấy tờ ngoài danh mục phải có tên.", at: place + "/name")
            }
            for (name, count) in [("originals", document.originals), ("copies", document.copies)]
            where !(0...999).contains(count) {
                refuse(.input, "out_of_range", "Số bản phải từ 0 đến 999.", at: place + "/" + name)
            }
            checkIssue(document, at: place)
            if [document.name, document.note].contains(where: { ($0?.length ?? 0) > 500 }) {
                refuse(.input, "too_long", "Nhiều nhất 500 ký tự.", at: place)
            }
        }
    }
}
