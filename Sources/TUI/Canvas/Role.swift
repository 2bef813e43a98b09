/// What a piece of the screen means. Code names meanings; a ``Theme`` gives each a colour *and* an attribute,
/// so that nothing is told by colour alone.
public enum Role: String, CaseIterable, Sendable {
    case text
    case dim
    case title
    case label
    /// The sign of a field that must be answered.
    case required
    case field
    case fieldFocused
    case placeholder
    /// A value that the system filled in, not the officer.
    case filled
    case error
    case warning
    case success
    case money
    case overdue
    case dueSoon
    /// The chosen row of a list.
    case selection
    /// The name of a key in the key bar and in help.
    case key
    case keyLabel
    case statusBar
    /// The sign of training mode.
    case training
    case border
    case borderFocused
    case button
    case buttonFocused
    case disabled
    case link
    case chart
    /// The piece of a text that a search found, or marked text.
    case match
    /// A tab or page that is open.
    case tab
    case tabSelected
    /// The ground of a dialog, which lies over the screen.
    case dialog

    /// The letter that stands for the role in ``Canvas/roles()``.
    public var letter: Character { Self.letters[index] }

    private static let letters = Array(".dTl*fFpi!wsmOoSkK-HbBuUxLcMtAD")

    /// The role's place in a theme; a table in the compiled code, because every cell asks for it.
    var index: Int {
        switch self {
        case .text: 0
        case .dim: 1
        case .title: 2
        case .label: 3
        case .required: 4
        case .field: 5
        case .fieldFocused: 6
        case .placeholder: 7
        case .filled: 8
        case .error: 9
        case .warning: 10
        case .success: 11
        case .money: 12
        case .overdue: 13
        case .dueSoon: 14
        case .selection: 15
        case .key: 16
        case .keyLabel: 17
        case .statusBar: 18
        case .training: 19
        case .border: 20
        case .borderFocused: 21
        case .button: 22
        case .buttonFocused: 23
        case .disabled: 24
        case .link: 25
        case .chart: 26
        case .match: 27
        case .tab: 28
        case .tabSelected: 29
        case .dialog: 30
        }
    }
}
