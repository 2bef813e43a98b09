import Testing

@testable import TUI

@Suite struct VIQRTests {
    private func expect(
        _ table: String, _ tones: TonePlacement = .old, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (keys, text) in TelexTests.pairs(table) {
            let typed = Typist.text(keys, .viqr, tones)
            #expect(typed == text, "\(keys)", sourceLocation: sourceLocation)
        }
    }

    @Test func everyVowelTakesEveryTone() {
        expect(
            #"""
            a'=á a`=à a?=ả a~=ã a.=ạ a(=ă a('=ắ a(`=ằ a(?=ẳ a(~=ẵ a(.=ặ a^=â a^'=ấ a^`=ầ a^?=ẩ a^~=ẫ a^.=ậ
            e'=é e`=è e?=ẻ e~=ẽ e.=ẹ e^=ê e^'=ế e^`=ề e^?=ể e^~=ễ e^.=ệ i'=í i`=ì i?=ỉ i~=ĩ i.=ị
            o'=ó o`=ò o?=ỏ o~=õ o.=ọ o^=ô o^'=ố o^`=ồ o^?=ổ o^~=ỗ o^.=ộ o+=ơ o+'=ớ o+`=ờ o+?=ở o+~=ỡ o+.=ợ
            u'=ú u`=ù u?=ủ u~=ũ u.=ụ u+=ư u+'=ứ u+`=ừ u+?=ử u+~=ữ u+.=ự y'=ý y`=ỳ y?=ỷ y~=ỹ y.=ỵ
            dd=đ DD=Đ Dd=Đ o*=ơ u*=ư
            """#)
    }

    @Test func words() {
        expect(
            #"""
            tie^'ng=tiếng tie^ng'=tiếng Vie^.t=Việt Vie^t.=Việt ngu+o+`i=người nguo+i`=người ddu+o+.c=được
            dduo+.c=được nguye^~n=nguyễn nguyen^~=nguyễn ddo^`ng=đồng DDO^`NG=ĐỒNG ho`a=hòa hoa`=hòa hoa`n=hoàn
            thu?y=thủy qua'=quá gia'=giá gi`=gì gie^'ng=giếng quo^'c=quốc tru+o+`ng=trường ha(.c=hặc
            hoa(.c=hoặc DDa('k=Đắk HDDND=HĐND
            """#)
        expect("ho`a=hoà hoa`=hoà khoe?=khoẻ thuy'=thuý", .modern)
    }

    @Test func aBackslashTakesTheNextKeyAsItIs() {
        for (keys, text) in [
            (#"co\."#, "co."), (#"a\^"#, "a^"), (#"d\d"#, "dd"), (#"kho^ng\?"#, "không?"), (#"\\"#, #"\"#),
            (#"C:\n"#, #"C:\n"#), (#"d\dang"#, "ddang"), (#"co' kho^ng\? Co'."#, "có không? Có."),
        ] {
            #expect(Typist.text(keys, .viqr) == text)
        }
    }

    @Test func signsOutsideWordsAreSigns() {
        expect(#"12.5=12.5 H26.1.5=H26.1.5 (a)=(a) '=' nha`.=nhà. ba?.=bả. sao`?=sào? TT.=TT. Wi-Fi=Wi-Fi"#)
        #expect(Typist.text("(Ha` No^.i)", .viqr) == "(Hà Nội)")
    }

    @Test func theSameKeyAgainTakesBack() {
        expect("a''=a' a^^=a^ o++=o+ a((=a( ddd=dd a..=a. tie^'ng'=tiếng'")
    }

    @Test func addressesPass() {
        expect("nguyen.van@moj.gov.vn=nguyen.van@moj.gov.vn hoa.le@x.vn=hoa.le@x.vn")
    }
}
