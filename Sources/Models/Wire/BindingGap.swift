import Forms

/// A step at which nobody would be able to act from a day on.
public struct BindingGap: Codable, Hashable, Sendable {
    public var unit: String
    public var process: ID
    public var step: String
    public var from: LocalDate

    public init(unit: String, process: ID, step: String, from: LocalDate) {
        self.unit = unit
        self.process = process
        self.step = step
        self.from = from
    }
}
