import Forms

/// Works out what a dossier costs.
public enum Fees {
    /// The most of one fee, and of pages in a copy, that is believed.
    public static let maximumQuantity = 10_000
    /// In đồng: what one of anything may cost. Times all quantities it stays far from what an Int holds.
    public static let maximumAmount = 10_000_000_000
    /// The most copies in one list.
    public static let maximumCopies = 1_000

    /// What is to be paid on a day.
    ///
    /// - A fee that the request does not name counts once; with 0 it is left out. A plain number for a fee by
    ///   page is one copy of so many pages.
    /// - An amount for the channel goes before the plain one; tiers go before both.
    /// - An exemption takes its percentage off every fee that knows it, rounded down to whole đồng, and the
    ///   line says so in the full words of the law.
    ///
    /// - Parameters:
    ///   - rules: The fees of the case, in all their versions.
    ///   - on: The day of acceptance: a fee counts by the version then in force.
    public static func quote(
        rules: [FeeRule], request: FeeQuoteRequest, on date: LocalDate
    ) throws(FeeError) -> FeeQuote {
        guard (1...3).contains(request.channel) else { throw .unknownChannel(request.channel) }
        let inForce = rules.filter { rule in
            rule.effectiveFrom <= date && rule.effectiveTo.map { date <= $0 } ?? true
        }
        for code in request.quantities.keys.sorted() where !inForce.contains(where: { $0.code == code }) {
            guard rules.contains(where: { $0.code == code }) else { throw .unknownFee(code) }
            throw .notInForce(code, on: date)
        }
        let exemption = try exemption(request.exemption, inForce)
        var lines: [FeeLine] = []
        for rule in newest(inForce) {
            let quantity = request.quantities[rule.code] ?? .count(1)
            if let line = try line(rule, quantity, channel: request.channel, exemption: exemption?.code) {
                lines.append(line)
            }
        }
        let applied = exemption.map {
            AppliedExemption(code: $0.code, name: $0.name, text: $0.text, evidence: $0.evidence)
        }
        return FeeQuote(lines: lines, total: lines.reduce(0) { $0 + $1.amount }, exemption: applied)
    }

    /// One rule for each code: the one that came into force last. The order of the codes is kept.
    private static func newest(_ rules: [FeeRule]) -> [FeeRule] {
        var result: [FeeRule] = []
        for rule in rules {
            if let index = result.firstIndex(where: { $0.code == rule.code }) {
                if rule.effectiveFrom > result[index].effectiveFrom { result[index] = rule }
            } else {
                result.append(rule)
            }
        }
        return result
    }

    private static func exemption(
        _ code: String?, _ rules: [FeeRule]
    ) throws(FeeError) -> FeeExemption? {
        guard let code, !code.isEmpty else { return nil }
        guard let exemption = rules.lazy.flatMap(\.exemptions).first(where: { $0.code == code }) else {
            throw .unknownExemption(code)
        }
        return exemption
    }

    /// Nil where nothing of the fee is asked for.
    private static func line(
        _ rule: FeeRule, _ quantity: FeeQuantity, channel: Int, exemption: String?
    ) throws(FeeError) -> FeeLine? {
        let copies = try pages(rule, quantity)
        guard !copies.isEmpty else { return nil }
        let isByPage = rule.tiers != nil || rule.per == "trang"
        let count: Int
        var amount = 0
        if isByPage {
            count = copies.reduce(0, +)
            for pages in copies { amount += capped(pageAmount(rule, pages, channel), rule.maximum) }
        } else {
            count = copies.count
            amount = capped(unitAmount(rule, channel), rule.maximum) * count
        }
        if rule.collect == .none { amount = 0 }
        let reduction = rule.exemptions.first { $0.code == exemption }
        if let reduction {
            let kept = 100 - min(max(reduction.percent, 0), 100)
            amount = amount / 100 * kept + amount % 100 * kept / 100
        }
        return FeeLine(
            feeCode: rule.code, name: rule.name, kind: rule.kind, quantity: count, amount: amount,
            basis: rule.basis, exemptionText: reduction?.text)
    }

    /// The pages of each copy; for a fee that is not by page, one entry for each.
    private static func pages(_ rule: FeeRule, _ quantity: FeeQuantity) throws(FeeError) -> [Int] {
        let code = rule.code
        let isByPage = rule.tiers != nil || rule.per == "trang"
        switch quantity {
        case .count(let count):
            guard count >= 0 else { throw .negative(code) }
            guard count <= maximumQuantity else {
                throw .tooLarge(code, maximumQuantity, Phrase(rule.per, en: rule.per))
            }
            if count == 0 { return [] }
            return isByPage ? [count] : Array(repeating: 1, count: count)
        case .pages(let copies):
            guard copies.count <= maximumCopies else {
                throw .tooLarge(code, maximumCopies, Phrase("bản", en: "copies"))
            }
            for pages in copies {
                guard pages >= 0 else { throw .negative(code) }
                guard pages > 0 else { throw .emptyCopy(code) }
                guard pages <= maximumQuantity else {
                    throw .tooLarge(code, maximumQuantity, Phrase("trang", en: "pages"))
                }
            }
            return copies
        }
    }

    private static func unitAmount(_ rule: FeeRule, _ channel: Int) -> Int {
        held(rule.channelAmounts?[String(channel)] ?? rule.amount)
    }

    /// What one copy costs: each page by the tier that its number falls in.
    private static func pageAmount(_ rule: FeeRule, _ pages: Int, _ channel: Int) -> Int {
        guard let tiers = rule.tiers else { return unitAmount(rule, channel) * pages }
        return tiers.reduce(0) { total, tier in
            let last = min(tier.to ?? pages, pages)
            let first = max(tier.from, 1)
            return total + max(0, last - first + 1) * held(tier.amount)
        }
    }

    /// Within 0 and ten thousand million đồng, so that no sum can overflow.
    private static func held(_ amount: Int) -> Int {
        min(max(amount, 0), maximumAmount)
    }

    private static func capped(_ amount: Int, _ maximum: Int?) -> Int {
        min(amount, maximum ?? amount)
    }
}
