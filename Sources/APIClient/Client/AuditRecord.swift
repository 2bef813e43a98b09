import Models

/// One entry of the audit, as the server shows it.
public struct AuditRecord: Codable, Hashable, Sendable {
    /// From 1, without gaps.
    public var seq: Int
    public var at: Instant
    public var officer: ID?
    public var officerName: String?
    public var unit: String?
    /// As `dossier.receive`, `dossier.reveal`, `session.open`.
    public var action: String
    /// The id of the thing that it was done to.
    public var subject: String?
    /// `done` or `refused`.
    public var outcome: String
    public var detail: [String: String]
    public var traceId: String

    public init(
        seq: Int, at: Instant, officer: ID? = nil, officerName: String? = nil, unit: String? = nil,
        action: String,
        subject: String? = nil, outcome: String, detail: [String: String] = [:], traceId: String
    ) {
        self.seq = seq
        self.at = at
        self.officer = officer
        self.officerName = officerName
        self.unit = unit
        self.action = action
        self.subject = subject
        self.outcome = outcome
        self.detail = detail
        self.traceId = traceId
    }
}
