import Forms
import Models

extension Client {
    /// `GET /v1/registers/{unit}`: a page of the unit's register of dossiers from the first to the last day.
    ///
    /// - Parameter print: The id of a recorded print of that period, whose paper has phones and addresses whole; a list
    ///   has them masked.
    public func register(
        of unit: String, from: LocalDate, to: LocalDate, print: ID? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<RegisterEntry> {
        let target: Target = "/v1/registers/\(unit)"
        return try await value(
            .get(
                "getRegister",
                target.with("from", from.iso).with("to", to.iso).with("print", print).with("cursor", cursor)
                    .with("limit", limit)))
    }

    /// `GET /v1/registers/{unit}` as a table for spreadsheets, in UTF-8; phones and addresses are masked.
    public func registerTable(
        of unit: String, from: LocalDate, to: LocalDate, in language: Language = .vi
    ) async throws(APIError) -> [UInt8] {
        let target: Target = "/v1/registers/\(unit)"
        return try await table(
            "getRegister", target.with("from", from.iso).with("to", to.iso), in: language)
    }

    /// `POST /v1/registers/{unit}/prints`: that a register is about to be printed.
    public func recordRegisterPrint(
        of unit: String, _ print: RegisterPrint, key: String
    ) async throws(APIError) -> PrintRecord {
        try await value(.act("recordRegisterPrint", "/v1/registers/\(unit)/prints", print, key: key))
    }

    /// `GET /v1/registers/{unit}/prints`
    public func registerPrints(of unit: String) async throws(APIError) -> [PrintRecord] {
        try await all("listRegisterPrints", "/v1/registers/\(unit)/prints")
    }
}
