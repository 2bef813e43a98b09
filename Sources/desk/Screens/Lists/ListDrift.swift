import Forms
import Models

/// What others did to a list since it was loaded, for lists that are asked for anew when something happens.
///
/// Rows change in place, what went stays where it stood with a sign, and what came is only counted: no row and no bar
/// moves until the officer loads the list anew.
struct ListDrift: Sendable, Equatable {
    /// Many changes at once are one question, so many seconds after the first.
    static let pause = 0.3

    /// Rows that are not in the list any more.
    private(set) var gone: Set<ID> = []
    /// What is in the list and not shown.
    private(set) var arrived: Set<ID> = []

    mutating func reset() {
        gone = []
        arrived = []
    }

    /// - Parameters:
    ///   - fresh: The list's first rows as they are now.
    ///   - isWhole: They are all that there are; else what lies behind them is not known.
    mutating func apply<Item>(
        _ fresh: [Item], to items: inout [Item], isWhole: Bool, id: (Item) -> ID
    ) {
        let now = Dictionary(fresh.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(items.map(id))
        arrived = Set(now.keys).subtracting(known)
        gone = []
        let seen = isWhole ? items.count : max(0, fresh.count - arrived.count)
        for index in items.indices {
            if let item = now[id(items[index])] {
                items[index] = item
            } else if index < seen {
                gone.insert(id(items[index]))
            }
        }
    }

    /// What the officer is told beside the list; nil where nothing came.
    var sign: Phrase? { arrived.isEmpty ? nil : Strings.Reconciling.arrived(arrived.count) }
}
