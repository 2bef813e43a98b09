import Forms

extension FormDraft {
    /// What differs from how the form began; nil where nothing does. A field that was emptied is among it, and of a
    /// repeating group all rows or none.
    public func changes(since base: FormDraft) -> FormDraft? {
        let (now, then) = (parts, base.parts)
        let names = Set(now.keys).union(then.keys).filter { name in
            !Self.isSame(now[name] ?? [:], then[name] ?? [:]) || rows[name] != base.rows[name]
        }
        let changedRows = Set(rows.keys).union(base.rows.keys).filter { rows[$0] != base.rows[$0] }
        guard !names.isEmpty || !changedRows.isEmpty else { return nil }
        var changes = self
        changes.entries = entries.filter { names.contains(Self.part(of: $0.pointer)) }
        // Rows come back with what stands in them alone; a field that stands once has to be told that it is empty.
        for name in names.sorted() where rows[name] == nil {
            for (pointer, entry) in then[name] ?? [:] where now[name]?[pointer] == nil {
                changes.entries.append(entry.emptied)
            }
        }
        let groups = names.union(changedRows)
        changes.rows = rows.filter { groups.contains($0.key) }
        return changes
    }

    /// With what has been changed meanwhile on top.
    public func overlaid(by newer: FormDraft) -> FormDraft {
        let taken = Set(newer.entries.map { Self.part(of: $0.pointer) }).union(newer.rows.keys)
        var merged = newer
        merged.entries = entries.filter { !taken.contains(Self.part(of: $0.pointer)) } + newer.entries
        merged.rows = rows.filter { !taken.contains($0.key) }.merging(newer.rows) { $1 }
        return merged
    }

    /// Whether both hold the same, wherever the focus stands.
    public func holdsSame(as other: FormDraft) -> Bool {
        rows == other.rows && entries == other.entries
    }

    /// The entries by the group that repeats, or by the field that stands once.
    private var parts: [String: [String: Entry]] {
        var parts: [String: [String: Entry]] = [:]
        for entry in entries { parts[Self.part(of: entry.pointer), default: [:]][entry.pointer] = entry }
        return parts
    }

    private static func part(of pointer: String) -> String {
        let path = FieldPath(pointer: pointer)
        return path?.group ?? path?.field ?? pointer
    }

    private static func isSame(_ now: [String: Entry], _ then: [String: Entry]) -> Bool {
        now.count == then.count
            && now.allSatisfy { pointer, entry in then[pointer].map { $0.holdsSame(as: entry) } ?? false }
    }
}

extension FormDraft.Entry {
    /// Who put it there is of no account.
    fileprivate func holdsSame(as other: FormDraft.Entry) -> Bool {
        text == other.text && chosen == other.chosen && answer == other.answer
    }

    /// The field with nothing in it.
    fileprivate var emptied: FormDraft.Entry {
        var entry = self
        entry.text = text.map { _ in "" }
        entry.chosen = chosen.map { _ in [] }
        if case .rows? = answer { entry.answer = .rows([]) }
        entry.source = nil
        entry.typed = true
        return entry
    }
}
