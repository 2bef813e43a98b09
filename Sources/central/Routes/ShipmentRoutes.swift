import Forms
import GRDB
import HTTPTypes
import Models

/// Shipments: made of dossiers, listed by where they are, scanned in at the post's counter, settled.
enum ShipmentRoutes {
    static let all = [
        Route("createShipment", .post, "/v1/shipments", body: .json, isKeyed: true, handle: create),
        Route(
            "listShipments", .get, "/v1/shipments", query: ["state", "kind", "code", "limit", "cursor"],
            handle: list),
        Route("getShipmentCounts", .get, "/v1/shipments:counts", handle: counts),
        Route("getShipment", .get, "/v1/shipments/{id}", find: find, handle: get),
        Route(
            "listDossierShipments", .get, "/v1/dossiers/{id}/shipments", query: ["limit", "cursor"],
            find: DossierRoutes.find
        ) { call, central in
            let id = try call.thing(StoredDossier.self).dossier.id
            let grant = try call.requireGrant()
            let found = try await central.store.read { [day = call.today, seal = central.seal] in
                try ShipmentTable.all($0, of: id, on: day, seal: seal)
            }
            return try .list(found.map { $0.disclosed(to: grant, inList: true) }, call)
        },
        Route(
            "cancelShipment", .post, "/v1/shipments/{id}:cancel", body: .json, isKeyed: true, find: find,
            handle: cancel),
        Route("scanShipment", .post, "/v1/shipments:scan", body: .json, isKeyed: true) { call, central in
            let acting = try ManifestActing(call, central)
            return try await central.effectOnce.perform(call) {
                try call.decode(ParcelScan.self)
            } effect: { database, scan in
                try .json(try acting.takeIn(database, scan))
            }
        },
        Route(
            "settleShipment", .post, "/v1/shipments/{id}:settle-cod", body: .json, isKeyed: true, find: find,
            handle: settle),
        Route(
            "postalCallback", .post, "/v1/postal-callbacks/{carrier}", body: .json, find: carrier
        ) { call, central in
            try await PostalCallback(call, central).perform()
        },
    ]

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        let making = try ShipmentMaking(call, central)
        let grant = try call.requireGrant()
        return try await central.effectOnce.perform(call) {
            try await making.prepare(try call.decode())
        } effect: { database, prepared in
            let made = try making.record(database, prepared)
            return try .json(
                try page(database, made.id, call, central).disclosed(to: grant), status: 201,
                headers: ["location": "/v1/shipments/\(made.id)"])
        }
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.positionCursor()
        let grant = try call.requireGrant()
        let group: ShipmentGroup? =
            call.query["state"] == nil ? nil : try call.choice("state", or: ShipmentGroup.toHandOver)
        let kind: ShipmentKind? =
            call.query["kind"] == nil ? nil : try call.choice("kind", or: ShipmentKind.result)
        let text = try call.text("code")?.trimmed.uppercased()
        let found = try await central.store.read { [day = call.today, seal = central.seal] in
            try ShipmentTable.page(
                $0, scope: grant.scope, group: group, kind: kind, text: text, after: after, limit: limit + 1,
                on: day, seal: seal)
        }
        let page = found.prefix(limit)
        let next =
            found.count > limit
            ? page.last.map { Cursor.encode([String($0.createdAt.seconds), $0.id]) } : nil
        return try .json(
            FixedShape.page(page.map { $0.disclosed(to: grant, inList: true) }, next: next))
    }

    private static func counts(_ call: Call, _ central: Central) async throws -> Reply {
        let scope = try call.requireGrant().scope
        let counts = try await central.store.read { try ShipmentTable.counts($0, scope: scope) }
        return try .json(
            object: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, .int($0.value)) }))
    }

    private static func get(_ call: Call, _ central: Central) async throws -> Reply {
        let (id, grant) = (try call.thing(Shipment.self).id, try call.requireGrant())
        let shipment = try await central.store.read { try page($0, id, call, central) }
        return try .json(shipment.disclosed(to: grant))
    }

    /// As long as the desk has it, it may take it back; the post is told.
    private static func cancel(_ call: Call, _ central: Central) async throws -> Reply {
        let (id, grant) = (try call.thing(Shipment.self).id, try call.requireGrant())
        return try await central.effectOnce.perform(call) {
            try PaymentRoutes.reason(call)
        } effect: { database, reason in
            let shipment = try page(database, id, call, central)
            guard shipment.state == .created else { throw ProblemError(.shipmentWithPost) }
            if let manifest = shipment.manifest {
                throw ProblemError(
                    .shipmentWithPost,
                    detail: "Bưu gửi đang ở bảng kê \(manifest.code); bỏ khỏi bảng kê trước khi hủy.")
            }
            _ = try ShipmentTable.append(
                database,
                ShipmentEvent(
                    seq: 0, at: call.now, source: .desk, state: .cancelled, message: reason,
                    officer: grant.officer.reference), to: id)
            try ShipmentTracking.follow(database, id, at: call.now)
            let order = try PostMail.order(database, of: id, seal: central.seal)
            // It never goes out again, by nobody's key.
            if let order, order.state != .sent {
                try OutboxTable.markFailed(
                    database, id: order.id, fault: PostMail.givenUp, dueAt: nil)
            }
            // An order that failed may have arrived all the same.
            try PostMail.put(
                database, .cancel, of: shipment, text: order?.customer ?? "", at: call.now,
                seal: central.seal)
            try PostAudit.record(
                database, "cancel", id, unit: shipment.unit.code, ["code": shipment.dossierCode], call,
                central)
            return try .json(try page(database, id, call, central).disclosed(to: grant))
        }
    }

    private static func settle(_ call: Call, _ central: Central) async throws -> Reply {
        let (id, grant) = (try call.thing(Shipment.self).id, try call.requireGrant())
        return try await central.effectOnce.perform(call) { () -> CODSettlement in
            var request: CODSettlement = try call.decode()
            var faults: [InputFault] = []
            let reference = CallText.check(
                request.reference, "/reference", longest: 100, isRequired: true, &faults)
            if !(1...PaymentRoutes.largestAmount).contains(request.amount) {
                faults.append(.amount("/amount"))
            }
            guard faults.isEmpty, let reference else { throw ProblemError.input(faults) }
            request.reference = reference
            return request
        } effect: { database, request in
            let shipment = try page(database, id, call, central)
            try Bookkeeping(call, central, officer: grant.officer).settle(database, shipment, request)
            return try .json(try page(database, id, call, central).disclosed(to: grant))
        }
    }

    /// With all that was said of it.
    private static func page(_ database: Database, _ id: ID, _ call: Call, _ central: Central) throws
        -> Shipment
    {
        let found = try ShipmentTable.find(
            database, id: id, scope: .everything, on: call.today, seal: central.seal)
        guard var shipment = found else { throw ProblemError(.notFound) }
        shipment.events = try ShipmentTable.events(database, of: id)
        return shipment
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read { [day = call.today, seal = central.seal] in
            try ShipmentTable.find($0, id: id, scope: scope, on: day, seal: seal)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    @Sendable private static func carrier(_ call: Call, _ central: Central) async throws -> any Sendable {
        let name = call.parameter("carrier")
        guard central.carrierKeys[name] != nil else { throw ProblemError(.notFound) }
        return name
    }
}
