/// The look of every role.
public struct Theme: Sendable, Hashable {
    public let name: String
    private var styles: [Style]

    /// A theme in which the roles that `style` does not name look like plain text.
    public init(name: String, _ styles: [Role: Style]) {
        self.name = name
        let plain = styles[.text] ?? Style()
        self.styles = Role.allCases.map { styles[$0] ?? plain }
    }

    public func style(_ role: Role) -> Style {
        styles[role.index]
    }

    /// How a terminal with so many colours is told to show a role; attributes alone where it has fewer than
    /// eight, or none are wanted (NO_COLOR).
    func style(_ role: Role, colours: Int) -> Style {
        guard colours >= 8 else { return Theme.monochrome.style(role) }
        return style(role).reduced(to: colours).unreversed.keptLegible(colours: colours)
    }
}
