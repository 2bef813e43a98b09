/// A condition or a computed value in a form, in a small closed language.
///
/// ```
/// quan_he == 'me' and not empty(ngay_cuoi)
/// loai in ['a', 'b'] or age(ngay_sinh) >= 18
/// sum(con.so_tien) <= han_muc and count(con) > 0
/// ngay_tra > today() + 30
/// ```
/// Literals are whole numbers, quoted texts, `true`, `false` and `null`; names are fields. There are `==`,
/// `!=`, `<`, `<=`, `>`, `>=`, `in`, `not in`, `and`, `or`, `not`, `+`, `-`, `*`, and the functions `empty`,
/// `length`, `age`, `today`, `start`, `end`, `min`, `max`, `sum` and `count`. A date is a text `YYYY-MM-DD`, to
/// which days can be added; a time is a text `HH:MM`. `docs/forms.md` has the grammar.
///
/// There is no way to loop, recurse or reach anything but the answers: it ends in time linear in its own
/// length and the number of rows, and can't fail once it is read. What can't be said (an empty field in a
/// comparison of size, a text where a number belongs) is `null`, which spreads as in SQL. `==` and `!=` are
/// always true or false.
public struct Expression: Sendable {
    /// Longer sources are refused.
    public static let maximumLength = 2000
    /// Deeper nesting is refused.
    public static let maximumDepth = 32

    public let source: String
    let root: ExpressionNode

    public init(parsing source: String) throws(ExpressionError) {
        guard source.utf8.count <= Self.maximumLength * 4,
            source.unicodeScalars.count <= Self.maximumLength
        else {
            throw ExpressionError(
                column: 1, message: "biểu thức dài quá \(Self.maximumLength) ký tự")
        }
        var parser = ExpressionParser(source)
        root = try parser.parse()
        self.source = source
    }

    /// The names of the fields and groups it refers to; `group.field` for a sum.
    public var names: Set<String> {
        var names: Set<String> = []
        root.collect(into: &names)
        return names
    }

    /// - Parameters:
    ///   - answers: The answers of the form.
    ///   - row: The row that the expression is asked for in a repeating group; its fields come first.
    ///   - today: What `today()` says and `age(x)` counts to.
    public func evaluate(_ answers: Answers, row: Answers? = nil, today: LocalDate) -> Value {
        ExpressionScope(answers: answers, row: row, today: today).value(root)
    }

    /// Whether it is plainly true; `null` is not.
    public func isTrue(_ answers: Answers, row: Answers? = nil, today: LocalDate) -> Bool {
        evaluate(answers, row: row, today: today) == .bool(true)
    }
}

extension Expression: Hashable {
    public static func == (left: Expression, right: Expression) -> Bool {
        left.source == right.source
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
    }
}

extension Expression: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let source = try container.decode(String.self)
        do throws(ExpressionError) {
            try self.init(parsing: source)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "biểu thức sai ở " + error.description)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(source)
    }
}
