import Forms

/// The runtime's own words.
enum RuntimeStrings {
    static let help = Phrase(vi: "Trợ giúp", en: "Help")
    static let helpText = Phrase(
        vi: "Cho xem các phím dùng được ở đây.", en: "Shows the keys that work here.")
    static let redraw = Phrase(vi: "Vẽ lại", en: "Redraw")
    static let redrawText = Phrase(vi: "Vẽ lại toàn màn hình.", en: "Draws the whole screen anew.")
    static let suspend = Phrase(vi: "Tạm dừng", en: "Suspend")
    static let suspendText = Phrase(
        vi: "Về dòng lệnh; gõ fg để quay lại.", en: "Back to the shell; type fg to return.")
    static let closeHelp = Phrase(vi: "Esc đóng   ↑↓ cuộn", en: "Esc close   ↑↓ scroll")

    static func pasteCut(_ language: Language) -> SafeText {
        SafeText(
            Phrase(
                vi: "Nội dung dán dài quá 64 KiB, phần sau đã bị bỏ.",
                en: "The pasted text is longer than 64 KiB; the rest was left out."
            ).text(language))
    }

    static func tooSmall(_ language: Language) -> SafeText {
        SafeText(
            Phrase(
                vi: "Cửa sổ nhỏ quá, cần 40×10.", en: "Window too small, 40×10 needed."
            ).text(language))
    }
}
