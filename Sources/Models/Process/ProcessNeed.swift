/// What an officer must give with an act; the set is closed.
public enum ProcessNeed: String, Codable, Hashable, Sendable, CaseIterable {
    case note, missing, documents, payment, signature, result
    case newDueDate = "new_due_date"
    /// Who took which paper, or the post's word.
    case handoverProof = "handover_proof"
}
