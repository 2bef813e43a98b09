/// A pattern for whole texts, in a subset of the usual regular expressions.
///
/// Letters stand for themselves; `.`, `[a-z]`, `[^…]`, `\d`, `\w`, `\s`, `\p{L}` for classes; `( )`, `|`,
/// `?`, `*`, `+`, `{m}`, `{m,}`, `{m,n}` as usual. It always matches from the first character to the last, so
/// `^` at the start and `$` at the end change nothing. No captures, no references, no look-around: matching
/// takes time linear in the text, whatever pattern a form's author writes.
public struct Pattern: Sendable {
    /// Patterns that unfold to more states than this are refused.
    public static let maximumStates = 2000

    public let source: String
    private let steps: [Step]

    enum Step: Sendable {
        case match(CharacterClass)
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        case accept
    }

    public init(_ source: String) throws(PatternError) {
        var parser = PatternParser(source)
        let tree = try parser.parse()
        var compiler = Compiler()
        try compiler.add(tree)
        try compiler.append(.accept)
        self.source = source
        steps = compiler.steps
    }

    /// What each character may be held against.
    var stateCount: Int { steps.count }

    public func matches(_ text: String) -> Bool {
        var current = States(count: steps.count)
        var next = States(count: steps.count)
        add(0, to: &current)
        for scalar in text.unicodeScalars {
            next.removeAll()
            for index in current.list {
                if case .match(let characters) = steps[index], characters.contains(scalar) {
                    add(index + 1, to: &next)
                }
            }
            swap(&current, &next)
            if current.list.isEmpty { return false }
        }
        return current.list.contains { if case .accept = steps[$0] { true } else { false } }
    }

    private func add(_ start: Int, to states: inout States) {
        var waiting = [start]
        while let index = waiting.popLast() {
            guard states.insert(index) else { continue }
            switch steps[index] {
            case .split(let first, let second):
                waiting.append(second)
                waiting.append(first)
            case .jump(let target): waiting.append(target)
            case .match, .accept: break
            }
        }
    }

    private struct States {
        private var isMember: [Bool]
        private(set) var list: [Int] = []

        init(count: Int) {
            isMember = Array(repeating: false, count: count)
        }

        mutating func insert(_ index: Int) -> Bool {
            guard !isMember[index] else { return false }
            isMember[index] = true
            list.append(index)
            return true
        }

        mutating func removeAll() {
            for index in list { isMember[index] = false }
            list.removeAll(keepingCapacity: true)
        }
    }

    private struct Compiler {
        var steps: [Step] = []
        private var visits = 0

        mutating func append(_ step: Step) throws(PatternError) {
            guard steps.count < Pattern.maximumStates else {
                throw PatternError(message: "mẫu quá phức tạp")
            }
            steps.append(step)
        }

        mutating func add(_ node: PatternNode) throws(PatternError) {
            // Repeats of nothing, `((){255}){255}`, make no states but would take as long.
            visits += 1
            guard visits <= 10 * Pattern.maximumStates else {
                throw PatternError(message: "mẫu quá phức tạp")
            }
            switch node {
            case .characters(let characters): try append(.match(characters))
            case .sequence(let nodes):
                for node in nodes { try add(node) }
            case .choice(let nodes):
                var jumps: [Int] = []
                for (index, node) in nodes.enumerated() {
                    guard index < nodes.count - 1 else {
                        try add(node)
                        break
                    }
                    let split = steps.count
                    try append(.split(split + 1, split + 1))
                    try add(node)
                    jumps.append(steps.count)
                    try append(.jump(0))
                    steps[split] = .split(split + 1, steps.count)
                }
                for jump in jumps { steps[jump] = .jump(steps.count) }
            case .repeated(let node, let least, let most):
                for _ in 0..<least { try add(node) }
                if let most {
                    var splits: [Int] = []
                    for _ in least..<most {
                        splits.append(steps.count)
                        try append(.split(0, 0))
                        try add(node)
                    }
                    for split in splits { steps[split] = .split(split + 1, steps.count) }
                } else {
                    let split = steps.count
                    try append(.split(0, 0))
                    try add(node)
                    try append(.jump(split))
                    steps[split] = .split(split + 1, steps.count)
                }
            }
        }
    }
}
