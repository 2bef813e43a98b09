/// The tree of a parsed expression. Chains (`a and b and c`) are one node with many parts, so that its depth
/// is bounded by the parser's.
indirect enum ExpressionNode: Sendable {
    enum Comparison: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    case literal(Expression.Value)
    case field(String)
    case all([ExpressionNode])
    case any([ExpressionNode])
    case not(ExpressionNode)
    case compare(ExpressionNode, Comparison, ExpressionNode)
    case contained(ExpressionNode, in: [ExpressionNode])
    /// Terms with their sign; the first is always positive.
    case sum([(isNegative: Bool, term: ExpressionNode)])
    case product([ExpressionNode])
    case empty(ExpressionNode)
    case length(ExpressionNode)
    case age(ExpressionNode)
    case today
    case total(group: String, field: String)
    case count(group: String)
    /// The least or greatest of some values; of the rows of a group where `group` is named.
    case extreme(ofRows: String, field: String, isGreatest: Bool)
    case choose([ExpressionNode], isGreatest: Bool)
    /// The first or last end of a range.
    case end(ExpressionNode, isLast: Bool)

    func collect(into names: inout Set<String>) {
        switch self {
        case .literal, .today: break
        case .field(let name): names.insert(name)
        case .all(let parts), .any(let parts), .product(let parts), .choose(let parts, _):
            for part in parts { part.collect(into: &names) }
        case .not(let part), .empty(let part), .length(let part), .age(let part), .end(let part, _):
            part.collect(into: &names)
        case .compare(let left, _, let right):
            left.collect(into: &names)
            right.collect(into: &names)
        case .contained(let item, let list):
            item.collect(into: &names)
            for part in list { part.collect(into: &names) }
        case .sum(let terms):
            for term in terms { term.term.collect(into: &names) }
        case .total(let group, let field), .extreme(let group, let field, _):
            names.insert(group + "." + field)
        case .count(let group): names.insert(group)
        }
    }
}
