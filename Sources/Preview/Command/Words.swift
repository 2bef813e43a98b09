/// Everything the program says.
enum Words {
    static let help = """
        Cách dùng: desk-preview TỆP|- [--columns CỘT] [--rows DÒNG] [--page TRANG]

        Thu nhỏ một ảnh (PNG, JPEG, TIFF) hoặc một trang PDF cho vừa màn hình chữ và ghi ra đầu ra chuẩn
        dưới dạng PPM (P6, 8 bit): mỗi ô chữ rộng một điểm ảnh và cao hai điểm ảnh. Dòng chú thích
        "# pages=N page=N source=RỘNGxCAO" cho biết số trang và cỡ gốc (điểm ảnh, hoặc điểm in với PDF).

          TỆP             tệp cần xem; - là đầu vào chuẩn
          --columns CỘT   số cột, từ 1 đến 500 (mặc định 80)
          --rows DÒNG     số dòng, từ 1 đến 500 (mặc định 24)
          --page TRANG    trang cần xem, từ 1 (mặc định 1)

        Mã thoát: 0 xong; 64 sai tùy chọn hoặc không có trang ấy; 65 tệp hỏng; 66 không đọc được tệp;
        69 không phải ảnh hay PDF; 70 lỗi thư viện; 74 lỗi ghi; 77 PDF có mật khẩu; 79 quá lớn.

        """

    static let seeHelp = "Xem cách dùng: desk-preview --help"

    static func unknownOption(_ option: String) -> String {
        "Không có tùy chọn \"\(clean(option))\". \(seeHelp)"
    }

    static func wrongNumber(_ option: String, _ range: ClosedRange<Int>) -> String {
        "\(clean(option)) phải là số từ \(range.lowerBound) đến \(range.upperBound). \(seeHelp)"
    }

    static let missingFile = "Thiếu tên tệp. \(seeHelp)"
    static let outputIsTerminal = "Không ghi ảnh thô ra màn hình. \(seeHelp)"
    static func unreadable(_ number: Int32) -> String { "Không đọc được tệp: lỗi hệ thống số \(number)." }
    static let empty = "Tệp rỗng."
    static func tooManyBytes(_ limit: Int) -> String {
        "Tệp lớn hơn \(limit >> 20) MiB nên không xem trước được."
    }
    static func tooManyPixels(_ limit: Int) -> String {
        "Ảnh có hơn \(limit / 1_000_000) triệu điểm nên không xem trước được."
    }
    static let unknownKind = "Không phải ảnh PNG, JPEG, TIFF hay PDF."
    static let damaged = "Tệp hỏng hoặc không đúng loại nên không xem trước được."
    static let locked = "PDF có mật khẩu nên không xem trước được."
    static func noPage(_ page: Int, of count: Int) -> String {
        "Không có trang \(page): tệp có \(count) trang."
    }
    static let software = "Thư viện vẽ ảnh bị lỗi."
    static let outputFailed = "Không ghi được ảnh ra đầu ra chuẩn."

    /// What an argument may do to a terminal is taken from it.
    static func clean(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(200) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
                scalars.append("□")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
