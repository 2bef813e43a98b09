/// A field of procedures ("lĩnh vực").
struct ProcedureField: Codable, Hashable, Sendable {
    var code: String
    var name: String
    /// The code of the ministry that publishes its procedures.
    var ministry: String
}
