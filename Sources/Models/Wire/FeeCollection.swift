/// When a fee is collected ("Thu trước", "Thu sau", "Không thu phí").
public enum FeeCollection: String, Codable, Hashable, Sendable, CaseIterable {
    case before
    case after
    case none
}
