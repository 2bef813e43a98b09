/// A key that is exactly its text, or an index of a list.
struct JSONKey: CodingKey, Hashable {
    private let name: String
    let intValue: Int?

    init(_ text: String) {
        name = text
        intValue = nil
    }

    /// The text of an index is made only when somebody asks: most are never looked at.
    init(_ index: Int) {
        name = ""
        intValue = index
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        self.init(intValue)
    }

    var stringValue: String {
        intValue.map { String($0) } ?? name
    }
}
