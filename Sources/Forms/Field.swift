/// One entry of a form.
public struct Field: Hashable, Sendable, Identifiable {
    /// Unique on the form (in a repeating group: in the group); the key of the answer.
    public var id: String
    public var label: Phrase
    public var kind: FieldKind
    public var required: Requirement
    public var visibleWhen: Expression?
    /// Stands below the field, always or while it has the focus (eForm G-3).
    public var help: Phrase?
    public var placeholder: Phrase?
    /// In columns.
    public var width: Int?
    /// Goes on to the next field when a fixed-length entry is full.
    public var autoAdvance: Bool
    public var initial: Answer?
    /// Whether F9 may take the last dossier's value.
    public var repeatable: Bool
    /// Names of the data that may fill this field in: `card.name`, `person.phone` … (eForm AF-1).
    public var sources: [String]
    /// Shown, never typed.
    public var locked: Bool
    /// Masked in lists and logs; never offered by F9.
    public var sensitive: Bool
    /// The field's value is always this; implies that it is not typed.
    public var computed: Expression?

    public init(
        id: String, label: Phrase, kind: FieldKind, required: Requirement = .never,
        visibleWhen: Expression? = nil, help: Phrase? = nil, placeholder: Phrase? = nil, width: Int? = nil,
        autoAdvance: Bool = false, initial: Answer? = nil, repeatable: Bool = false, sources: [String] = [],
        locked: Bool = false, sensitive: Bool = false, computed: Expression? = nil
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.required = required
        self.visibleWhen = visibleWhen
        self.help = help
        self.placeholder = placeholder
        self.width = width
        self.autoAdvance = autoAdvance
        self.initial = initial
        self.repeatable = repeatable
        self.sources = sources
        self.locked = locked
        self.sensitive = sensitive
        self.computed = computed
    }
}
