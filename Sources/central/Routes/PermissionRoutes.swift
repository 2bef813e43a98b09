import Forms
import HTTPTypes
import Models

/// What an officer may do, and why.
enum PermissionRoutes {
    static let all = [
        Route("getPermissions", .get, "/v1/me/permissions", query: ["explain"], handle: permissions)
    ]

    private static func permissions(_ call: Call, _ central: Central) async throws -> Reply {
        let (grant, today) = (try call.requireGrant(), call.today)
        let officer = grant.officer
        let subject = try call.text("explain")?.trimmed
        let (delegations, units) = try await central.store.read { database in
            (
                try DelegationTable.active(database, to: officer.id, on: today),
                try BindingTable.units(database, servedBy: officer, on: today).sorted()
            )
        }
        var permissions = Permissions(
            assignments: officer.assignments.map { .init(unit: $0.unit, role: $0.role.rawValue) },
            delegations: delegations, serves: units)
        if let subject, !subject.isEmpty {
            permissions.explanation = try await explain(subject, grant, call, central)
        }
        return try .json(permissions)
    }

    private static func explain(_ subject: String, _ grant: Grant, _ call: Call, _ central: Central)
        async throws -> PermissionExplanation
    {
        let (stored, closed) = try await central.store.read { database -> (StoredDossier?, String?) in
            let id =
                UUIDv7.isValid(subject.lowercased())
                ? subject.lowercased() : try DossierTable.id(database, ofCode: subject.uppercased())
            guard let id else { return (nil, nil) }
            let found = try DossierTable.find(database, id: id, scope: grant.scope, seal: central.seal)
            let unit = found == nil ? try DossierTable.unit(database, of: id) : nil
            return (found, unit.flatMap { grant.scope.mayOpen(in: $0) ? $0 : nil })
        }
        var process: ProcessDefinition?
        if let reference = stored?.dossier.procedure,
            let procedure = try await central.catalogue.procedure(reference.code, version: reference.version)
        {
            process = try await central.catalogue.process(
                procedure.process.id, version: procedure.process.version)
        }
        let reading = PermissionReading(
            officer: grant.officer, scope: grant.scope, day: call.today, closedUnit: closed)
        return try await central.store.read { [process] database in
            try reading.explain(subject, stored, process, database)
        }
    }
}
