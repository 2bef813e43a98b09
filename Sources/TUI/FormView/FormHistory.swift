/// Undo and redo over a whole form. Texts keep their own steps; here stands the order of all.
struct FormHistory: Sendable {
    indirect enum Step: Sendable {
        /// The text of this field has one step more; the value came from there before (undo) or does after (redo).
        case text(EntryID, FormEntry.Origin)
        /// A choice or a fill: the field as it was (undo) or will be (redo).
        case entry(EntryID, FormEntry)
        case insertedRow(group: Int, at: Int, FormRow)
        case removedRow(group: Int, at: Int, FormRow)
        /// Several at once: a card's scan fills many fields.
        case batch([Step])
    }

    static let depth = 500

    private(set) var done: [Step] = []
    private(set) var undone: [Step] = []

    mutating func record(_ step: Step) {
        if done.count == Self.depth { done.removeFirst() }
        done.append(step)
        undone.removeAll()
    }

    /// Makes one step of all that was recorded since there were `count`.
    mutating func join(since count: Int) {
        guard done.count > count + 1, count >= 0 else { return }
        let steps = Array(done[count...])
        done.removeSubrange(count...)
        done.append(.batch(steps))
    }

    mutating func popUndo() -> Step? { done.popLast() }
    mutating func popRedo() -> Step? { undone.popLast() }
    mutating func pushUndo(_ step: Step) { done.append(step) }
    mutating func pushRedo(_ step: Step) { undone.append(step) }
}
