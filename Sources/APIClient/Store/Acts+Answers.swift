import Forms
import Models

/// What lies on the disk of an act names its operation and no type: here stands what each is answered with.
extension Acts {
    /// The operation that collects, or asks for a payment.
    public static let paying = "createPayment"

    /// Every operation that is an act.
    public static let operations = Set(answers.keys)

    private static let answers: [String: any (Decodable & Sendable).Type] = [
        "createDossier": Dossier.self, "actOnDossier": Dossier.self, "amendDossier": Dossier.self,
        "actOnDossiers": BulkActionResult.self, "handOverDossiers": DossierHandOverResult.self,
        "recordPrint": PrintRecord.self, "breakGlass": BreakGlassGrant.self,
        "createCall": HotlineCall.self,
        "acknowledgeTicket": Ticket.self, "escalateTicket": Ticket.self, "resolveTicket": Ticket.self,
        "closeTicket": Ticket.self,
        paying: Payment.self, "cancelPayment": Payment.self, "refundPayment": Payment.self,
        "resolveUnmatched": UnmatchedPayment.self,
        "voidReceipt": Receipt.self, "replaceReceipt": Receipt.self, "recordReceiptPrint": Receipt.self,
        "issueReceipt": Receipt.self,
        "openCashSession": CashSession.self, "moveCash": CashSession.self,
        "countCashSession": CashSession.self, "closeCashSession": CashSession.self,
        "createOfficer": OfficerRecord.self, "changeOfficer": OfficerRecord.self,
        "suspendOfficer": OfficerRecord.self, "reactivateOfficer": OfficerRecord.self,
        "revokeOfficer": OfficerRecord.self, "transferOfficer": OfficerRecord.self,
        "reviewOfficer": OfficerRecord.self, "createAssignment": OfficerRecord.self,
        "makeDelegation": Delegation.self,
        "confirmOfficerChange": OfficerChange.self, "rejectOfficerChange": OfficerChange.self,
        "changeBindings": BindingsChange.self, "undoBindingChange": BindingsChange.self,
        "renameUnit": UnitRecord.self,
        "createProcess": ProcessOutline.self, "activateProcess": ProcessOutline.self,
        "createShipment": Shipment.self, "cancelShipment": Shipment.self, "settleShipment": Shipment.self,
        "addToManifest": ParcelScanned.self, "scanShipment": ParcelScanned.self,
        "openManifest": Manifest.self, "removeFromManifest": Manifest.self, "closeManifest": Manifest.self,
        "reopenManifest": Manifest.self, "acceptManifest": Manifest.self, "retryMessage": DossierMessage.self,
    ]

    /// Acts that are no POST.
    static let patching: Set = ["amendDossier", "changeOfficer"]

    /// An answer of another shape came from something else than the server: the act then stays open.
    static func check(_ response: Response, of operation: String) throws(APIError) {
        guard let type = answers[operation] else { return try check(response, is: JSONValue.self) }
        try check(response, is: type)
    }

    private static func check<Answer: Decodable>(
        _ response: Response, is type: Answer.Type
    ) throws(APIError) {
        _ = try Reply.decode(type, from: response)
    }
}
