import Forms

/// A file's name as the answer of a file field has it: for people, never a path.
enum FileName {
    /// Characters that it may have.
    static let longest = 200

    /// The name in NFC, without controls and separators, its ending kept where it has to be cut.
    static func clean(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in Normalization.nfc(String(decoding: bytes, as: UTF8.self)).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                scalars.append("_")
            default: scalars.append(scalar == "/" || scalar == "\\" ? "_" : scalar)
            }
        }
        let name = String(scalars)
        guard name.unicodeScalars.count > longest else { return name.isEmpty ? "_" : name }
        let all = Array(name.unicodeScalars)
        let ending = all.lastIndex(of: ".").map { all[$0...] } ?? []
        guard ending.count <= 10 else { return string(all[..<longest]) }
        return string(all[..<(longest - ending.count)] + ending)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Normalization.nfc(String(view))
    }
}
