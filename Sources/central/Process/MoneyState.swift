import Models

/// What is owed for a dossier and what has come in, as far as the engine has to know it.
///
/// Paid is only what the system itself has recorded (`payment_ok`); an officer's word is no payment. Where charges are
/// booked, the ledger says how it stands: it knows what was charged besides the quote. Before that, the history does.
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
    /// The last event that the ledger has followed: what it and those before it did is counted already.
    private var bookedThrough: Int?

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

    /// From the ledger: the quote with its amendments, what was asked for on the way, what an officer charged besides, less
    /// what was given back.
    ///
    /// - Parameters:
    ///   - balance: What the ledger says is owed.
    ///   - quote: As it is now; what of it is not booked yet is owed all the same.
    ///   - last: The last event of the history.
    init(charges: [Charge], balance: Int, quote: FeeQuote, through last: Int) {
        func sum(_ isMeant: (Charge) -> Bool) -> Int {
            charges.filter(isMeant).reduce(0) { $0 + $1.amount }
        }
        let quoted = quote.lines.reduce(0) { $0 + $1.amount }
        let unbooked = quoted - sum { $0.source == .quote || $0.source == .amendment }
        let charged = sum { _ in true }
        self.init(
            total: charged + unbooked, before: min(sum { $0.collect == .before }, charged + unbooked),
            isFree: quoted == 0 && sum { $0.source == .officer } == 0)
        paid = charged - balance
        bookedThrough = last
    }

    var owed: Int { max(demand - paid, 0) }

    /// As it stood before a payment that the ledger has already and the history is to be told of.
    func without(payment amount: Int) -> MoneyState {
        guard bookedThrough != nil else { return self }
        var money = self
        money.paid -= amount
        return money
    }

    /// What an event of the history did to it.
    mutating func apply(_ event: RoutingEvent) {
        if let bookedThrough, event.seq <= bookedThrough { return }
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
