/// E-mail addresses, in the plain form that people have: no quotes, no comments, ASCII only.
public enum EmailAddress {
    /// What is wrong with an address; nil for a good one. Time linear in its length.
    public static func check(_ text: String) -> FieldIssue? {
        let bytes = Array(text.utf8)
        guard bytes.count <= 254 else {
            return Messages.email(
                "Địa chỉ thư dài quá 254 ký tự.", "The address is longer than 254 characters.")
        }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            return Messages.email(
                "Địa chỉ thư viết không dấu và không có dấu cách.",
                "An address has no accents and no blanks.")
        }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            return parts.count < 2
                ? Messages.email("Địa chỉ thư thiếu dấu @.", "The address lacks an @.")
                : Messages.email("Địa chỉ thư chỉ có một dấu @.", "An address has only one @.")
        }
        guard isLocalPart(parts[0]) else {
            return Messages.email(
                "Phần trước dấu @ không hợp lệ.", "What stands before the @ is not valid.")
        }
        guard isDomain(parts[1]) else {
            return Messages.email(
                "Phần sau dấu @ không hợp lệ, phải có dạng vidu.vn.",
                "What stands after the @ is not valid: it must look like example.vn.")
        }
        return nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    private static func isLocalPart(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (1...64).contains(bytes.count) else { return false }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            atom in
            !atom.isEmpty && atom.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, top.count >= 2, top.contains(where: { $0 > 57 })
        else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
                && label.first != 0x2D && label.last != 0x2D
        }
    }
}
