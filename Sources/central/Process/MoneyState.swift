import Models

/// What is owed for a dossier and what has come in, as far as the engine has to know it.
///
/// Paid is only what the system itself has recorded (`payment_ok`); an officer's word is no payment.
struct MoneyState: Hashable, Sendable {
    /// In đồng, by the quote.
    var total: Int
    /// Of that, what has to be paid before the work begins.
    var before: Int
    /// Whether an exemption took the whole fee away, or none was ever charged.
    var isFree: Bool
    /// What has to be paid in all, payments that were asked for on the way included.
    private(set) var demand: Int
    private(set) var paid = 0

    init(total: Int, before: Int, isFree: Bool) {
        self.total = total
        self.before = before
        self.isFree = isFree
        demand = total
    }

    /// From a quote, by the rules of the procedure's version that say when each fee is collected.
    init(quote: FeeQuote, rules: [FeeRule]) {
        let late = Set(rules.filter { $0.collect != .before }.map(\.code))
        let before = quote.lines.filter { !late.contains($0.feeCode) }.reduce(0) { $0 + $1.amount }
        self.init(total: quote.total, before: min(before, quote.total), isFree: quote.total == 0)
    }

    var owed: Int { max(demand - paid, 0) }

    /// What an event of the history did to it.
    mutating func apply(_ event: RoutingEvent) {
        switch event.verb {
        case .requestPayment:
            if let amount = event.detail.amount { demand = max(demand, paid + amount) }
        // A payment without an amount was all that was owed.
        case .paymentOk: paid += event.detail.amount ?? owed
        default: break
        }
    }

    /// The state after a history.
    func after(_ events: [RoutingEvent]) -> MoneyState {
        var money = self
        for event in events { money.apply(event) }
        return money
    }
}
