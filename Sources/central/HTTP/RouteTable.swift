import HTTPTypes

/// Every route of central, and how a path finds its own.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case found(Route, [String: String])
        /// The path exists, with these methods only.
        case wrongMethod(allowed: [String])
        case unknown
    }

    static let all = RouteTable(
        [
            AuthRoutes.all,
            CatalogueRoutes.all,
            CalendarRoutes.all,
            PersonRoutes.all,
            MismatchRoutes.all,
            FormRoutes.all,
            DraftRoutes.all,
            PublishingRoutes.all,
            ProcessRoutes.all,
            BindingRoutes.all,
            BindingChangeRoutes.all,
            UnitRoutes.all,
            DelegationRoutes.all,
            OfficerRoutes.all,
            OfficerChangeRoutes.all,
            AssignmentRoutes.all,
            PermissionRoutes.all,
            DossierRoutes.all,
            ActionRoutes.all,
            RegisterRoutes.all,
            ReportRoutes.all,
            FileRoutes.all,
            InboxRoutes.all,
            ChangeRoutes.all,
            MessageRoutes.all,
            HotlineRoutes.all,
            TicketRoutes.all,
            PaymentRoutes.all,
            ReceiptRoutes.all,
            CashRoutes.all,
            ReconciliationRoutes.all,
            CollectionRoutes.all,
            ShipmentRoutes.all,
            ManifestRoutes.all,
            PostalSettingsRoutes.all,
            AuditRoutes.all,
            OperationRoutes.all,
            PublicRoutes.all,
        ].flatMap { $0 })

    /// The most specific paths first, so that `/v1/dossiers:check-duplicates` never reads as another's id.
    let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes.sorted { $0.path.weight > $1.path.weight }
    }

    /// Finds the route of a path that is still percent-encoded. A HEAD is served by the path's GET.
    func match(_ method: HTTPRequest.Method, _ path: String) -> Match {
        var parts: [String] = []
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let text = PercentDecoding.decode(part) else { return .unknown }
            parts.append(text)
        }
        var allowed: Set<String> = []
        for route in routes {
            guard let parameters = route.path.match(parts) else { continue }
            if route.method == method || route.method == .get && method == .head {
                return .found(route, parameters)
            }
            allowed.insert(route.method.rawValue)
        }
        guard !allowed.isEmpty else { return .unknown }
        if allowed.contains("GET") { allowed.insert("HEAD") }
        return .wrongMethod(allowed: allowed.sorted())
    }
}
