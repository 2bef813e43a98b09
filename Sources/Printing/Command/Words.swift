import Models

/// Everything the program says, apart from the slips' own text (`SlipContent`).
enum Words {
    static let help = """
        Cách dùng: desk-print [--output TỆP [--no-clobber]] [--layout a5|a4] < phiếu.json
                   desk-print --declaration [--output TỆP [--no-clobber]] < tờ-khai.json
                   desk-print --register [--output TỆP [--no-clobber]] < sổ.json
                   desk-print --report [--output TỆP [--no-clobber]] < báo-cáo.json
                   desk-print --receipt [--output TỆP [--no-clobber]] [--layout a5|a4] < biên-lai.json
                   desk-print --receipt-summary [--output TỆP [--no-clobber]] < bảng.json
                   desk-print --manifest [--output TỆP [--no-clobber]] < bảng-kê.json
                   desk-print --labels [--output TỆP [--no-clobber]] [--layout a5|a4] < nhãn.json
                   desk-print --code < nội-dung
                   desk-print [--declaration|--register|--report|--receipt|--receipt-summary|--manifest|--labels] --preview [--width CỘT] < phiếu.json

        Đọc một phiếu (JSON) từ đầu vào chuẩn và in ra PDF: mẫu 01 đến 06.

          --declaration   đọc một tờ khai thay cho phiếu và in trên khổ A4
          --register      đọc một sổ theo dõi hồ sơ (mẫu 07) thay cho phiếu và in trên khổ A4 ngang
          --report        đọc một báo cáo kỳ thay cho phiếu và in trên khổ A4 ngang
          --receipt       đọc một biên lai, phiếu thu tạm hoặc phiếu chuyển khoản thay cho phiếu
          --receipt-summary  đọc bảng tổng hợp biên lai một ngày (01/TH-BLĐT) và in trên khổ A4 ngang
          --manifest      đọc một bảng kê bàn giao bưu gửi thay cho phiếu và in trên khổ A4 ngang
          --labels        đọc các bưu gửi và in nhãn, mỗi bưu gửi một trang có mã vạch Code 128
          --code          đọc một dòng chữ, ghi mã QR mức L của nó: mỗi ô đen là #, mỗi ô trắng là .
          --output TỆP    ghi PDF vào TỆP; không có, hoặc TỆP là -, thì ghi ra đầu ra chuẩn
          --no-clobber    không ghi đè: tên đã có thì thêm -2, -3 …; ghi tên đã dùng ra đầu ra chuẩn
          --layout a5     mỗi trang một tờ A5 (mặc định)
          --layout a4     hai trang A5 cạnh nhau trên tờ A4 ngang, cắt đôi ở giữa
          --preview       ghi phiếu ra dưới dạng chữ, không tạo PDF
          --width CỘT     số cột của bản xem trước, từ 20 đến 400 (mặc định 80)

        Mã thoát: 0 xong; 64 sai tùy chọn; 65 dữ liệu phiếu sai; 69 thiếu phông chữ;
        70 lỗi khi vẽ; 73 không tạo được tệp; 74 lỗi đọc, ghi hoặc đĩa đầy.

        """

    static let seeHelp = "Xem cách dùng: desk-print --help"

    static func unknownOption(_ option: String) -> String {
        "Không có tùy chọn \"\(SlipText.clean(option))\". \(seeHelp)"
    }

    static func missingValue(_ option: String) -> String {
        "Thiếu giá trị sau \(option). \(seeHelp)"
    }

    static let unknownLayout = "--layout chỉ nhận a5 hoặc a4. \(seeHelp)"
    static let layoutOfDeclaration = "Tờ khai và sổ luôn in trên khổ A4: không dùng --layout. \(seeHelp)"
    static let wrongWidth = "--width phải là số từ 20 đến 400. \(seeHelp)"
    static let inputIsTerminal = "Phiếu phải được đưa vào đầu vào chuẩn: desk-print < phiếu.json. \(seeHelp)"
    static let outputIsTerminal = "Không ghi PDF ra màn hình. Hãy dùng --output TỆP. \(seeHelp)"

    static let besideNeedsOutput = "--no-clobber cần có --output TỆP. \(seeHelp)"

    static func allNamesTaken(_ path: String, _ count: Int) -> String {
        "Đã có \(count) tệp mang tên \(SlipText.clean(path)) và -2, -3 … Hãy chọn nơi lưu khác."
    }

    static func inputTooLarge(_ bytes: Int) -> String {
        "Dữ liệu phiếu lớn hơn \(bytes / 1024) KiB nên không được đọc. Hãy bớt nội dung rồi in lại."
    }

    static let inputEmpty = "Không có dữ liệu phiếu ở đầu vào chuẩn."

    static func readFailed(_ reason: String) -> String {
        "Không đọc được dữ liệu phiếu: \(reason)."
    }

    static func badSlip(pointer: String, message: String) -> String {
        let place = pointer.isEmpty ? "" : " ở \(SlipText.clean(pointer))"
        return "Dữ liệu phiếu sai\(place): \(SlipText.clean(message))."
    }

    static func noFont(_ families: [String]) -> String {
        "Không có phông chữ đủ chữ tiếng Việt (\(families.joined(separator: ", "))). "
            + "Hãy cài gói fonts-liberation2 (hoặc fonts-liberation từ bản 2)."
    }

    static func drawingFailed(_ reason: String) -> String {
        "Không vẽ được phiếu: \(reason)."
    }

    static func barcodeFailed(_ reason: String) -> String {
        "Không tạo được mã vạch hoặc mã QR: \(reason)."
    }

    static func cannotCreate(_ path: String, _ reason: String) -> String {
        "Không tạo được tệp \(SlipText.clean(path)): \(reason). Hãy chọn nơi lưu khác."
    }

    static func notAFile(_ path: String) -> String {
        "\(SlipText.clean(path)) không phải là tệp thường nên không ghi đè. Hãy chọn tên khác."
    }

    static func writeFailed(_ reason: String) -> String {
        "Không ghi được phiếu: \(reason). Tệp cũ, nếu có, vẫn nguyên vẹn."
    }

    static let diskFull = "Đĩa đã đầy, phiếu chưa được ghi. Hãy dọn bớt hoặc chọn nơi lưu khác rồi in lại."

    /// Running text of the paper itself.
    static func page(_ number: Int, of count: Int) -> String { "Trang \(number)/\(count)" }
    static func formNumber(_ form: String) -> String { "Mẫu số \(form)" }
    static let originals = "Bản chính"
    static let copies = "Bản sao"
    static let scanForCode = "Quét mã QR để lấy mã hồ sơ."
    static let watermark = "TẬP HUẤN"
}
