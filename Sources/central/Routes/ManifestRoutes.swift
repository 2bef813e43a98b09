import Forms
import GRDB
import HTTPTypes
import Models

/// Manifests: opened and filled by the desk, signed by it, scanned in and signed by the post.
enum ManifestRoutes {
    static let all = [
        Route("openManifest", .post, "/v1/manifests", body: .json, isKeyed: true, handle: open),
        Route("listManifests", .get, "/v1/manifests", query: ["state", "limit", "cursor"], handle: list),
        Route("getManifest", .get, "/v1/manifests/{id}", find: find) { call, _ in
            let grant = try call.requireGrant()
            return try .json(try call.thing(Manifest.self).disclosed(to: grant))
        },
        Route(
            "addToManifest", .post, "/v1/manifests/{id}/items", body: .json, isKeyed: true, find: head
        ) { call, central in
            let (acting, id) = (try ManifestActing(call, central), try call.thing(Manifest.self).id)
            return try await central.effectOnce.perform(call) {
                try call.decode(ParcelScan.self)
            } effect: { database, scan in
                try .json(try acting.add(database, scan, to: id))
            }
        },
        Route(
            "removeFromManifest", .post, "/v1/manifests/{id}/items:remove", body: .json, isKeyed: true,
            find: find
        ) { call, central in
            let (acting, id) = (try ManifestActing(call, central), try call.thing(Manifest.self).id)
            return try await central.effectOnce.perform(call) {
                try call.decode(ManifestRemoval.self)
            } effect: { database, request in
                try .json(try acting.remove(database, request.shipment, from: id))
            }
        },
        Route(
            "closeManifest", .post, "/v1/manifests/{id}:close", body: .json, isKeyed: true, find: find
        ) { call, central in
            let (acting, id) = (try ManifestActing(call, central), try call.thing(Manifest.self).id)
            return try await central.effectOnce.perform(call) {
                let _: NoContent = try call.decode()
            } effect: { database, _ in
                try .json(try acting.close(database, id))
            }
        },
        Route(
            "reopenManifest", .post, "/v1/manifests/{id}:reopen", body: .json, isKeyed: true, find: find
        ) { call, central in
            let (acting, id) = (try ManifestActing(call, central), try call.thing(Manifest.self).id)
            return try await central.effectOnce.perform(call) {
                try PaymentRoutes.reason(call)
            } effect: { database, reason in
                try .json(try acting.reopen(database, id, reason: reason))
            }
        },
        Route(
            "acceptManifest", .post, "/v1/manifests/{id}:accept", body: .json, isKeyed: true, find: find
        ) { call, central in
            let (acting, id) = (try ManifestActing(call, central), try call.thing(Manifest.self).id)
            return try await central.effectOnce.perform(call) {
                try call.decode(ManifestAcceptance.self)
            } effect: { database, request in
                try .json(try acting.accept(database, id, request))
            }
        },
    ]

    private static func open(_ call: Call, _ central: Central) async throws -> Reply {
        let acting = try ManifestActing(call, central)
        let units = acting.officer.assignments.filter { $0.role == .reception }.map(\.unit)
        guard let code = units.contains(acting.officer.unit) ? acting.officer.unit : units.first else {
            throw ProblemError(.forbidden)
        }
        return try await central.effectOnce.perform(call) { () -> UnitRef in
            let _: NoContent = try call.decode()
            let name = try await central.store.read { [day = call.today] in
                try OfficerTable.unitName($0, code: code, on: day)
            }
            return UnitRef(code: code, name: name ?? code)
        } effect: { database, unit in
            let manifest = try acting.open(database, unit: unit)
            return try .json(
                manifest, status: 201, headers: ["location": "/v1/manifests/\(manifest.id)"])
        }
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let scope = try call.requireGrant().scope
        let state: ManifestState? =
            call.query["state"] == nil ? nil : try call.choice("state", or: ManifestState.open)
        let found = try await central.store.read { [day = call.today] in
            try ManifestTable.page(
                $0, scope: scope, state: state, after: after, limit: limit + 1, on: day)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit ? page.last.map { Cursor.encode([String($0.openedAt.seconds), $0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    /// Without its parcels, for a scan.
    @Sendable private static func head(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [day = call.today] in
            try ManifestTable.head($0, id: id, scope: scope, on: day)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [day = call.today, seal = central.seal] in
            try ManifestTable.find($0, id: id, scope: scope, on: day, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
