import Forms
import Models

extension RoutingCheck {
    static let longestResultNumber = 50

    /// Whether the act hands a result on to be signed, and so may say how it is drafted.
    var isDraft: Bool {
        guard let transition, [.forward, .approve].contains(transition.action) else { return false }
        return engine.graph.step(transition.to)?.kind == .sign
    }

    /// What the act has to do with the result: what its form begins with, or what is signed or handed over.
    var results: [SubmittedDocument]? {
        switch request.action {
        case .finish where transition?.needs?.contains(.result) == true: proposed
        case .forward, .approve: isDraft ? proposed : nil
        case .sign, .deliver: known.isEmpty ? nil : known
        default: nil
        }
    }

    /// The results by the last act that said them; what was taken back said nothing.
    private var known: [SubmittedDocument] {
        let saying: Set<ProcessAction> = [.forward, .approve, .finish]
        let last = events.last { event in
            event.verb.map(saying.contains) == true && event.detail.documents?.isEmpty == false
        }
        return last?.detail.documents ?? []
    }

    private var proposed: [SubmittedDocument] {
        guard known.isEmpty else { return known }
        return dossier.resultName.map { [SubmittedDocument(code: "KQ1", name: $0, originals: 1, copies: 0)] }
            ?? []
    }

    /// What is issued bears a number and a day: without them it can't be found again, nor told from a draft.
    mutating func checkResults() {
        let results = request.documents ?? []
        if !results.contains(where: \.isThere) {
            refuse(
                .input, "required", "Cần nêu kết quả: tên, số bản hoặc bản điện tử.", at: "/documents")
        }
        for (index, document) in results.enumerated() {
            let place = "/documents/\(index)"
            if document.number.isBlank {
                refuse(
                    .input, "required", "Cần số của văn bản kết quả.",
                    hint: "Số văn thư cấp, như ghi trên văn bản.", at: place + "/number")
            }
            // With a number, `checkIssue` asks for the day.
            if document.number.isBlank, document.issuedOn == nil {
                refuse(
                    .input, "required", "Cần ngày của văn bản kết quả.", hint: "Ngày ghi trên văn bản.",
                    at: place + "/issued_on")
            }
        }
    }

    /// A number stands on a paper together with the day that it bears, and nothing is issued tomorrow.
    mutating func checkIssue(_ document: SubmittedDocument, at place: String) {
        let number = document.number?.trimmed ?? ""
        if number.length > Self.longestResultNumber {
            refuse(.input, "too_long", "Nhiều nhất \(Self.longestResultNumber) ký tự.", at: place + "/number")
        }
        if !number.isEmpty, document.issuedOn == nil {
            refuse(
                .input, "required", "Văn bản có số thì phải có ngày.", hint: "Ngày ghi trên văn bản.",
                at: place + "/issued_on")
        }
        if let day = document.issuedOn, day > at.date {
            refuse(
                .input, "in_future", "Ngày của văn bản (\(day.display)) chưa tới.", at: place + "/issued_on")
        }
    }
}
