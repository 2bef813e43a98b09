/// A procedure in a list. The list's order is meaningful: most used first.
public struct ProcedureSummary: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var field: CodeName
    public var level: String
    public var timeText: String
    public var feeText: String
    /// By this officer and unit.
    public var recentUses: Int

    public init(
        code: String, name: String, field: CodeName, level: String, timeText: String, feeText: String,
        recentUses: Int
    ) {
        self.code = code
        self.name = name
        self.field = field
        self.level = level
        self.timeText = timeText
        self.feeText = feeText
        self.recentUses = recentUses
    }
}
