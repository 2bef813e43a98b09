/// Undo and redo of one text, grouped as a person would group them: by word and by kind of change.
public struct TextHistory: Hashable, Sendable {
    /// Older edits than this many are forgotten.
    public static let depth = 200

    private var done: [TextEdit] = []
    private var undone: [TextEdit] = []
    private var isOpen = false

    public init() {}

    public var canUndo: Bool { !done.isEmpty }
    /// How many steps were ever begun. Whoever keeps one history over many texts watches it grow.
    public private(set) var steps = 0

    public mutating func record(_ edit: TextEdit) {
        guard !edit.isEmpty else { return }
        undone.removeAll()
        if isOpen, let last = done.indices.last, done[last].merge(edit) {
            if done[last].isEmpty { done.removeLast() }
            return
        }
        if done.count == Self.depth { done.removeFirst() }
        done.append(edit)
        steps += 1
        isOpen = true
    }

    /// The step that was recorded last.
    var last: TextEdit? { done.last }

    /// Puts another step in the place of the last one; it stays open.
    mutating func replaceLast(_ edit: TextEdit) {
        guard !done.isEmpty else { return }
        done.removeLast()
        if !edit.isEmpty { done.append(edit) }
    }

    /// The next edit starts a step of its own, even if it touches the last one.
    public mutating func close() {
        isOpen = false
    }

    /// The change that takes back the last step.
    public mutating func undo() -> TextEdit? {
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        isOpen = false
        return edit.inverse
    }

    /// The change that does the last undone step again.
    public mutating func redo() -> TextEdit? {
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        isOpen = false
        return edit
    }
}
