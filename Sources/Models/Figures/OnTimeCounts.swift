/// How many dossiers were on time as Decision 766/QĐ-TTg, item 2.1, counts it.
public struct OnTimeCounts: Codable, Hashable, Sendable {
    public var onTime = 0
    public var late = 0

    public init(onTime: Int = 0, late: Int = 0) {
        self.onTime = onTime
        self.late = late
    }

    public var total: Int { onTime + late }

    /// In thousandths, half of one rounded up; nil where nothing was counted.
    public var permille: Int? { total == 0 ? nil : (onTime * 2_000 + total) / (2 * total) }

    public static func + (left: OnTimeCounts, right: OnTimeCounts) -> OnTimeCounts {
        OnTimeCounts(onTime: left.onTime + right.onTime, late: left.late + right.late)
    }

    public mutating func add(_ judgement: OnTimeJudgement) {
        if judgement.isOnTime { onTime += 1 } else { late += 1 }
    }
}
