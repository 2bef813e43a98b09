import Forms
import Models
import Testing

@Suite("Fees")
struct FeesTests {
    private static let start = LocalDate(epochDay: 20_089)  // 01/01/2025
    private static let today = LocalDate(epochDay: 20_780)  // 23/11/2026
    private static let poor = FeeExemption(
        code: "ho_ngheo", name: "Hộ nghèo",
        text: "Miễn lệ phí cho người thuộc hộ nghèo theo Điều 5 Thông tư 281/2016/TT-BTC.", percent: 100,
        evidence: "Giấy chứng nhận hộ nghèo")
    private static let half = FeeExemption(
        code: "nguoi_cao_tuoi", name: "Người cao tuổi", text: "Giảm 50% cho người cao tuổi.", percent: 50)

    private static func rule(
        _ code: String, _ kind: FeeKind = .lePhi, per: String = "bản", amount: Int,
        channels: [String: Int]? = nil, tiers: [FeeTier]? = nil, maximum: Int? = nil,
        exemptions: [FeeExemption] = [], collect: FeeCollection = .before, from: LocalDate = start,
        to: LocalDate? = nil
    ) -> FeeRule {
        FeeRule(
            code: code, name: code, kind: kind, per: per, amount: amount, channelAmounts: channels,
            tiers: tiers, maximum: maximum, exemptions: exemptions, basis: "TT 281/2016/TT-BTC",
            collect: collect, effectiveFrom: from, effectiveTo: to)
    }

    private static let extract = rule("trich_luc", amount: 8_000, exemptions: [poor, half])
    private static let residence = rule(
        "thuong_tru", per: "hồ sơ", amount: 20_000, channels: ["2": 10_000], exemptions: [poor])
    private static let copies = rule(
        "chung_thuc", .phi, per: "trang", amount: 2_000,
        tiers: [FeeTier(from: 1, to: 2, amount: 2_000), FeeTier(from: 3, amount: 1_000)], maximum: 200_000,
        exemptions: [half])

    private func quote(
        _ rules: [FeeRule], channel: Int = 1, _ quantities: [String: FeeQuantity] = [:],
        exemption: String? = nil, on date: LocalDate = today
    ) throws(FeeError) -> FeeQuote {
        try Fees.quote(
            rules: rules,
            request: FeeQuoteRequest(
                procedure: "p", caseCode: "c", channel: channel, quantities: quantities, exemption: exemption),
            on: date)
    }

    private static let amountRows: [(FeeRule, Int, FeeQuantity?, Int, Int)] = [
        (extract, 1, nil, 1, 8_000), (extract, 1, 2, 2, 16_000), (extract, 3, 10_000, 10_000, 80_000_000),
        (extract, 1, [1, 1, 1], 3, 24_000),
        (residence, 1, nil, 1, 20_000), (residence, 2, nil, 1, 10_000), (residence, 3, nil, 1, 20_000),
        (copies, 1, nil, 1, 2_000), (copies, 1, 1, 1, 2_000), (copies, 1, 2, 2, 4_000),
        (copies, 1, 3, 3, 5_000), (copies, 1, [2], 2, 4_000), (copies, 1, [3], 3, 5_000),
        (copies, 1, [10], 10, 12_000), (copies, 1, [198], 198, 200_000), (copies, 1, [199], 199, 200_000),
        (copies, 1, [500], 500, 200_000), (copies, 1, [3, 3], 6, 10_000),
        (copies, 1, [500, 500, 1], 1001, 402_000), (copies, 1, [12, 40], 52, 56_000),
        (rule("le", per: "trang", amount: 500), 1, [3, 4], 7, 3_500),
        (rule("le", per: "trang", amount: 500, maximum: 1_600), 1, [3, 4], 7, 3_100),
        (rule("mien_phi", amount: 0), 1, 3, 3, 0),
        (rule("khong_thu", amount: 5_000, collect: .none), 1, 3, 3, 0),
    ]

    @Test("Amounts by number, channel, page and copy", arguments: amountRows.indices)
    func amounts(_ index: Int) throws {
        let (rule, channel, quantity, count, amount) = Self.amountRows[index]
        let quote = try quote([rule], channel: channel, quantity.map { [rule.code: $0] } ?? [:])
        #expect(quote.lines.map(\.quantity) == [count])
        #expect(quote.total == amount)
        #expect(quote.lines.first?.basis == "TT 281/2016/TT-BTC")
    }

    @Test("Nothing asked for, nothing charged")
    func zero() throws {
        #expect(
            try quote([Self.extract, Self.residence], ["trich_luc": 0]).lines.map(\.feeCode) == ["thuong_tru"]
        )
        #expect(try quote([Self.copies], ["chung_thuc": []]).lines.isEmpty)
        #expect(try quote([]).total == 0)
    }

    @Test("An exemption shows its whole text and takes its percentage")
    func exemptions() throws {
        let free = try quote([Self.extract, Self.copies], ["trich_luc": 2], exemption: "ho_ngheo")
        #expect(free.lines.map(\.amount) == [0, 2_000])
        #expect(free.lines.map(\.exemptionText) == [Self.poor.text, nil])
        #expect(
            free.exemption
                == AppliedExemption(
                    code: "ho_ngheo", name: "Hộ nghèo", text: Self.poor.text,
                    evidence: "Giấy chứng nhận hộ nghèo"))
        let halved = try quote([Self.extract, Self.copies], ["chung_thuc": [3]], exemption: "nguoi_cao_tuoi")
        #expect(halved.lines.map(\.amount) == [4_000, 2_500])
        let odd = try quote(
            [Self.rule("le", amount: 333, exemptions: [Self.half])], exemption: "nguoi_cao_tuoi")
        #expect(odd.total == 166)
        #expect(try quote([Self.extract], exemption: "").exemption == nil)
    }

    @Test("The version in force on the day counts")
    func versions() throws {
        let before = Self.rule("x", amount: 1_000, from: Self.start, to: Self.today.adding(days: -1))
        let now = Self.rule("x", amount: 2_000, from: Self.today)
        #expect(try quote([before, now]).total == 2_000)
        #expect(try quote([before, now], on: Self.today.adding(days: -1)).total == 1_000)
        #expect(try quote([now], on: Self.start).lines.isEmpty)
        let open = Self.rule("x", amount: 1_500, from: Self.start)
        #expect(try quote([now, open]).total == 2_000)
    }

    private static let refused: [([String: FeeQuantity], Int, String?, FeeError.Code, String)] = [
        (["khac": 1], 1, nil, .unknownFee, "/quantities/khac"),
        (["a/b~c": 1], 1, nil, .unknownFee, "/quantities/a~1b~0c"),
        (["cu": 1], 1, nil, .notInForce, "/quantities/cu"),
        (["trich_luc": -1], 1, nil, .negativeQuantity, "/quantities/trich_luc"),
        (["trich_luc": 10_001], 1, nil, .tooLarge, "/quantities/trich_luc"),
        (["trich_luc": .count(.max)], 1, nil, .tooLarge, "/quantities/trich_luc"),
        (["chung_thuc": [3, -1]], 1, nil, .negativeQuantity, "/quantities/chung_thuc"),
        (["chung_thuc": [3, 0]], 1, nil, .emptyCopy, "/quantities/chung_thuc"),
        (["chung_thuc": [.max]], 1, nil, .tooLarge, "/quantities/chung_thuc"),
        (
            ["chung_thuc": .pages(Array(repeating: 1, count: 1001))], 1, nil, .tooLarge,
            "/quantities/chung_thuc"
        ),
        ([:], 1, "khong_co", .unknownExemption, "/exemption"),
        ([:], 0, nil, .unknownChannel, "/channel"), ([:], 4, nil, .unknownChannel, "/channel"),
    ]

    @Test("Bad requests are told apart", arguments: refused.indices)
    func refuses(_ index: Int) {
        let (quantities, channel, exemption, code, pointer) = Self.refused[index]
        let rules = [
            Self.extract, Self.copies, Self.rule("cu", amount: 1, to: Self.today.adding(days: -1)),
        ]
        let error = #expect(throws: FeeError.self) {
            try quote(rules, channel: channel, quantities, exemption: exemption)
        }
        #expect(error?.code == code)
        #expect(error?.pointer == pointer)
        #expect(error?.message.vi.isEmpty == false)
    }

    @Test("Absurd rules do not overflow")
    func absurd() throws {
        let rule = Self.rule(
            "x", per: "trang", amount: .max, tiers: [FeeTier(from: .min, to: .max, amount: .max)],
            exemptions: [Self.half])
        let pages = FeeQuantity.pages(Array(repeating: 10_000, count: 1_000))
        #expect(try quote([rule], ["x": pages], exemption: "nguoi_cao_tuoi").total > 0)
    }

    /// A rule as a data file has it.
    private static let written = """
        {"code": "trich_luc", "name": "Lệ phí", "kind": "le_phi", "per": "bản", "amount": 8000,
        "basis": "TT 281/2016/TT-BTC", "collect": "before", "effective_from": "2025-07-01"}
        """

    @Test("A rule as it is written")
    func decodes() throws {
        let rule = try StrictJSON.decode(FeeRule.self, from: Array(Self.written.utf8))
        #expect(rule.amount == 8_000 && rule.effectiveFrom.iso == "2025-07-01" && rule.effectiveTo == nil)
    }

    @Test(
        "A rule without effective date or basis, or with an amount that is no whole number, is refused at its place",
        arguments: [
            (#", "effective_from": "2025-07-01""#, "", "/effective_from"),
            (#""2025-07-01""#, #""2025-02-30""#, "/effective_from"),
            (#""2025-07-01""#, "null", "/effective_from"),
            (#""basis": "TT 281/2016/TT-BTC","#, "", "/basis"), ("8000", "8000.000000000000001", "/amount"),
            ("8000", "99999999999999999999", "/amount"), ("8000", #""8000""#, "/amount"),
            (#""before""#, #""sometimes""#, "/collect"),
            (#""collect""#, #""per_page": 1, "collect""#, "/per_page"),
        ])
    func refusesToDecode(_ part: String, _ other: String, _ pointer: String) throws {
        let text = Self.written.replacing(part, with: other)
        #expect(text != Self.written)
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(FeeRule.self, from: Array(text.utf8))
        }
        #expect(error?.pointer == pointer)
    }
}
