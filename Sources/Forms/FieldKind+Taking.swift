extension FieldKind {
    /// Whether every answer of another kind is also one of this: then one entry can stand for both.
    public func takes(_ other: FieldKind) -> Bool {
        switch (ExpressionType(self), ExpressionType(other)) {
        case (.rows, _), (_, .rows), (.unknown, _), (_, .unknown): false
        case (.choice(let own), .choice(let theirs)): theirs.isSubset(of: own)
        case (.text, .choice): true
        case (let own, let theirs): own == theirs
        }
    }
}
