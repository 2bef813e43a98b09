import Forms
import Models

// What the ministry's administrators do with processes.

extension Act where Answer == ProcessOutline {
    /// Makes a definition the draft of the next version.
    public static func draft(process definition: JSONValue) -> Self {
        Self("createProcess", "/v1/processes", definition)
    }

    /// Brings a draft into force from a day on.
    ///
    /// - Parameter ifMatch: The draft that was looked at; where another has been put since, it is refused (412).
    public static func activate(
        process id: ID, version: Int, from day: LocalDate?, ifMatch: String
    ) -> Self {
        Self(
            "activateProcess", Target("/v1/processes/\(id)/versions/\(version):activate"),
            ProcessActivation(effectiveFrom: day), ifMatch: ifMatch)
    }
}
