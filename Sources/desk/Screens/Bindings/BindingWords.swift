import Forms
import Models
import TUI

/// Who is bound, in the few columns of a cell and in whole words.
enum BindingWords {
    /// The roles that steps have, in the order of a dossier's way.
    static let roles = ["reception", "review", "approval", "clerk", "cashier"]

    /// A cell of the matrix: all steps of a role.
    ///
    /// - Parameter gap: The sign of a step that nobody does, so that no colour alone tells of it.
    static func cell(
        _ row: BindingRow, _ role: String, in unit: UnitRef, gap: String, _ language: Language
    ) -> (text: String, isGap: Bool) {
        let cells = row.cells.filter { $0.role == role }
        guard !cells.isEmpty else { return ("", false) }
        let gaps = cells.count { $0.today.count == 0 }
        if gaps == cells.count { return (gap + " " + Strings.Bindings.nobody.text(language), true) }
        if gaps > 0 { return ("\(gap) \(gaps)/\(cells.count)", true) }
        var names: [String] = []
        for holder in cells.flatMap(\.holders) where holder.isAble {
            let name =
                holder.unit?.code == unit.code
                ? Strings.Bindings.ownUnit.text(language) : short(holder)
            if !names.contains(name) { names.append(name) }
        }
        return (names.joined(separator: ", "), false)
    }

    private static func short(_ holder: BindingHolder) -> String {
        if let unit = holder.unit { return UnitName.short(unit.name) }
        // The given name with the one before it.
        return (holder.officer?.name ?? "").split(separator: " ").suffix(2).joined(separator: " ")
    }

    /// One who is bound, whole: who, from when to when, within what time.
    static func whole(_ holder: BindingHolder, today: LocalDate, _ language: Language) -> String {
        var parts = [
            holder.officer.map(\.name)
                ?? Strings.Bindings.allOf(UnitName.short(holder.unit?.name ?? "")).text(language)
        ]
        if holder.effectiveFrom > today || holder.effectiveTo != nil {
            parts.append(Strings.Officers.days(holder.effectiveFrom, holder.effectiveTo).text(language))
        }
        if let time = holder.subDeadline { parts.append(Strings.Bindings.within(time).text(language)) }
        if !holder.isAble { parts.append(Strings.Bindings.unable.text(language)) }
        return parts.joined(separator: ", ")
    }

    static func all(_ holders: [BindingHolder], today: LocalDate, _ language: Language) -> String {
        holders.map { whole($0, today: today, language) }.joined(separator: "; ")
    }

    /// Whom a dossier gets to.
    static func arrival(_ arrival: BindingArrival, _ language: Language) -> String {
        guard arrival.count > 0 else { return Strings.Bindings.nobody.text(language) }
        let more = arrival.count - arrival.names.count
        return arrival.names.joined(separator: ", ")
            + (more > 0 ? " " + Strings.Bindings.more(more).text(language) : "")
    }
}
