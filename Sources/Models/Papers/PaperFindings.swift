/// Gathers what keeps a paper from being printed.
struct PaperFindings {
    private(set) var issues: [SlipIssue] = []

    mutating func add(_ key: String, _ message: String) {
        issues.append(SlipIssue(pointer: "/" + key, message: message))
    }

    mutating func require(_ text: String, _ key: String, _ message: String) {
        if SlipText.cleaned(text) == nil { add(key, message) }
    }

    /// - Parameter limit: in bytes of UTF-8.
    mutating func bound(_ text: String, _ key: String, _ limit: Int = SlipDocument.Limit.textBytes) {
        if text.utf8.count > limit { add(key, "dài quá \(limit) byte") }
    }

    mutating func bound(_ count: Int, _ key: String, _ limit: Int = SlipDocument.Limit.entries) {
        if count > limit { add(key, "có quá \(limit) mục") }
    }

    mutating func check(code: String) {
        let limit = SlipDocument.Limit.codeLength
        if code.isEmpty || !Self.isPrintable(code) || code.utf8.count > limit {
            add(
                "code",
                "mã hồ sơ phải có 1 đến \(limit) chữ cái không dấu, chữ số hoặc dấu, không có khoảng trắng")
        }
    }

    mutating func check(lookupURL: String) {
        let limit = SlipDocument.Limit.urlLength
        let shaped = lookupURL.hasPrefix("https://") || lookupURL.hasPrefix("http://")
        if !shaped || !Self.isPrintable(lookupURL) || lookupURL.utf8.count > limit {
            add(
                "lookup_url",
                "địa chỉ tra cứu phải bắt đầu bằng https:// và có nhiều nhất \(limit) chữ không dấu")
        }
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
