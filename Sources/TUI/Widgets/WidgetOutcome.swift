/// What a widget did with an input.
public enum WidgetOutcome: Hashable, Sendable {
    /// Nothing: the input means something to someone else.
    case ignored
    /// The cursor moved, a list opened: something to draw, no new value.
    case handled
    /// There is a new value.
    case changed
    /// The officer chose, or pressed.
    case accepted
    /// The officer closed it without choosing.
    case cancelled
    /// It was refused, in whole or in part; the widget's notice says why.
    case refused
}
