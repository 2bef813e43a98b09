extension Expression {
    /// The same expression over a form whose fields and groups are called otherwise.
    ///
    /// - Parameter names: What each is called now; `group.field` in its parts. Others keep their names.
    public func renamed(_ names: [String: String]) throws(ExpressionError) -> Expression {
        let scalars = Array(source.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            switch scalar {
            case "'", "\"":
                let end = Self.endOfText(scalars, from: position)
                result.append(contentsOf: scalars[position..<end])
                position = end
            case "a"..."z", "A"..."Z", "_":
                let end = scalars[position...].firstIndex { !Self.isOfName($0) } ?? scalars.count
                let name = String(String.UnicodeScalarView(scalars[position..<end]))
                let next = scalars[end...].first { !$0.properties.isWhitespace }
                // What is called is no field.
                result.append(
                    contentsOf: (next == "(" ? name : Self.renamed(name, names)).unicodeScalars)
                position = end
            default:
                result.append(scalar)
                position += 1
            }
        }
        return try Expression(parsing: String(result))
    }

    private static func renamed(_ name: String, _ names: [String: String]) -> String {
        name.split(separator: ".", omittingEmptySubsequences: false)
            .map { names[String($0)] ?? String($0) }.joined(separator: ".")
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".": true
        default: false
        }
    }

    /// After the quote that closes the text which begins here.
    private static func endOfText(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var position = start + 1
        while position < scalars.count {
            if scalars[position] == scalars[start] { return position + 1 }
            position += scalars[position] == "\\" ? 2 : 1
        }
        return scalars.count
    }
}
