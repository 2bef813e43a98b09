extension Theme {
    /// The theme of a program that was told no other.
    public static let standard = dark

    /// The themes that need no file. `themes/*.toml` hold the same, for users to copy and change.
    public static let builtIn: [Theme] = [dark]

    static let dark = Theme(
        name: "dark",
        [
            .text: Style(),
            .dim: Style(.palette(248)),
            .title: Style(.palette(15), [.bold]),
            .label: Style(.palette(152)),
        ])
}

extension Style {
    init(_ foreground: Colour, _ attributes: Attributes) {
        self.init(foreground, on: .standard, attributes)
    }
}
