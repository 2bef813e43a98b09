import APIClient
import Forms
import Models

extension Desk {
    /// Who takes money.
    var isCashier: Bool { me?.roles.contains("cashier") ?? false }

    /// Collects, or asks for a payment, once, whatever happens in between.
    ///
    /// - Parameters:
    ///   - key: Made when the officer began.
    ///   - owner: Who collects. It goes out in this officer's session or not at all.
    func pay(_ request: PaymentRequest, key: ID, title: String, owner: SignedIn?) async
        -> Result<Acted<Payment>, SubmitFailure>
    {
        await carryOut(key, owner: owner) { acts throws(ActError) in
            try await acts.pay(request, key: key, title: title)
        }
    }
}
