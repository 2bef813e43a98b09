/// The rule of every route, by the route's id. A route that isn't here is refused to everybody, and a test
/// fails on it.
enum PolicyRules {
    static let table: [String: AccessRule] = {
        var table: [String: AccessRule] = [:]
        for id in unguarded { table[id] = .open }
        for id in catalogue { table[id] = .officer(Role.all, .nothing) }
        for id in own { table[id] = .officer(Role.all, .own) }
        for id in everyOfficer { table[id] = .officer(Role.all, .units) }
        for id in desk { table[id] = .officer([.reception], .units) }
        for id in handling { table[id] = .officer(Role.handling, .units) }
        for id in publishing { table[id] = .officer([.ministryAdmin], .units) }
        let handlingOrAdministrating = Role.handling.union(Role.administrating)
        for id in reporting { table[id] = .officer(handlingOrAdministrating, .units) }
        for id in delegating { table[id] = .officer(handlingOrAdministrating, .units) }
        for id in ["putBindings", "applyBindings", "putCalendar", "getCalendarMoves"] {
            table[id] = .officer(Role.administrating, .units)
        }
        for id in administering { table[id] = .officer(Role.administrating, .units) }
        for id in ["listOutbox", "retryMessage"] { table[id] = .officer(Role.administrating, .units) }
        for id in ["revealDossier", "verifyCaller"] {
            table[id] = .officer(Role.handling.union([.hotline]), .units)
        }
        for id in ["listMismatches", "resolveMismatch", "revealMismatch"] {
            table[id] = .officer(Role.administrating, .units)
        }
        let hotline: Set<Role> = [.hotline]
        for id in ["createCall", "listCalls", "getCallFigures", "createTicket", "closeTicket"] {
            table[id] = .officer(hotline, .units)
        }
        let answering = TicketRights.answering.union(Role.administrating)
        for id in ["acknowledgeTicket", "resolveTicket"] { table[id] = .officer(answering, .units) }
        for id in [
            "listTickets", "getTicketFigures", "getTicket", "listTicketMessages", "revealTicket",
            "escalateTicket",
        ] {
            table[id] = .officer(answering.union(hotline), .units)
        }
        for id in collecting { table[id] = .officer([.cashier], .units) }
        for id in ["getDossierCharges", "listDossierPayments", "getPayment", "getReceipt"] {
            table[id] = .officer(handlingOrAdministrating, .units)
        }
        table["createCharge"] = .officer([.cashier, .reception, .review], .units)
        let overseeing = Role.administrating.union([.cashier, .approval])
        for id in overseen { table[id] = .officer(overseeing, .units) }
        for id in ["countCashSession", "closeCashSession"] {
            table[id] = .officer([.cashier, .approval], .units)
        }
        table["putCollection"] = .officer(Role.administrating, .units)
        for id in ["listColleagues", "handOverDossiers", "previewHandOver"] {
            table[id] = .officer(handlingOrAdministrating, .units)
        }
        for id in sending { table[id] = .officer([.reception], .units) }
        for id in ["scanShipment", "acceptManifest"] { table[id] = .officer([.postal], .units) }
        for id in shipments { table[id] = .officer(handlingOrAdministrating.union([.postal]), .units) }
        table["settleShipment"] = .officer([.cashier], .units)
        table["getPostalSettings"] = .officer(handlingOrAdministrating, .units)
        table["putPostalSettings"] = .officer(Role.administrating, .units)
        table["breakGlass"] = .officer([.provinceAdmin], .units)
        table["lookupPerson"] = .officer([.reception, .hotline], .units)
        return table
    }()

    /// Where dossiers are read: a province's administrators see none of them, unless they opened one with a reason.
    static let ofDossiers: Set<String> = [
        "search", "listInboxes", "getInbox", "listChanges", "streamChanges", "getDossier",
        "listDossierEvents", "getDossierClock", "listDossierDocuments", "listDossierMessages",
        "listDossierShipments", "getDossierCharges", "listDossierPayments", "getPermissions",
    ]

    private static let unguarded = [
        "token",
        "revokeToken",
        "openIDConfiguration",
        "health",
        "readiness",
        "metrics",
        "openAPI",
        "publicStatus",
        "paymentCallback",
        "postalCallback",
    ]
    /// What a desk sends, and hands over.
    private static let sending = [
        "createShipment",
        "cancelShipment",
        "openManifest",
        "addToManifest",
        "removeFromManifest",
        "closeManifest",
        "reopenManifest",
    ]
    /// What both sides of a hand-over look at.
    private static let shipments = [
        "listShipments",
        "getShipmentCounts",
        "getShipment",
        "listManifests",
        "getManifest",
    ]
    /// What only who takes money does.
    private static let collecting = [
        "listOwing",
        "createPayment",
        "refundPayment",
        "cancelPayment",
        "getPlatformMessage",
        "issueReceipt",
        "voidReceipt",
        "replaceReceipt",
        "recordReceiptPrint",
        "openCashSession",
        "moveCash",
        "importBankStatement",
        "resolveUnmatched",
    ]
    /// What those look at who answer for a unit's money.
    private static let overseen = [
        "listReceipts",
        "listCashSessions",
        "getCashSession",
        "getReconciliation",
        "getCollectionMonth",
        "listUnmatched",
        "getReceiptSummary",
        "getCollection",
    ]
    private static let catalogue = [
        "ping",
        "listProcedures",
        "getProcedure",
        "getProcedureForm",
        "getProcedureChecklist",
        "getProcedureFees",
        "listReference",
        "getCalendar",
        "previewDeadline",
        "quoteFees",
        "validateForm",
        "getFormVersion",
        "listProcesses",
        "getProcess",
        "searchFaq",
        "listScripts",
        "getScript",
        "getScriptAnswers",
    ]
    private static let publishing = [
        "publishForm",
        "publishProcedure",
        "publishScript",
        "createProcess",
        "putProcess",
        "lintProcess",
        "activateProcess",
    ]
    private static let delegating = [
        "listDelegations",
        "makeDelegation",
        "endDelegation",
        "getBindings",
    ]
    /// Officers and what they hold: for the administrators of their province, and of the ministry.
    private static let administering = [
        "listOfficers",
        "createOfficer",
        "importOfficers",
        "getOfficer",
        "changeOfficer",
        "suspendOfficer",
        "reactivateOfficer",
        "revokeOfficer",
        "transferOfficer",
        "reviewOfficer",
        "revealOfficer",
        "listOfficerChanges",
        "confirmOfficerChange",
        "rejectOfficerChange",
        "listUnits",
        "renameUnit",
        "getBindingMatrix",
        "listBindingChanges",
        "changeBindings",
        "undoBindingChange",
        "listRoles",
        "listAssignments",
        "createAssignment",
        "endAssignment",
    ]
    private static let reporting = [
        "getPeriodReport",
        "getOnTimeReport",
        "getDayFigures",
    ]
    private static let own = [
        "me",
        "listDrafts",
        "getDraft",
        "putDraft",
        "deleteDraft",
        "verifyAudit",
    ]
    private static let everyOfficer = [
        "search",
        "listInboxes",
        "getInbox",
        "listChanges",
        "streamChanges",
        "getDossier",
        "listDossierEvents",
        "getDossierClock",
        "listDossierDocuments",
        "listAudit",
        "listDossierMessages",
        "listDossierShipments",
        "getPermissions",
    ]
    private static let desk = [
        "createDossier",
        "amendDossier",
        "checkDuplicates",
        "autofillPerson",
        "reportMismatch",
        "createUpload",
        "getUpload",
        "appendUpload",
        "handOverDraft",
    ]
    private static let handling = [
        "listDossierActions",
        "actOnDossier",
        "actOnDossiers",
        "claimDossier",
        "releaseDossier",
        "recordPrint",
        "listPrints",
        "getFile",
        "getRegister",
        "listRegisterPrints",
        "recordRegisterPrint",
    ]
}
