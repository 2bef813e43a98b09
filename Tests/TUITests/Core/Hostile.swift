/// Text that has done harm to terminals, and what is left of it.
enum Hostile {
    static let table: [(raw: String, shown: String)] = [
        // A window title, the clipboard, a link, a reset.
        ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
        ("\u{1B}]52;c;aGVsbG8=\u{7}", "␛]52;c;aGVsbG8=␇"),
        ("\u{1B}]8;;http://x\u{1B}\\y", "␛]8;;http://x␛\\y"),
        ("\u{1B}c", "␛c"),
        // Moves, colours, a request whose answer would be typed.
        ("\u{1B}[2J\u{1B}[1;1H", "␛[2J␛[1;1H"),
        ("\u{1B}[6n", "␛[6n"),
        ("\u{1B}P+q\u{1B}\\", "␛P+q␛\\"),
        // C1 as scalars.
        ("\u{9B}31m\u{9D}0;x\u{9C}", "�31m�0;x�"),
        // Controls.
        ("a\rb\u{8}c\u{0}d\u{7F}e\tf\ng", "a␍b␈c␀d␡e␉f␊g"),
        // Direction, zero width, tags, separators.
        ("\u{202E}gpj.exe\u{202C}", "�gpj.exe�"),
        ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{61C}", "�x����"),
        ("a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f", "a�b�c�d�e�f"),
        ("x\u{E0041}\u{E007F}", "x��"),
        ("a\u{2028}b\u{2029}c", "a�b�c"),
        ("soft\u{AD}hyphen", "soft�hyphen"),
        ("\u{3164}\u{115F}\u{FFA0}", "���"),
        // Private, unassigned, noncharacters.
        ("\u{E000}\u{10FFFD}\u{FFFE}\u{0378}", "����"),
        // Too many marks, marks without a base.
        ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
        ("\u{301}x", "\u{25CC}\u{301}x"),
        // Emoji sequences are shown as their base.
        ("👨‍👩‍👧‍👦!", "👨!"),
        ("👍🏽!", "👍!"),
        ("❤\u{FE0F}!", "❤!"),
    ]
}
