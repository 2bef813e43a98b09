import Forms
import Models

/// The hotline that an officer sits at.
enum HotlineUnit {
    static func of(_ grant: Grant, _ central: Central, on day: LocalDate) async throws -> UnitRef? {
        let officer = grant.officer
        let units = officer.assignments.filter { $0.role == .hotline }.map(\.unit)
        guard let code = units.contains(officer.unit) ? officer.unit : units.first else { return nil }
        let name = try await central.store.read { try OfficerTable.unitName($0, code: code, on: day) }
        return UnitRef(code: code, name: name ?? code)
    }

    /// The province that a unit belongs to: the first part of its code.
    static func province(_ unit: String) -> String { String(unit.prefix { $0 != "." }) }
}
