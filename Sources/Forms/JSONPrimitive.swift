/// The scalars that a JSON value can be, and how Vietnamese names them in an error.
protocol JSONPrimitive {
    static var jsonName: String { get }
    init?(json: JSONValue)
    var json: JSONValue? { get }
}

extension String: JSONPrimitive {
    static var jsonName: String { "chuỗi ký tự" }

    init?(json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self = text
    }

    var json: JSONValue? { .string(self) }
}

extension Bool: JSONPrimitive {
    static var jsonName: String { "true hoặc false" }

    init?(json: JSONValue) {
        guard case .bool(let flag) = json else { return nil }
        self = flag
    }

    var json: JSONValue? { .bool(self) }
}

extension JSONPrimitive where Self: FixedWidthInteger {
    static var jsonName: String { "số nguyên" }

    init?(json: JSONValue) {
        guard case .int(let number) = json else { return nil }
        self.init(exactly: number)
    }

    var json: JSONValue? { Int(exactly: self).map(JSONValue.int) }
}

extension Int: JSONPrimitive {}
extension Int8: JSONPrimitive {}
extension Int16: JSONPrimitive {}
extension Int32: JSONPrimitive {}
extension Int64: JSONPrimitive {}
extension UInt: JSONPrimitive {}
extension UInt8: JSONPrimitive {}
extension UInt16: JSONPrimitive {}
extension UInt32: JSONPrimitive {}
extension UInt64: JSONPrimitive {}

extension JSONPrimitive where Self: BinaryFloatingPoint {
    static var jsonName: String { "số" }

    init?(json: JSONValue) {
        switch json {
        case .int(let number): self.init(number)
        case .double(let number): self.init(number)
        default: return nil
        }
    }

    var json: JSONValue? { isFinite ? .double(Double(self)) : nil }
}

extension Double: JSONPrimitive {}
extension Float: JSONPrimitive {}
