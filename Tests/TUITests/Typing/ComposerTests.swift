import Forms
import Testing

@testable import TUI

/// The composer between words, in words that stand there already, and with keys that nobody foresaw.
@Suite struct ComposerTests {
    @Test(arguments: [
        ("hoà", "n", "hoàn"), ("hòa", "n", "hoàn"), ("hoa", "f", "hòa"), ("nguyên", "x", "nguyễn"),
        ("nguyen", "xe", "nguyễn"), ("được", "z", "đươc"), ("đươc", "j", "được"), ("án", "s", "ans"),
        ("â", "a", "aa"), ("đ", "d", "dd"), ("tiếng", "f", "tiềng"), ("VIỆ", "T", "VIỆT"),
        ("dat", "d", "đat"),
        ("Thủ tục hoa", "f", "Thủ tục hòa"), ("việt", "s", "viết"), ("cần", "s", "cấn"),
        ("chưa", "w", "chuaw"),
        ("test", "s", "tests"), ("windows", "s", "windowss"), ("café", "s", "cafés"), ("muốn", "w", "mướn"),
    ])
    func goesOnInAWordThatStandsThere(text: String, keys: String, expected: String) {
        var typist = Typist(.telex, text: text)
        typist.type(keys)
        #expect(String(typist.text) == expected)
    }

    @Test(arguments: [
        ("hoafn⌫", "hoà"), ("hoafn⌫i", "hoài"), ("tieengs⌫⌫", "tiế"), ("tieengs⌫⌫t", "tiết"), ("as⌫s", "s"),
        ("ass⌫s", "á"), ("tesst⌫⌫f", "tè"), ("windows⌫⌫⌫⌫⌫⌫⌫dd", "đ"), ("dduowcj⌫⌫", "đư"),
        ("dduowcj⌫⌫owng", "đương"), ("nguwowif⌫n", "ngườn"), ("texts⌫⌫", "tex"), ("a⌫⌫⌫", ""),
    ])
    func goesOnAfterBackspace(keys: String, expected: String) {
        #expect(Typist.text(keys, .telex) == expected)
    }

    @Test func aKeyChangesAsLittleAsItCan() {
        var composer = Composer(TypingOptions(method: .telex))
        #expect(composer.type("t", after: "") == Composition(inserting: "t"))
        #expect(composer.type("o", after: "t") == Composition(inserting: "o"))
        #expect(composer.type("o", after: "to") == Composition(deleting: 1, inserting: "ô"))
        #expect(composer.type("i", after: "tô") == Composition(inserting: "i"))
        #expect(composer.type("s", after: "tôi") == Composition(deleting: 2, inserting: "ối"))
        #expect(composer.type(" ", after: "tối") == Composition(inserting: " "))
    }

    @Test func offDoesNothing() {
        #expect(Typist.text("tieengs Vieejt dd ww 12", .off) == "tieengs Vieejt dd ww 12")
    }

    @Test func lettersThatAreNoKeysPass() {
        #expect(Typist.text("ñs éy tiếngs 漢字 s", .telex) == "ñs éy tiếngs 漢字 s")
        var typist = Typist(.telex)
        // The terminal's own method has composed already; the built-in one leaves it alone.
        typist.type("Nguyễn Thị Hồng Ánh")
        #expect(String(typist.text) == "Nguyễn Thị Hồng Ánh")
    }

    @Test func theKeysComeBackOnDemand() {
        var typist = Typist(.telex)
        typist.type("hoaf")
        #expect(typist.composer.keys == "hoaf")
        typist.apply(typist.composer.restore(after: typist.text[...]))
        #expect(String(typist.text) == "hoaf")
        typist.type("n")
        #expect(String(typist.text) == "hoafn")
    }

    @Test func anotherMethodBeginsAnew() {
        var typist = Typist(.telex)
        typist.type("toi")
        typist.composer.options.method = .vni
        typist.type("61")
        #expect(String(typist.text) == "tối")
    }

    // MARK: - Whatever is typed

    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    /// Each word's keys are kept, and come back exactly; the text stays in NFC and grows by no more than what
    /// was typed.
    @Test(arguments: [InputMethod.telex, .vni, .viqr])
    func whateverIsTypedCanBeHadBack(_ method: InputMethod) {
        var dice = Dice(state: 7)
        let letters = Array("aeiouydwsfrxjzngthcmpqbvklAEDWOU")
        let digits = method == .vni ? Array("0123456789") : []
        for round in 0..<20_000 {
            var typist = Typist(method)
            var word = ""
            for index in 0..<Int.random(in: 1...14, using: &dice) {
                let key = (index == 0 ? letters : letters + digits).randomElement(using: &dice) ?? "a"
                word.append(key)
                typist.type(String(key))
                #expect(typist.text.count <= word.count)
            }
            #expect(Normalization.isNFC(String(typist.text)))
            #expect(typist.composer.keys == word, "round \(round)")
            typist.apply(typist.composer.restore(after: typist.text[...]))
            #expect(String(typist.text) == word, "round \(round)")
        }
    }

    /// Any character of any script, cut anywhere, with the cursor anywhere.
    @Test(arguments: [InputMethod.telex, .vni, .viqr])
    func nothingTypedCanHurt(_ method: InputMethod) {
        var dice = Dice(state: 11)
        let keys = Array("aeoudwsfrxjz0123456789'`?~.^(+*\\ @/-ạđƠ漢é\u{301}👍🏽\n")
        for _ in 0..<3_000 {
            var composer = Composer(TypingOptions(method: method))
            var text: [Character] = []
            var cursor = 0
            for _ in 0..<30 {
                if Int.random(in: 0..<8, using: &dice) == 0 {
                    cursor = Int.random(in: 0...text.count, using: &dice)
                }
                guard let key = keys.randomElement(using: &dice) else { continue }
                let change = composer.type(key, after: text[..<cursor])
                #expect(change.deleting >= 0 && change.deleting <= cursor)
                guard change.deleting <= cursor else { return }
                text.replaceSubrange(cursor - change.deleting..<cursor, with: Array(change.inserting))
                cursor += change.inserting.count - change.deleting
            }
        }
    }

    @Test func aWordWithoutEndCostsNoMore() {
        let word = String(repeating: "dduwowngf", count: 2_000)
        let clock = ContinuousClock()
        var typist = Typist(.telex)
        let time = clock.measure { typist.type(word) }
        #expect(typist.text.count <= word.count)
        #expect(time < .seconds(5))
        #expect(typist.composer.keys.count <= TypedWord.limit)
    }
}
