import APIClient
import Forms
import Models

extension Desk {
    /// 1022: takes calls, and sees no queue of dossiers.
    var isHotline: Bool { me?.roles.contains("hotline") ?? false }

    /// Whether tickets are handed to this officer's units.
    var canAnswerTickets: Bool {
        me?.roles.contains {
            ["reception", "review", "approval", "clerk", "province_admin", "ministry_admin"].contains($0)
        } ?? false
    }

    /// The codes under which the hotline's own province and unit stand.
    var province: String? { me.map { String($0.unit.code.prefix { $0 != "." }) } }

    /// Saves a call's card, once, whatever happens in between.
    ///
    /// - Parameters:
    ///   - key: The card's own, which is its draft's id.
    ///   - owner: Who took the call. It goes out in this officer's session or not at all.
    func recordCall(_ request: HotlineCallRequest, key: ID, title: String, owner: SignedIn?) async
        -> Result<Acted<HotlineCall>, SubmitFailure>
    {
        let result = await carryOut(.record(request), key: key, title: title, draft: key, owner: owner)
        // The ticket went with it, if there was one.
        if case .success = result { forgetTyped(at: .ticketRequest(key), owner: owner) }
        return result
    }

    /// Where the dossier was taken in that a call is about; nil where it is about none.
    func unit(of dossier: CallDossier?) async -> Result<CodeName?, APIError> {
        guard let dossier else { return .success(nil) }
        let found = await ask { client throws(APIError) in try await client.dossier(dossier.id) }
        // Who has it now can answer; where nobody has it, who took it in.
        return found.map { dossier in
            let unit = dossier.holder ?? dossier.unit
            return CodeName(code: unit.code, name: unit.name)
        }
    }

    /// Acts on a ticket, once.
    func act(
        onTicket id: ID, _ verb: TicketVerb, _ act: TicketAct, revision: Int, key: ID, title: String,
        draft: ID? = nil, owner: SignedIn?
    ) async -> Result<Acted<Ticket>, SubmitFailure> {
        await carryOut(
            .act(onTicket: id, verb, act, revision: revision), key: key, title: title, draft: draft,
            owner: owner)
    }
}
