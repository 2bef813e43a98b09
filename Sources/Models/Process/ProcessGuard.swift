/// The conditions that a transition can ask for; the set is closed.
public enum ProcessGuard: String, Codable, Hashable, Sendable, CaseIterable {
    /// Every required paper is there.
    case documentsComplete = "documents_complete"
    /// Fees that are collected before the work are paid or exempt.
    case feesPaid = "fees_paid"
    /// Nothing is owed any more.
    case feesSettled = "fees_settled"
    /// An exemption covers the whole fee.
    case feeExempt = "fee_exempt"
    /// It is the first supplement request, or the note says why there is another.
    case firstSupplementOrReason = "first_supplement_or_reason"
    /// The deadline has not passed.
    case beforeDue = "before_due"
    /// The deadline was not extended yet.
    case notExtended = "not_extended"
    /// There is no decision on the result yet.
    case noResult = "no_result"
    /// The result is attached.
    case resultAttached = "result_attached"
    /// The real person is another than the one who reviewed.
    case differentOfficer = "different_officer"
}
