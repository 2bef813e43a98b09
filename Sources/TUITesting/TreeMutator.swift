import Forms

/// Breaks a form's definition where it means something: kinds, ids, bounds, conditions, parts that are missing or there
/// twice. What comes out is JSON always, so that linter and publishing are reached, and not the reader alone.
public struct TreeMutator {
    var chance: SeededGenerator

    public init(_ seed: UInt64) {
        chance = SeededGenerator(seed)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    private mutating func pick<T>(_ items: [T]) -> T { items[number(0...(items.count - 1))] }

    /// One to three changes.
    public mutating func mutated(_ value: JSONValue) -> JSONValue {
        var value = value
        for _ in 0..<number(1...3) {
            let paths = Self.paths(value)
            guard !paths.isEmpty else { return value }
            let path = pick(paths)
            let other = pick(paths)
            let there = Self.value(value, path)
            switch number(0...9) {
            case 0: value = Self.setting(value, path, to: nil)
            case 1: value = Self.setting(value, path, to: Self.value(value, other))
            case 2:
                if case .array(let items)? = there, let first = items.first {
                    value = Self.setting(value, path, to: .array(items + [first]))
                }
            default: value = Self.setting(value, path, to: changed(there, path.last))
            }
        }
        return value
    }

    private static let kinds = [
        "text", "password", "text_area", "radio", "checkbox", "checkboxes", "dropdown", "search", "date",
        "date_range", "time", "time_range", "number", "money", "slider", "spin_box", "files", "note", "glow",
    ]

    /// Something of the same type that means something else.
    private mutating func changed(_ value: JSONValue?, _ key: Step?) -> JSONValue {
        switch value {
        case .int: .int(pick([0, -1, 1, 2, 255, 256, 1000, Int.max, Int.min]))
        case .bool(let flag): .bool(!flag)
        case .string:
            switch key {
            case .key("type"): .string(pick(Self.kinds))
            case .key("pattern"): .string(pick(["(a*)*b", "[", "\\p{L}{1,999}", "a{9}{9}{9}", ""]))
            case .key("visible_when"), .key("required"), .key("holds"), .key("computed"):
                .string(
                    pick([
                        "ho_ten", "so_ban > 0", "so_ban == 'x'", "count(con)", "sum(con.tien) > 1", "not",
                        "empty(khong_co)", "1 / 0", String(repeating: "not ", count: 300) + "true",
                    ]))
            default:
                .string(
                    pick([
                        "", " ", "ho_ten", "so_ban", "con", "a b", "\u{202E}x",
                        String(repeating: "ệ", count: 300),
                        "provinces", "today", "2026-02-31",
                    ]))
            }
        case .array(let items): .array(items.reversed() + items)
        default: pick([.null, .int(1), .string("x"), .array([]), .object([:]), .double(0.5)])
        }
    }

    // MARK: - Places

    private enum Step: Equatable {
        case key(String)
        case index(Int)
    }

    private static func paths(_ value: JSONValue) -> [[Step]] {
        switch value {
        case .object(let members):
            members.keys.sorted().flatMap { key in
                [[.key(key)]] + (members[key].map(paths) ?? []).map { [.key(key)] + $0 }
            }
        case .array(let items):
            items.indices.flatMap { index in
                [[.index(index)]] + paths(items[index]).map { [.index(index)] + $0 }
            }
        default: []
        }
    }

    private static func value(_ value: JSONValue, _ path: [Step]) -> JSONValue? {
        guard let step = path.first else { return value }
        switch (step, value) {
        case (.key(let key), .object(let members)):
            return members[key].flatMap { self.value($0, Array(path.dropFirst())) }
        case (.index(let index), .array(let items)) where items.indices.contains(index):
            return self.value(items[index], Array(path.dropFirst()))
        default: return nil
        }
    }

    /// The tree with another value at a place; without it where that is nil.
    private static func setting(_ value: JSONValue, _ path: [Step], to new: JSONValue?) -> JSONValue {
        guard let step = path.first else { return new ?? value }
        let rest = Array(path.dropFirst())
        switch (step, value) {
        case (.key(let key), .object(var members)):
            members[key] = rest.isEmpty ? new : members[key].map { setting($0, rest, to: new) }
            return .object(members)
        case (.index(let index), .array(var items)) where items.indices.contains(index):
            if rest.isEmpty, new == nil {
                items.remove(at: index)
            } else {
                items[index] = rest.isEmpty ? new ?? items[index] : setting(items[index], rest, to: new)
            }
            return .array(items)
        default: return value
        }
    }
}
