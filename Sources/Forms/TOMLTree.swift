/// The tables of a TOML file while it is read: what may still be added to which.
struct TOMLTree {
    /// How a table came to be, which decides who may add to it.
    private enum Origin {
        /// By a header below it: its own header may still come, once.
        case implied
        /// By its header, or the root: keys of its section only.
        case header
        /// By a dotted key: keys beside that one only, and no header.
        case dotted
    }

    private enum Node {
        /// Whole: nothing may be added, also where it is a table written in one line.
        case value(TOMLValue)
        case table(TOMLTree)
        /// `[[name]]`: the last one may grow.
        case tables([TOMLTree])
    }

    private var origin: Origin
    private var nodes: [String: Node] = [:]

    init() {
        origin = .header
    }

    private init(_ origin: Origin) {
        self.origin = origin
    }

    var value: TOMLValue { .table(table) }

    var table: [String: TOMLValue] {
        nodes.mapValues { node in
            switch node {
            case .value(let value): value
            case .table(let table): table.value
            case .tables(let tables): .list(tables.map(\.value))
            }
        }
    }

    /// `[path]`, or `[[path]]`; false where the file has said something else of it before.
    mutating func open(_ path: ArraySlice<String>, isElement: Bool) -> Bool {
        guard let name = path.first else { return false }
        let rest = path.dropFirst()
        guard rest.isEmpty else { return descend(name, .implied) { $0.open(rest, isElement: isElement) } }
        switch nodes[name] {
        case nil: nodes[name] = isElement ? .tables([TOMLTree(.header)]) : .table(TOMLTree(.header))
        case .tables(let tables) where isElement: nodes[name] = .tables(tables + [TOMLTree(.header)])
        case .table(var table) where !isElement && table.origin == .implied:
            table.origin = .header
            nodes[name] = .table(table)
        default: return false
        }
        return true
    }

    /// Sets `key` in the section that `section`, a header, has opened; false where it is taken.
    mutating func set(
        _ key: ArraySlice<String>, in section: ArraySlice<String>, to value: TOMLValue
    ) -> Bool {
        if let name = section.first {
            return descend(name, .implied) { $0.set(key, in: section.dropFirst(), to: value) }
        }
        return set(key, to: value)
    }

    mutating func set(_ key: ArraySlice<String>, to value: TOMLValue) -> Bool {
        guard let name = key.first else { return false }
        let rest = key.dropFirst()
        guard rest.isEmpty else { return descend(name, .dotted) { $0.set(rest, to: value) } }
        guard nodes[name] == nil else { return false }
        nodes[name] = .value(value)
        return true
    }

    private mutating func descend(
        _ name: String, _ made: Origin, _ body: (inout TOMLTree) -> Bool
    ) -> Bool {
        switch nodes[name] {
        case nil:
            var table = TOMLTree(made)
            guard body(&table) else { return false }
            nodes[name] = .table(table)
        case .table(var table):
            // A dotted key adds to what dotted keys have made, a header to everything but that.
            guard made == .implied || table.origin == .dotted else { return false }
            guard body(&table) else { return false }
            nodes[name] = .table(table)
        case .tables(var tables):
            guard made == .implied, var last = tables.popLast(), body(&last) else { return false }
            nodes[name] = .tables(tables + [last])
        case .value: return false
        }
        return true
    }
}
