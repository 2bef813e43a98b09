import APIClient
import Forms
import Models
import TUI

/// Page 3: the papers that were brought.
extension PlainIntake {
    mutating func askPapers() async -> Step {
        guard !screen.intake.papers.isEmpty else {
            plain.say(Strings.Papers.none)
            return .next
        }
        plain.say(Strings.Plain.papersHelp)
        var index = 0
        while screen.intake.papers.rows.indices.contains(index) {
            let row = screen.intake.papers.rows[index]
            let prompt = Strings.Plain.paper(
                index + 1, screen.intake.papers.rows.count, row.requirement.name,
                isRequired: row.requirement.required,
                needs: Strings.Papers.need(
                    row.neededOriginals, row.requirement.copies),
                has: (row.originals, row.copies))
            guard let line = await plain.console.ask(SafeText(prompt.text(language) + ": ")) else {
                return .stopped
            }
            let before = screen.intake.papers.submitted.filter { $0.code != row.requirement.code }
            func put(_ originals: Int, _ copies: Int) {
                var papers = PaperList(screen.intake.papers.rows.map(\.requirement))
                var documents = before
                if originals + copies > 0 {
                    documents.append(
                        SubmittedDocument(
                            code: row.requirement.code, name: row.requirement.name, originals: originals,
                            copies: copies, digitised: row.digitised))
                }
                papers.restore(documents)
                screen.intake.papers = papers
                screen.intake.suggestDecision()
            }
            switch line.trimmed {
            case "!": return .stopped
            case "<":
                guard index > 0 else { return .back }
                index -= 1
                continue
            case "?":
                plain.say(Strings.Plain.papersHelp)
                continue
            // Who is used to Enter must not have signed for a paper that was never handed over.
            case "": break
            case let text:
                guard let (originals, copies) = Self.counts(text, for: row.requirement) else {
                    plain.say(Strings.Plain.papersHelp)
                    continue
                }
                put(originals, copies)
            }
            let now = screen.intake.papers.rows[index]
            plain.say(
                now.isPresented && now.copies == 0
                    ? Strings.Papers.statePresented : Strings.Plain.noted(now.originals, now.copies))
            save()
            index += 1
        }
        let missing = screen.intake.papers.missing
        if missing.isEmpty {
            plain.say(Strings.Papers.complete(screen.intake.papers.required.count))
        } else {
            plain.say(Strings.Papers.missing(missing.count))
            for paper in missing { plain.console.say(SafeText("▲ " + paper.name)) }
        }
        return .next
    }

    /// "đủ" for as many as are asked for, else one number or two.
    private static func counts(
        _ text: String, for requirement: DocumentRequirement
    ) -> (originals: Int, copies: Int)? {
        let word = TextFold.fold(text)
        if word == "du" || word == "all" { return (requirement.originals, requirement.copies) }
        let numbers = text.split(separator: " ").map { Int($0) }
        guard (1...2).contains(numbers.count), let originals = numbers[0],
            let copies = numbers.count == 2 ? numbers[1] : 0,
            (0...PaperList.most).contains(originals), (0...PaperList.most).contains(copies)
        else { return nil }
        // One number by itself is of what is asked for.
        if numbers.count == 1, requirement.originals == 0, requirement.copies > 0 { return (0, originals) }
        return (originals, copies)
    }
}
