/// What kind of entry a field is, with the rule of that kind.
public indirect enum FieldKind: Hashable, Sendable {
    case text(TextRule)
    case password
    case textArea(TextAreaRule)
    case radio([Option])
    case checkbox
    case checkboxes([Option])
    /// `empty` is what an unanswered one reads: "Tất cả" or "Không" (eForm DD-1).
    case dropdown(OptionSource, multiple: Bool, empty: Phrase)
    case date(DateRule)
    /// Two days, `2026-01-01/2026-02-01`; the rule holds for both.
    case dateRange(DateRule)
    /// A time of day, `HH:MM`.
    case time(TimeRule)
    /// Two times of one day, `08:00/11:30`; the rule holds for both.
    case timeRange(TimeRule)
    case number(NumberRule)
    case money(NumberRule)
    /// A number on a scale (eForm SL-1).
    case slider(SliderRule)
    /// A number of a small range, typed or stepped (eForm SB-1): `min` and `max` are always there.
    case spinBox(NumberRule)
    /// One value of a source, found by typing (eForm SE-1); `popular` is offered while nothing is typed.
    case search(OptionSource, popular: [Option])
    /// Files by their SHA-256 (eForm UP-1); the answer is rows of `FileAnswer`.
    case files(FileRule)
    /// Words only; it takes no answer.
    case note
}

extension FieldKind {
    /// Where its choices come from; nil for a kind without choices to look up.
    public var source: OptionSource? {
        switch self {
        case .dropdown(let source, _, _), .search(let source, _): source
        default: nil
        }
    }
}
