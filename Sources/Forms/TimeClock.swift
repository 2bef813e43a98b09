/// How hours are shown: 0 to 23, or 1 to 12 with SA and CH (eForm TP-1).
public enum TimeClock: String, Codable, Hashable, Sendable, CaseIterable {
    case h24, h12
}
