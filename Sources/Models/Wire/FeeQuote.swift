/// What is to be paid, line by line.
public struct FeeQuote: Codable, Hashable, Sendable {
    public var lines: [FeeLine]
    /// In đồng.
    public var total: Int
    public var exemption: AppliedExemption?

    public init(lines: [FeeLine], total: Int, exemption: AppliedExemption? = nil) {
        self.lines = lines
        self.total = total
        self.exemption = exemption
    }
}
