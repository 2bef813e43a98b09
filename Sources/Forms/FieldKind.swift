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
    case number(NumberRule)
    case money(NumberRule)
    /// Words only; it takes no answer.
    case note
}
