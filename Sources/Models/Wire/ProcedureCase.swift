/// One "trường hợp" of a procedure, with its own papers, time, form and fees.
public struct ProcedureCase: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var formId: String
    public var formVersion: Int
    public var time: ServiceTime
    public var documents: [DocumentRequirement]
    /// Codes of the procedure's fees.
    public var fees: [String]
    /// Whether it may be handed in online.
    public var online: Bool
    public var timeNote: String?

    public init(
        code: String, name: String, formId: String, formVersion: Int, time: ServiceTime,
        documents: [DocumentRequirement], fees: [String] = [], online: Bool = true, timeNote: String? = nil
    ) {
        self.code = code
        self.name = name
        self.formId = formId
        self.formVersion = formVersion
        self.time = time
        self.documents = documents
        self.fees = fees
        self.online = online
        self.timeNote = timeNote
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, formId, formVersion, time, documents, fees, online, timeNote
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(String.self, forKey: .name)
        formId = try container.decode(String.self, forKey: .formId)
        formVersion = try container.decode(Int.self, forKey: .formVersion)
        time = try container.decode(ServiceTime.self, forKey: .time)
        documents = try container.decode([DocumentRequirement].self, forKey: .documents)
        fees = try container.decodeIfPresent([String].self, forKey: .fees) ?? []
        online = try container.decodeIfPresent(Bool.self, forKey: .online) ?? true
        timeNote = try container.decodeIfPresent(String.self, forKey: .timeNote)
    }
}
