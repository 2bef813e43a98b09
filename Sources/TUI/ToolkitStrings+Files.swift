import Forms

extension ToolkitStrings {
    // MARK: - Files

    public static let chooseFile = Phrase("Chọn tệp…", en: "Choose a file…")
    public static let addFile = Phrase("Thêm tệp…", en: "Add a file…")
    public static let readingFolder = Phrase("Đang đọc thư mục…", en: "Reading the folder…")
    public static let pathHint = Phrase(
        "Gõ một phần tên, hoặc đường dẫn như /home/…", en: "Part of a name, or a path like /home/…")
    public static let fileNotThere = Phrase(
        "Tệp chưa tải lên xong.", en: "The file has not been uploaded yet.")
    public static let filesUnsettled = Phrase(
        "Còn tệp chưa tải lên xong.", en: "Some files are not uploaded yet.")
    public static let filesUnsettledHint = Phrase(
        "Chờ tải xong, hoặc bỏ tệp bằng phím Del.", en: "Wait, or take the file out with Del.")
    public static let filesRefused = Phrase(
        "Có tệp không tải lên được.", en: "A file could not be uploaded.")
    public static let filesRefusedHint = Phrase(
        "Bỏ tệp bị lỗi bằng phím Del; cần thì chọn tệp khác.",
        en: "Take the failed file out with Del, and choose another if one is needed.")
    public static let filesHelp = Phrase(
        "Enter thêm hoặc xem tệp; Alt-W lưu về máy; Del bỏ tệp.",
        en: "Enter adds or views a file; Alt-W saves it; Del takes it out.")
    public static let wide = Phrase("Phóng, cả trang", en: "Wide, whole")
    public static let nextSheet = Phrase("Trang sau", en: "Next page")
    public static let previousSheet = Phrase("Trang trước", en: "Page before")
    public static func sheet(_ page: Int, of pages: Int) -> Phrase {
        Phrase("trang \(page)/\(pages)", en: "page \(page)/\(pages)")
    }

    public static let fileInterrupted = Phrase(
        "đã dừng giữa chừng; bỏ đi và chọn lại", en: "was stopped; take it out and choose it again")

    static func ticked(_ count: Int) -> Phrase {
        Phrase(
            "Đã đánh dấu \(count) tệp; Enter trên một tệp để nhận.",
            en: "\(count) ticked; Enter on a file takes them.")
    }

    public static func mostFiles(_ count: Int) -> Phrase {
        Phrase("Nhiều nhất \(count) tệp.", en: count == 1 ? "One file at most." : "At most \(count) files.")
    }

    public static func fileTooLarge(_ name: String, _ size: Int, most: Int) -> Phrase {
        let (given, allowed) = (bytes(size), bytes(most))
        return Phrase(
            "“\(name)” nặng \(given.vi), mỗi tệp nhiều nhất \(allowed.vi).",
            en: "“\(name)” has \(given.text(.en)); a file may have \(allowed.text(.en)).")
    }

    /// "PDF, JPEG hoặc PNG; mỗi tệp nhiều nhất 20 MiB; nhiều nhất 10 tệp." (eForm UP-1)
    static func files(_ rule: FileRule) -> Phrase {
        let size = bytes(rule.maxBytes)
        let count = rule.many ? max(1, rule.maxCount) : 1
        return Phrase(
            list(rule.types.map(\.name.vi), or: "hoặc") + "; mỗi tệp nhiều nhất \(size.vi); "
                + "nhiều nhất \(count) tệp.",
            en: list(rule.types.map { $0.name.text(.en) }, or: "or") + "; at most \(size.text(.en)) each; "
                + (count == 1 ? "one file." : "at most \(count) files."))
    }

    private static func list(_ names: [String], or word: String) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    static func fileState(_ state: ChosenFile.State) -> Phrase {
        switch state {
        case .hashing: Phrase("đang kiểm tra", en: "checking")
        case .uploading(let percent):
            Phrase(
                "đang tải lên \(min(max(0, percent), 100)) %", en: "uploading \(min(max(0, percent), 100)) %")
        case .done: Phrase("đã tải lên", en: "uploaded")
        case .failed(let reason):
            Phrase("lỗi: \(reason.vi)", en: "failed: \(reason.text(.en))")
        }
    }

    /// "512 B", "300 KiB", "1,2 MiB".
    public static func bytes(_ count: Int) -> Phrase {
        guard count >= 1024 else { return Phrase("\(max(0, count)) B") }
        guard count >= 1 << 20 else { return Phrase("\((count + 1023) / 1024) KiB") }
        let tenths = (count / 1024 * 10 + 1023) / 1024
        guard tenths % 10 != 0, tenths < 1000 else { return Phrase("\(grouped(tenths / 10)) MiB") }
        return Phrase("\(tenths / 10),\(tenths % 10) MiB", en: "\(tenths / 10).\(tenths % 10) MiB")
    }
}
