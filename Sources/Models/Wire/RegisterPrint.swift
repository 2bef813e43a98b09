import Forms

/// That the register of a period is about to be printed.
public struct RegisterPrint: Codable, Hashable, Sendable {
    /// The first day.
    public var from: LocalDate
    /// The last day.
    public var to: LocalDate
    public var copies: Int

    public init(from: LocalDate, to: LocalDate, copies: Int = 1) {
        self.from = from
        self.to = to
        self.copies = copies
    }
}
