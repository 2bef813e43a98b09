import Models

// What is done with dossiers, calls and tickets.

extension Act where Answer == Dossier {
    /// Takes a dossier in.
    public static func create(_ intake: DossierIntake) -> Self {
        Self("createDossier", "/v1/dossiers", intake)
    }

    /// Does one act on a dossier: it goes its way, or waits, or ends.
    public static func act(on id: ID, _ request: ActionRequest, revision: Int) -> Self {
        Self("actOnDossier", "/v1/dossiers/\(id)/actions", request, revision: revision)
    }

    /// Corrects a dossier that was received.
    public static func amend(_ id: ID, _ amendment: DossierAmendment, revision: Int) -> Self {
        Self("amendDossier", "/v1/dossiers/\(id)", amendment, revision: revision)
    }
}

extension Act where Answer == BulkActionResult {
    /// Does one act on many dossiers; each has an outcome of its own.
    public static func act(onMany request: BulkActionRequest) -> Self {
        Self("actOnDossiers", "/v1/dossiers/actions:bulk", request)
    }
}

extension Act where Answer == DossierHandOverResult {
    /// Gives all that one officer works on to another.
    public static func handOver(_ request: DossierHandOver) -> Self {
        Self("handOverDossiers", "/v1/dossiers:hand-over", request)
    }
}

extension Act where Answer == PrintRecord {
    /// Notes a print of a dossier's paper.
    public static func recordPrint(dossier id: ID, _ request: PrintRequest) -> Self {
        Self("recordPrint", "/v1/dossiers/\(id)/prints", request)
    }
}

extension Act where Answer == HotlineCall {
    /// Saves a call's card, and makes the ticket that came of it.
    public static func record(_ call: HotlineCallRequest) -> Self { Self("createCall", "/v1/calls", call) }
}

extension Act where Answer == Ticket {
    /// Takes a ticket, hands it on, answers or ends it.
    public static func act(onTicket id: ID, _ verb: TicketVerb, _ act: TicketAct, revision: Int) -> Self {
        Self(verb.rawValue + "Ticket", "/v1/tickets/\(id):\(verb.rawValue)", act, revision: revision)
    }
}

extension Act where Answer == BreakGlassGrant {
    /// Opens one dossier to an administrator, who sees none without: to be read, for a while.
    public static func breakGlass(_ code: String, reason: String) -> Self {
        Self("breakGlass", Target("/v1/dossiers/\(code):break-glass"), BreakGlassRequest(reason: reason))
    }
}
