import Forms

/// What is wrong with a server's address, and what to write instead.
public enum AddressError: Error, Hashable, Sendable {
    case empty
    case noScheme(String)
    case unknownScheme(String)
    case plainToElsewhere(host: String)
    case noHost
    case badHost(String)
    case badPort(String)
    case badPath(String)
    case userInfo
    case query
    case controlCharacter
    case socketNotAbsolute
    case socketTooLong(Int)

    /// Stable, for programs and tests.
    public var code: String {
        switch self {
        case .empty: "address_empty"
        case .noScheme: "address_no_scheme"
        case .unknownScheme: "address_unknown_scheme"
        case .plainToElsewhere: "address_not_encrypted"
        case .noHost: "address_no_host"
        case .badHost: "address_bad_host"
        case .badPort: "address_bad_port"
        case .badPath: "address_bad_path"
        case .userInfo: "address_user_info"
        case .query: "address_query"
        case .controlCharacter: "address_control_character"
        case .socketNotAbsolute: "address_socket_not_absolute"
        case .socketTooLong: "address_socket_too_long"
        }
    }

    /// For the screen and for `desk --server`. Holds parts of what was typed, so show it as untrusted text.
    public var message: Phrase {
        switch self {
        case .empty:
            Phrase(
                vi: "Địa chỉ máy chủ còn trống. Ví dụ: https://motcua.example.gov.vn hoặc unix:/đường/dẫn.",
                en: "The server's address is empty. Write https://motcua.example.gov.vn or unix:/path.")
        case .noScheme(let text):
            Phrase(
                vi: "Địa chỉ máy chủ thiếu phần đầu. Hãy ghi https://\(text), hoặc unix:/đường/dẫn.",
                en: "The server's address has no beginning. Write https://\(text), or unix:/path.")
        case .unknownScheme(let scheme):
            Phrase(
                vi: "Không dùng được \(scheme)://. Địa chỉ máy chủ bắt đầu bằng https:// hoặc unix:.",
                en: "\(scheme):// cannot be used. A server's address begins with https:// or unix:.")
        case .plainToElsewhere(let host):
            Phrase(
                vi: "http:// không mã hóa, chỉ dùng được trên chính máy này. Hãy ghi https://\(host).",
                en: "http:// is not encrypted and works on this machine only. Write https://\(host).")
        case .noHost:
            Phrase(vi: "Địa chỉ máy chủ thiếu tên máy.", en: "The server's address has no host name.")
        case .badHost(let host):
            Phrase(
                vi:
                    "Tên máy chủ “\(host)” không hợp lệ: chỉ gồm chữ cái không dấu, chữ số, dấu chấm, dấu gạch.",
                en: "“\(host)” is no host name: letters without accents, digits, dots and hyphens only.")
        case .badPort(let port):
            Phrase(
                vi: "Cổng “\(port)” không hợp lệ: phải là số từ 1 đến 65535.",
                en: "“\(port)” is no port: a number from 1 to 65535.")
        case .badPath(let path):
            Phrase(
                vi: "Đường dẫn “\(path)” trong địa chỉ máy chủ có ký tự không dùng được.",
                en: "The path “\(path)” in the server's address has characters that cannot be used.")
        case .userInfo:
            Phrase(
                vi: "Không ghi tên hay mật khẩu vào địa chỉ máy chủ; chương trình hỏi khi đăng nhập.",
                en: "Leave name and password out of the server's address; the login asks for them.")
        case .query:
            Phrase(
                vi: "Địa chỉ máy chủ không có phần sau dấu ? hoặc #.",
                en: "A server's address has no part behind ? or #.")
        case .controlCharacter:
            Phrase(
                vi: "Địa chỉ máy chủ có ký tự điều khiển. Hãy gõ lại.",
                en: "The server's address holds a control character. Type it again.")
        case .socketNotAbsolute:
            Phrase(
                vi: "Sau unix: phải là đường dẫn đầy đủ, bắt đầu bằng dấu /.",
                en: "Behind unix: stands a whole path that begins with a slash.")
        case .socketTooLong(let most):
            Phrase(
                vi:
                    "Đường dẫn sau unix: dài quá \(most) byte, hệ điều hành không mở được. Hãy chọn nơi ngắn hơn.",
                en: "The path behind unix: is longer than the \(most) bytes that the system can open.")
        }
    }
}
