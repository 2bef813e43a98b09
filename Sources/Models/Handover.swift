import Forms

/// That a result was handed over, as the history says it: who took it, on what, when, from whom.
public struct Handover: Hashable, Sendable {
    public var proof: HandoverProof
    public var at: Instant
    /// Who handed it over.
    public var by: OfficerRef?

    /// The hand-over that stands; nil where there was none, and for those who see the dossier masked.
    public init?(_ events: [DossierEvent]) {
        let last = PaperChoice.standing(events).last { $0.did(.deliver) && $0.detail?.handover != nil }
        guard let last, let proof = last.detail?.handover else { return nil }
        self.proof = proof
        at = last.at
        by = last.actor
    }
}

extension HandoverProof {
    /// In the words of a Vietnamese paper: "Nguyễn Văn An, số định danh 001…, con, đã thu lại giấy hẹn".
    public var words: String {
        [
            recipient, identityNumber.map { "số định danh " + $0 }, relation,
            slipReturned == true ? "đã thu lại giấy hẹn" : nil, trackingNumber.map { "số bưu gửi " + $0 },
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension [DossierEvent] {
    /// When the work on the dossier was done, where it is: the first act of the last run of "processed" and "delivered".
    public var completedAt: Instant? {
        let events = PaperChoice.standing(self)
        let done: Set = [9, 10]
        guard let last = events.last, done.contains(last.status) else { return nil }
        let begin = events.lastIndex { !done.contains($0.status) }.map { events.index(after: $0) }
        return events[begin ?? events.startIndex].at
    }
}
