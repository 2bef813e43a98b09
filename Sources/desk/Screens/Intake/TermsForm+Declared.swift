import Forms
import Models

extension TermsForm {
    /// What the declaration says of each fee's quantity, where it says anything; the rows of its lists count
    /// together.
    static func declared(
        _ answers: Answers, on form: FormDefinition, fees: [FeeRule]
    ) -> [(fee: FeeRule, value: Answer)] {
        let groups = form.groups
        // Where a list counts copies, it is the list that counts: outside of it stands another matter.
        let scopes =
            groups.filter { $0.repeats != nil }.map { answers.rows($0.id) }.filter { !$0.isEmpty } + [
                [answers]
            ]
        func number(_ answers: Answers, _ fields: [String]) -> Int? {
            for field in fields { if case .number(let count)? = answers[field] { return count } }
            return nil
        }
        var found: [(FeeRule, Answer)] = []
        for fee in fees {
            switch quantity(of: fee) {
            case .one: break
            case .number:
                for rows in scopes {
                    let counts = rows.compactMap { number($0, countingFields(per: fee.per)) }
                    guard !counts.isEmpty else { continue }
                    found.append((fee, .number(min(counts.reduce(0, +), mostCopies))))
                    break
                }
            case .pages:
                for rows in scopes {
                    let copies = rows.compactMap { row -> (pages: Int, copies: Int)? in
                        guard let pages = number(row, ["so_trang"]), (1...9999).contains(pages) else {
                            return nil
                        }
                        return (pages, max(1, number(row, ["so_ban"]) ?? 1))
                    }
                    guard !copies.isEmpty else { continue }
                    found.append((fee, .text(pagesText(copies))))
                    break
                }
            }
        }
        return found
    }
}
