import Testing

@testable import TUI

/// Words of other languages, codes and addresses pass as they are typed.
@Suite struct ForeignTextTests {
    @Test(
        arguments: """
            windows Windows WINDOWS expressway software test Test TEST class classes Wi-Fi wifi web website www
            internet email e-mail online offline file files format form forms excel word PowerPoint Facebook
            Zalo zoom video radio logo internet server user users passport password pass visa taxi virus post
            text texts next express project process press address add adding middle different difference office
            issue error message current effect summary data photo moto canada Canada banana China USA USD EUR
            WTO WHO UNESCO ASEAN FDI OECD SWIFT MasterCard Samsung MoMo Microsoft Google Chrome Firefox Linux
            download upload update backup database desktop laptop keyboard printer scanner driver network
            router modem cable system access account service services customer number order orders product
            exit except expert export import transfer transport traffic street district ward state
            two twitter view new newest review fix fox flex florida first street school student
            basis crisis cases bases Texas Mexico London France Spain Brazil Africa
            H26.1.5 H26.1.5-260101-0001 x86 mp3 A4 F10 Ctrl-S https://www.moj.gov.vn www.moj.gov.vn
            AA123456 36AA-12345 AS400 OS-01 IS09 AF-1 UX-12 W-1 as_b user_as1 just less boss loss axis Paris here photos
            nguyenvanas@gmail.com as@x.vn hoaf@gmail.com support@moj.gov.vn a.b@jax.org
            """.split(whereSeparator: \.isWhitespace).map(String.init))
    func passesTelex(_ word: String) {
        #expect(Typist.text(word + " ", .telex) == word + " ")
    }

    @Test(
        arguments: """
            windows expressway software test class Wi-Fi H26.1.5 office server x86 mp3 b2b H26.1.5-260101-0001
            nguyenvana1990@gmail.com QL1A 12/3/2026 36A-12345 B52 TCVN6909
            """.split(whereSeparator: \.isWhitespace).map(String.init))
    func passesVNI(_ word: String) {
        #expect(Typist.text(word + " ", .vni) == word + " ")
    }

    @Test func whatIsNoSyllableComesBackAtItsEnd() {
        var typist = Typist(.telex)
        typist.type("data")
        #expect(String(typist.text) == "dât")
        typist.apply(typist.composer.finish(after: typist.text[...]))
        #expect(String(typist.text) == "data")
        // What is a syllable stays.
        typist = Typist(.telex)
        typist.type("dats")
        #expect(typist.composer.finish(after: typist.text[...]) == nil)
        #expect(String(typist.text) == "dát")
    }

    @Test func lettersOfTheAlphabetStandAlone() {
        for (keys, text) in [
            ("ddieemr dd ", "điểm đ "), ("aa, aw, ow, uow ", "â, ă, ơ, ươ "), ("toor oo ", "tổ ô "),
            ("TOOR5 LOO3 ", "TỔ5 LÔ3 "), ("NDD-CP DDC12 OO-TOO 5000dd ", "NĐ-CP ĐC12 Ô-TÔ 5000đ "),
        ] {
            #expect(Typist.text(keys, .telex) == text)
        }
    }

    @Test func withoutTheSpellCheckEveryMarkIsSet() {
        var typist = Typist(.telex)
        typist.composer.options.checksSpelling = false
        typist.type("Pleikus Jraais Bhwn caatf")
        #expect(String(typist.text) == "Pleikú Jrấi Bhưn cầt")
    }
}
