import Forms

extension Strings {
    /// Files: choosing, sending, fetching, looking at and scanning them.
    enum Files {
        static let vanished = say(
            "Tệp không còn ở đó. Hãy chọn lại.", "The file is not there any more. Choose again.")
        static let denied = say(
            "Không có quyền đọc tệp này, hoặc ghi vào thư mục này.",
            "No right to read this file, or to write into this folder.")
        static let folder = say("Đây là một thư mục, không phải tệp.", "This is a folder, not a file.")
        static let notAFile = say("Đây không phải là tệp thường.", "This is not an ordinary file.")
        static let empty = say("Tệp rỗng.", "The file is empty.")
        static func tooLarge(_ size: Int, _ limit: Int) -> Phrase {
            say(
                "Tệp có \(bytes(size)), ở đây nhận nhiều nhất \(bytes(limit)). Hãy quét lại với độ phân giải thấp hơn.",
                "The file has \(bytes(size)); at most \(bytes(limit)) are taken. Scan it again at a lower resolution."
            )
        }
        static let shrank = say(
            "Tệp bị ngắn đi trong lúc đọc. Hãy đợi chương trình khác ghi xong rồi chọn lại.",
            "The file became shorter while it was read. Let the other program finish, then choose it again.")
        static let grew = say(
            "Tệp dài thêm trong lúc đọc. Hãy đợi chương trình khác ghi xong rồi chọn lại.",
            "The file became longer while it was read. Let the other program finish, then choose it again.")
        static let changed = say(
            "Tệp bị thay đổi trong lúc đọc. Hãy chọn lại.",
            "The file was changed while it was read. Choose it again.")
        static let unknownType = say(
            "Nội dung tệp không phải PDF, JPEG, PNG, TIFF hay văn bản thuần, dù tên tệp là gì.",
            "The content is no PDF, JPEG, PNG, TIFF or plain text, whatever the file is called.")
        static func misnamed(_ name: Phrase, _ content: Phrase) -> Phrase {
            say(
                "Tên tệp ghi là \(name.text(.vi)) nhưng nội dung là \(content.text(.vi)). Hãy kiểm tra rồi đổi tên cho đúng.",
                "The name says \(name.text(.en)), but the content is \(content.text(.en)). Check it and rename it."
            )
        }
        static func unwantedType(_ found: Phrase, _ wanted: [Phrase]) -> Phrase {
            say(
                "Tệp là \(found.text(.vi)), ở đây chỉ nhận \(wanted.map { $0.text(.vi) }.joined(separator: ", ")).",
                "The file is \(found.text(.en)); only \(wanted.map { $0.text(.en) }.joined(separator: ", ")) is taken here."
            )
        }
        static let exists = say(
            "Đã có tệp mang tên này; tệp cũ được giữ nguyên. Hãy chọn tên khác.",
            "There is a file of this name, which was left as it is. Choose another name.")
        static let diskFull = say(
            "Ổ đĩa đầy, tệp chưa được lưu. Hãy giải phóng chỗ trống rồi thử lại.",
            "The disk is full and the file was not kept. Free some space, then try again.")
        static let readOnly = say("Ổ đĩa chỉ đọc.", "The disk can only be read.")
        static let otherContent = say(
            "Nội dung nhận được không khớp mã SHA-256 nên đã bị bỏ. Hãy tải lại.",
            "What came does not match its SHA-256 and was dropped. Fetch it again.")
        static func failed(_ number: Int32) -> Phrase {
            say(
                "Không đọc hoặc ghi được tệp: lỗi hệ thống \(number).",
                "The file failed: system error \(number).")
        }
        static let busy = say(
            "Tệp này đang được gửi rồi.", "This file is being sent already.")

        static let folderVanished = say("Thư mục không còn ở đó.", "The folder is not there any more.")
        static let folderDenied = say("Không có quyền xem thư mục này.", "No right to look into this folder.")
        static let notAFolder = say("Đây không phải là thư mục.", "This is no folder.")
        static func folderFailed(_ number: Int32) -> Phrase {
            say(
                "Không đọc được thư mục: lỗi hệ thống \(number).",
                "The folder can't be read: system error \(number).")
        }

        static let previewMissing = say(
            "Thiếu chương trình desk-preview. Chạy \"make\" để dựng, hoặc đặt desk-preview cạnh desk hay trong PATH.",
            "The program desk-preview is missing. Run \"make\" to build it, or put it beside desk or in PATH."
        )
        static let previewDamaged = say(
            "Tệp hỏng nên không xem trước được.", "The file is damaged and can't be shown.")
        static let previewLocked = say(
            "PDF có mật khẩu nên không xem trước được.", "The PDF has a password and can't be shown.")
        static let previewUnknown = say(
            "Không xem trước được loại tệp này.", "This kind of file can't be shown.")
        static let previewTooLarge = say(
            "Tệp quá lớn nên không xem trước được.", "The file is too large to be shown.")
        static let previewNoPage = say("Không có trang này.", "There is no such page.")
        static let previewSlow = say(
            "Xem trước mất quá lâu nên đã dừng.", "Showing the file took too long and was stopped.")
        static func previewBroken(_ code: Int32) -> Phrase {
            say(
                "Chương trình xem trước bị lỗi (\(code)); tệp có thể hỏng.",
                "The preview failed (\(code)); the file may be damaged.")
        }

        static let scanMissing = say(
            "Máy này chưa có scanimage (gói sane-utils) nên không quét được.",
            "scanimage (package sane-utils) is not on this machine, so nothing can be scanned.")
        static let scanNoDevice = say(
            "Không tìm thấy máy quét. Hãy kiểm tra dây nối và nguồn điện.",
            "No scanner was found. Check its cable and power.")
        static func scanFailed(_ reason: String) -> Phrase {
            say("Máy quét báo lỗi: \(reason)", "The scanner failed: \(reason)")
        }
        static let scanSlow = say(
            "Máy quét không trả lời nên đã dừng. Hãy kiểm tra máy rồi quét lại.",
            "The scanner did not answer and was stopped. Check it, then scan again.")
        static let scanNothing = say(
            "Máy quét không đưa ra trang nào. Hãy đặt lại giấy rồi quét lại.",
            "The scanner gave no page. Put the paper in again, then scan again.")

        /// In whole units, rounded up: "1,5 MiB" would look smaller than a limit of one.
        static func bytes(_ count: Int) -> String {
            for (unit, name) in [(1 << 20, "MiB"), (1 << 10, "KiB")] where count >= unit {
                return "\((count + unit - 1) / unit) \(name)"
            }
            return "\(count) B"
        }
    }
}
