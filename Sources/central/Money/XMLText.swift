/// XML in the making: elements are closed in the order in which they were opened, and texts can't break out of theirs.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var names: [String] = []

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        text += "<" + name
        for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
        text += ">"
        names.append(name)
    }

    mutating func close() {
        guard let name = names.popLast() else { return }
        text += "</\(name)>"
        if names.isEmpty { text += "\n" }
    }

    mutating func element(_ name: String, _ value: String) {
        text += value.isEmpty ? "<\(name)/>" : "<\(name)>\(Self.escaped(value))</\(name)>"
    }

    /// What XML 1.0 can't hold at all is left out.
    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            case "\t", "\n", "\r", " "...: result.unicodeScalars.append(scalar)
            default: break
            }
        }
        return result
    }
}
