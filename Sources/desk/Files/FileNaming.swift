import Forms

/// Names of files that are made here.
enum FileNaming {
    /// A name in Vietnamese as a part of a file's name: `Quá hạn` is `qua-han`.
    static func stem(_ name: String) -> String {
        TextFold.words(TextFold.fold(name).filter(\.isASCII)).joined(separator: "-")
    }

    /// `paper.pdf`, `paper-2.pdf` …: a name that came from elsewhere is made one of a file in one folder first.
    static func numbered(_ name: String, _ number: Int) -> String {
        var safe = String(name.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        if safe.isEmpty || safe.hasPrefix(".") { safe = "tep" + safe }
        guard number > 1 else { return safe }
        guard let dot = safe.lastIndex(of: "."), dot > safe.startIndex else { return safe + "-\(number)" }
        return safe[..<dot] + "-\(number)" + safe[dot...]
    }
}
