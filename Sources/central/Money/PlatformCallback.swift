import Forms
import Models

/// A message of the payment platform: it may come twice, late, or after a later one.
///
/// Paid is the last word whatever was said before it; nothing that comes after takes it back. Money that fits no payment
/// is kept as somebody's work, and refused as this payment. An unknown outcome leaves the payment where it is: it is no
/// failure, and nothing else is collected meanwhile.
struct PlatformCallback: Sendable {
    static let platform = "dvcqg"

    let central: Central
    let call: Call

    init(_ call: Call, _ central: Central) {
        self.central = central
        self.call = call
    }

    func perform() async throws -> Reply {
        let message = try PlatformMessage(try RequestBody.parse(call.body))
        guard let key = central.platformKey, message.isSigned(with: key) else {
            throw ProblemError(.badSignature)
        }
        let found = try await central.store.read { [seal = central.seal] in
            try PaymentTable.find($0, lookupCode: message.lookupCode, seal: seal)
        }
        var ground: MoneyGround?
        if let found {
            ground = try await MoneyGround(ofDossier: found.payment.dossier, central, on: call.today)
        }
        let problem = try await central.store.write { [ground] database in
            let book = Bookkeeping(call, central, officer: nil)
            return try book.hear(
                database, message, found?.payment.id, debtor: ground?.debtor(database, seal: central.seal)
            ) { payment in
                if let ground { try book.tell(database, payment, ground, central) }
            }
        }
        if let found { central.inboxCounter.noteAct(in: found.payment.unit.code) }
        if let problem { throw ProblemError(problem) }
        return try .json(object: ["error_code": .int(0), "message": .string("OK")])
    }
}
