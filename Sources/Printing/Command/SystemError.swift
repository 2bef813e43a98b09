import Glibc

/// What the system says of a failed call, in the words of a person at a desk.
struct SystemError: Error, Equatable {
    var number: Int32

    /// No space, over quota, or over the largest size a file may have: writing elsewhere or less helps.
    var isDiskFull: Bool {
        [ENOSPC, EDQUOT, EFBIG].contains(number)
    }

    var reason: String {
        switch number {
        case ENOENT: "không có thư mục này"
        case EACCES, EPERM: "không có quyền ghi ở đây"
        case EROFS: "ổ đĩa chỉ cho đọc"
        case ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục"
        case ENAMETOOLONG: "tên tệp quá dài"
        case EISDIR: "đây là một thư mục"
        case EPIPE: "chương trình nhận đã đóng"
        case EIO: "thiết bị lưu trữ bị lỗi"
        default: "lỗi hệ thống số \(number)"
        }
    }

    static func last() -> SystemError {
        SystemError(number: errno)
    }
}
