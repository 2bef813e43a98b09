extension SlipDocument {
    /// The bounds of a slip. They are far beyond any real one; they keep a broken producer from a printer.
    public enum Limit {
        /// Entries of a list.
        public static let entries = 300
        /// UTF-8 bytes of one text.
        public static let textBytes = 16_384
        /// UTF-8 bytes of what stands in a strip that cannot be cut in two: header, signatures, notes.
        public static let shortTextBytes = 160
        /// Characters of a code that a bar code of readable width can hold on A5.
        public static let codeLength = 32
        /// Characters of an address that a QR of 24 mm holds at a size that telephones read.
        public static let urlLength = 300
        /// Originals, copies, sets.
        public static let count = 999
    }

    /// What keeps this slip from being printed; empty where nothing does.
    public func issues() -> [SlipIssue] {
        var found = PaperFindings()
        found.require(authority, "authority", "thiếu tên cơ quan")
        found.require(desk, "desk", "thiếu tên bộ phận tiếp nhận")
        found.require(place, "place", "thiếu địa danh")
        found.require(applicantName, "applicant_name", "thiếu tên chủ hồ sơ")
        found.require(request, "request", "thiếu nội dung yêu cầu giải quyết")
        checkCodes(&found)
        checkLists(&found)
        checkForm(&found)
        found.bound(applicantName, "applicant_name")
        found.bound(request, "request")
        for (key, text) in optionalTexts { found.bound(text ?? "", key) }
        for (key, text) in shortTexts { found.bound(text ?? "", key, Limit.shortTextBytes) }
        if let amendment, amendment < 1 { found.add("amendment", "lần sửa phải từ 1") }
        if reprint < 0 { found.add("reprint", "lần in lại không được âm") }
        return found.issues
    }

    private func checkCodes(_ found: inout PaperFindings) {
        found.check(code: code)
        if let lookupURL { found.check(lookupURL: lookupURL) }
    }

    private func checkLists(_ found: inout PaperFindings) {
        let lists = [
            ("fees", fees), ("reasons", reasons), ("missing", missing), ("presented", presented ?? []),
            ("linked", linked ?? []),
        ]
        for (key, texts) in lists {
            found.bound(texts.count, key)
            for (index, text) in texts.enumerated() { found.bound(text, "\(key)/\(index)") }
        }
        found.bound(documents.count, "documents")
        for (index, paper) in documents.enumerated() {
            let key = "documents/\(index)"
            found.require(paper.name, "\(key)/name", "thiếu tên giấy tờ")
            found.bound(paper.name, "\(key)/name")
            found.bound(paper.note ?? "", "\(key)/note")
            if !(0...Limit.count).contains(paper.originals) {
                found.add("\(key)/originals", "số bản chính phải từ 0 đến \(Limit.count)")
            }
            if !(0...Limit.count).contains(paper.copies) {
                found.add("\(key)/copies", "số bản sao phải từ 0 đến \(Limit.count)")
            }
        }
    }

    private func checkForm(_ found: inout PaperFindings) {
        let hasReason = reasons.contains { SlipText.cleaned($0) != nil }
        switch form {
        case .appointment:
            if receivedAt == nil { found.add("received_at", "thiếu thời gian nhận hồ sơ") }
            if !(1...Limit.count).contains(sets) {
                found.add("sets", "số bộ hồ sơ phải từ 1 đến \(Limit.count)")
            }
            if let registerNumber, registerNumber < 1 {
                found.add("register_number", "số thứ tự phải từ 1")
            }
            if let receivedAt, let dueAt, dueAt < receivedAt {
                found.add("due_at", "thời gian trả kết quả không được trước thời gian nhận hồ sơ")
            }
        case .supplementRequest:
            if !hasReason, !missing.contains(where: { SlipText.cleaned($0) != nil }) {
                found.add("missing", "chưa ghi yêu cầu hoàn thiện những gì")
            }
        case .refusal:
            if !hasReason { found.add("reasons", "chưa ghi lý do từ chối") }
        case .apology:
            if !hasReason { found.add("reasons", "chưa ghi lý do chậm trả kết quả") }
            if receivedAt == nil { found.add("received_at", "thiếu thời gian nhận hồ sơ") }
            if oldDueAt == nil { found.add("old_due_at", "thiếu thời gian hẹn trả kết quả trước đây") }
            if dueAt == nil { found.add("due_at", "thiếu thời gian trả kết quả mới") }
            if let oldDueAt, let dueAt, dueAt <= oldDueAt {
                found.add("due_at", "thời gian trả kết quả mới phải sau thời gian đã hẹn")
            }
        case .stopNotice:
            if !hasReason { found.add("reasons", "chưa ghi lý do, căn cứ dừng giải quyết") }
            if stop == nil { found.add("stop", "thiếu thời điểm và giai đoạn dừng giải quyết") }
        case .controlSlip:
            if transfers?.isEmpty ?? true { found.add("transfers", "chưa có lần giao, nhận nào") }
        }
        checkStop(&found)
        checkTransfers(&found)
    }

    private func checkStop(_ found: inout PaperFindings) {
        guard let stop else { return }
        found.require(stop.stage, "stop/stage", "thiếu giai đoạn giải quyết")
        found.bound(stop.stage, "stop/stage")
        found.bound(stop.requestedBy ?? "", "stop/requested_by")
        found.bound(stop.fees ?? "", "stop/fees")
        found.bound(stop.returned.count, "stop/returned")
        for (index, text) in stop.returned.enumerated() { found.bound(text, "stop/returned/\(index)") }
    }

    private func checkTransfers(_ found: inout PaperFindings) {
        found.bound(otherUnits?.count ?? 0, "other_units")
        for (index, text) in (otherUnits ?? []).enumerated() { found.bound(text, "other_units/\(index)") }
        let transfers = transfers ?? []
        found.bound(transfers.count, "transfers")
        for (index, row) in transfers.enumerated() {
            for (key, text) in [
                ("from", row.from), ("to", row.to), ("giver", row.giver), ("taker", row.taker),
                ("note", row.note),
            ] {
                found.bound(text ?? "", "transfers/\(index)/\(key)")
            }
        }
    }

    private var optionalTexts: [(String, String?)] {
        [
            ("identity_number", identityNumber),
            ("tax_code", taxCode), ("submitter_name", submitterName),
            ("submitter_relation", submitterRelation), ("address", address), ("phone", phone),
            ("email", email), ("channel", channel), ("case_name", caseName), ("time_text", timeText),
            ("due_text", dueText), ("result_at", resultAt), ("register_book", registerBook),
            ("contact", contact), ("contact_phone", contactPhone),
        ]
    }

    private var shortTexts: [(String, String?)] {
        [
            ("authority", authority), ("desk", desk), ("place", place), ("number", number),
            ("lookup_code", lookupCode), ("officer_name", officerName),
            ("submitter_sign_name", submitterSignName), ("signer_name", signerName),
        ]
    }
}
