/// What no text of a form may hold, whatever its field.
public enum TextCheck {
    /// Marks on one letter beyond this are refused; Vietnamese needs two.
    static let maximumMarks = 4

    /// The first character that nobody sees (`HiddenCharacter`), control or unassigned character, or a letter buried
    /// under marks; nil for clean text. Line ends and tabs pass where lines are allowed.
    public static func check(_ text: String, lines: Bool = false) -> FieldIssue? {
        var marks = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            guard scalar.value >= 0x80 || scalar.value < 0x20 || scalar.value == 0x7F else {
                marks = 0
                continue
            }
            switch scalar.properties.generalCategory {
            case .control where lines && (scalar == "\n" || scalar == "\t"): marks = 0
            case _ where isRefused(scalar):
                return Messages.hiddenCharacter(scalar, at: index + 1)
            case .nonspacingMark, .enclosingMark, .spacingMark:
                marks += 1
                if marks > maximumMarks { return Messages.tooManyMarks(at: index + 1) }
            default: marks = 0
            }
        }
        return nil
    }

    /// Whether no text may hold the character, wherever it stands; line ends and tabs are for the caller to allow.
    public static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            true
        default: HiddenCharacter.contains(scalar)
        }
    }
}
