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
        func type(_ key: Character, _ text: String) -> Composition {
            composer.type(key, after: Array(text)[...])
        }
        #expect(type("t", "") == Composition(inserting: "t"))
        #expect(type("o", "t") == Composition(inserting: "o"))
        #expect(type("o", "to") == Composition(deleting: 1, inserting: "ô"))
        #expect(type("i", "tô") == Composition(inserting: "i"))
        #expect(type("s", "tôi") == Composition(deleting: 2, inserting: "ối"))
        #expect(type(" ", "tối") == Composition(inserting: " "))
    }

    @Test(arguments: [
        ("hoa", "f", "n", "hoà"), ("hoa", "f", "", "hòa"), ("toa", "s", "n học", "toá"),
        ("thu", "s", "y", "thú"),
        ("khuye", "s", "n", "khuyé"), ("ca", "s", "c", "cá"), ("ho", "f", "an", "hò"),
        ("to", "s", "án", "tó"),
    ])
    func theRestOfTheWordSaysWhereTheToneIs(text: String, key: String, rest: String, expected: String) {
        var composer = Composer(TypingOptions(method: .telex))
        var typed = Array(text)
        for key in key {
            let change = composer.type(key, after: typed[...], before: Array(rest)[...])
            typed.removeLast(change.deleting)
            typed += Array(change.inserting)
        }
        #expect(String(typed) == expected)
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
                let change = composer.type(key, after: text[..<cursor], before: text[cursor...])
                #expect(change.deleting >= 0 && change.deleting <= cursor)
                guard change.deleting <= cursor else { return }
                text.replaceSubrange(cursor - change.deleting..<cursor, with: Array(change.inserting))
                cursor += change.inserting.count - change.deleting
            }
        }
    }

    @Test func aWordWithoutEndIsBounded() {
        let word = String(repeating: "dduwowngf", count: 200)
        var typist = Typist(.telex)
        typist.type(word)
        #expect(typist.text.count <= word.count)
        #expect(typist.composer.keys.count <= TypedWord.limit)
    }

    /// A key after a million characters costs what it costs after a hundred.
    @Test func aKeyCostsTheSameInALongText() {
        func time(_ text: [Character]) -> Duration {
            let clock = ContinuousClock()
            return (0..<7).map { _ in
                clock.measure {
                    for _ in 0..<50 {
                        var composer = Composer(TypingOptions(method: .telex))
                        _ = composer.type("s", after: text[...])
                    }
                }
            }.min() ?? .zero
        }
        let words = Array("tieng viet ")
        let short = time(words + Array("toi"))
        let long = time(Array(repeating: words, count: 100_000).flatMap(\.self) + Array("toi"))
        // A cost that grew with the text would be thousands of times as high.
        #expect(long < short * 20 + .milliseconds(5))
    }
}
