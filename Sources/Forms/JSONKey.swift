/// A key that is exactly its text, or an index of a list.
struct JSONKey: CodingKey, Hashable {
    var stringValue: String
    var intValue: Int?

    init(_ text: String) {
        stringValue = text
    }

    init(_ index: Int) {
        stringValue = String(index)
        intValue = index
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        self.init(intValue)
    }
}
