import Forms

/// A unit's receipts of a day, as the tax authority has them the same day (form 01/TH-BLĐT).
public struct ReceiptSummary: Codable, Hashable, Sendable {
    public var date: LocalDate
    public var unit: UnitRef
    public var rows: [ReceiptSummaryRow]
    public var issued: Int
    public var voided: Int
    public var amount: Int
    /// Nil where the day made none of an earlier day void.
    public var earlier: VoidedEarlier?

    public init(
        date: LocalDate, unit: UnitRef, rows: [ReceiptSummaryRow], issued: Int, voided: Int, amount: Int,
        earlier: VoidedEarlier? = nil
    ) {
        self.date = date
        self.unit = unit
        self.rows = rows
        self.issued = issued
        self.voided = voided
        self.amount = amount
        self.earlier = earlier
    }

    /// What the day's receipts come to once those are taken off that it made void of earlier days.
    public var net: Int { amount - (earlier?.amount ?? 0) }
}
