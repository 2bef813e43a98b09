/// The two kinds of fee that the law tells apart, and receipts keep apart.
public enum FeeKind: String, Codable, Hashable, Sendable, CaseIterable {
    case phi
    case lePhi = "le_phi"
}
