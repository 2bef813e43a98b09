import APIClient
import Forms
import Models

extension Desk {
    /// Who takes money.
    var isCashier: Bool { me?.roles.contains("cashier") ?? false }

    /// Who may look at a unit's receipts and drawers, and close a drawer that another one kept.
    var overseesMoney: Bool { isCashier || me?.roles.contains("approval") ?? false }

    /// Collects, or asks for a payment, once, whatever happens in between. Where the outcome of an earlier try for the
    /// same dossier is not known, that one is settled first: its key is taken, so that nobody pays twice.
    ///
    /// - Parameters:
    ///   - key: Made when the officer began.
    ///   - owner: Who collects. It goes out in this officer's session or not at all.
    func pay(_ request: PaymentRequest, key: ID, title: String, draft: ID? = nil, owner: SignedIn?) async
        -> Result<Acted<Payment>, SubmitFailure>
    {
        let key = openPayment(of: request.dossier, owner: owner)?.key ?? key
        return await carryOut(.pay(request), key: key, title: title, draft: draft, owner: owner)
    }

    /// The act that collects for a dossier and whose outcome is not known. Reads the disk: call it from an effect.
    func openPayment(of dossier: ID, owner: SignedIn?) -> Intent? {
        // Where the disk can't be read the act is not recorded either, and that is said.
        let pending = (try? owner?.acts.pending()) ?? []
        return pending.first { intent in
            guard intent.operation == Acts.paying,
                let request = try? LenientJSON.decode(PaymentRequest.self, from: Array(intent.body.utf8))
            else { return false }
            return request.dossier == dossier
        }
    }

    /// Notes a print of a receipt before the paper comes out: the answer says whether it is a reprint.
    func recordPrint(receipt: Receipt, key: ID, owner: SignedIn?) async -> Result<
        Acted<Receipt>, SubmitFailure
    > {
        let title = Strings.Receipts.printTitle(SlipContent.receiptNumber(receipt.number))
        return await carryOut(.recordPrint(receipt: receipt.id), key: key, title: title, owner: owner)
    }
}
