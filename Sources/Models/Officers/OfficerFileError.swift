import Forms

/// Why a file of officers can't be read at all, and what to do about it.
public enum OfficerFileError: Error, Hashable, Sendable, CaseIterable {
    case empty
    case utf16
    /// Vietnamese of an older Windows, or another code page.
    case codePage
    /// More than 20,000 lines.
    case tooLong

    public var words: Phrase {
        switch self {
        case .empty: Phrase("Tệp không có dòng nào.", en: "There is nothing in the file.")
        case .utf16:
            Phrase(
                "Tệp là UTF-16 (\"Unicode Text\"). Trong Excel chọn Lưu thành “CSV UTF-8”.",
                en: "The file is UTF-16. Save it as \"CSV UTF-8\" in Excel.")
        case .codePage:
            Phrase(
                "Tệp không phải UTF-8 (có thể là Windows-1258 hoặc TCVN3). Trong Excel chọn Lưu thành “CSV UTF-8”.",
                en:
                    "The file is not UTF-8 (Windows-1258 or TCVN3, perhaps). Save it as \"CSV UTF-8\" in Excel."
            )
        case .tooLong:
            Phrase(
                "Tệp có hơn \(OfficerFile.mostRows) dòng, hãy chia ra.",
                en: "More than \(OfficerFile.mostRows) lines: divide it.")
        }
    }
}
