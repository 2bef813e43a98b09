/// Names of persons: letters of any script with their marks, blanks, apostrophes, hyphens and dots.
public enum PersonName {
    public static func check(_ text: String) -> FieldIssue? {
        if let issue = TextCheck.check(text) { return issue }
        for character in text {
            let isFine = character.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
                    || [" ", "'", "’", "-", "."].contains(scalar)
            }
            guard isFine else { return Messages.personName(character) }
        }
        return text.contains(where: \.isLetter) ? nil : Messages.personNameWithoutLetter
    }
}
