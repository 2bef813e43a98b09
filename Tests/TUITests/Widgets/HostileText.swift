/// What citizens, partner systems and files may supply, and no screen may obey or be broken by.
enum HostileText {
    static let all: [String] = [
        "\u{1B}[2J\u{1B}]0;tiêu đề\u{7}",
        "\u{1B}]52;c;ZXZpbA==\u{1B}\\",
        "\u{9B}31mđỏ\u{9D}0;x\u{9C}",
        "Nguyễn\u{202E}nâV\u{202C} A",
        "\u{2066}x\u{2069}\u{200F}\u{061C}",
        "王小明・電話番号",
        "Nguye\u{302}\u{303}n Va\u{306}n Đu\u{31B}\u{301}c",
        "👨‍👩‍👧‍👦 gia đình 🏳️‍🌈",
        "a\u{200B}b\u{200D}c\u{FEFF}d\u{AD}e",
        "\u{E0041}\u{E0042}\u{E007F}",
        "a" + String(repeating: "\u{301}", count: 60),
        "dòng một\ndòng hai\r\nba\tbốn",
        "\u{2028}\u{2029}\u{85}\u{0}\u{7F}",
        "\u{E000}\u{F8FF}\u{FFFF}",
        String(repeating: "Nguyễn ", count: 1_430),
        "",
    ]
}
