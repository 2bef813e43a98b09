import Forms
import Models

extension Colleague {
    /// To choose from: who, with the account that tells him from others of his name, as what, and where, for those who see more than their own unit.
    func option(seenFrom own: UnitRef? = nil) -> Option {
        let position = position.map { ", " + $0 } ?? ""
        let place = unit.flatMap { own == nil || $0.code == own?.code ? nil : " · " + $0.name } ?? ""
        let account = account.map { " (\($0))" } ?? ""
        let label = Phrase(vi: name + account + position + place)
        guard isAway == true else { return Option(value: id, label: label) }
        return Option(value: id, label: Strings.HandOverAll.away(label.text(.vi)))
    }
}
