import Forms

/// The words of forms that are asked line by line.
extension ToolkitStrings {
    enum Lines {
        static let required = Phrase("bắt buộc", en: "required")
        static let end = Phrase("Hết dữ liệu vào.", en: "The input has ended.")
        static let intro = Phrase(
            "Enter giữ nguyên; ? trợ giúp; < về ô trước; - để trống; ! dừng lại, nháp được giữ.",
            en: "Enter keeps what is there; ? helps; < goes back; - empties; ! stops, the draft is kept.")
        static let rowCommand = Phrase("-- xóa dòng này.", en: "-- removes this row.")
        static let literal = Phrase(
            "Muốn nhập đúng các dấu ấy, gõ \\ phía trước.",
            en: "A \\ before such a sign enters the sign itself.")
        static let yesNo = Phrase("c/k", en: "y/n")
        static let answerYesNo = Phrase("Trả lời c (có) hoặc k (không).", en: "Answer y (yes) or n (no).")
        static let answerNumber = Phrase("Gõ một số.", en: "Type a number.")
        static let searchHint = Phrase("gõ vài chữ để tìm", en: "type a few letters to search")
        static let pathHint = Phrase("gõ đường dẫn tệp, hoặc quét", en: "type the path of a file, or scan")
        static let noFiles = Phrase("Ở đây không gửi tệp được.", en: "Files can't be sent here.")
        static let multiline = Phrase(
            "nhiều dòng, dòng trống để kết thúc", en: "several lines, an empty one ends")
        static let chooseOne = Phrase("gõ số hoặc vài chữ", en: "type a number or a few letters")
        static let chooseAgain = Phrase(
            "gõ số hoặc vài chữ, ? đọc các mục", en: "type a number or a few letters, ? reads the choices")
        static let chosen = Phrase("Đã chọn", en: "Chosen")
        static func several(_ count: Int) -> Phrase {
            Phrase("\(count) mục khớp:", en: "\(count) match:")
        }
        static func readOn(_ left: Int) -> Phrase {
            Phrase(
                "Còn \(left) mục; Enter đọc tiếp, hoặc gõ vài chữ, không cần dấu.",
                en: "\(left) more; Enter reads on, or type a few letters, accents are not needed.")
        }
        static let pickHelp = Phrase(
            "Gõ số hoặc vài chữ của một mục, không cần dấu; < lùi; ! thoát.",
            en: "Type the number or a few letters of an entry; < goes back; ! leaves.")
        static let passedOver = Phrase(
            "Đi tiếp; < để quay lại ô này, cuối biểu mẫu sẽ hỏi lại.",
            en: "Going on; < goes back to this field, and it is asked again at the end.")
        static let chooseMany = Phrase(
            "gõ các số, cách nhau dấu phẩy", en: "type the numbers, with commas between")
        static let noOptions = Phrase(
            "Không lấy được danh sách; thử lại hoặc bỏ qua.",
            en: "The list could not be fetched; try again or go on.")
        static let parentFirst = Phrase(
            "Danh sách này có sau khi chọn ô nó phụ thuộc.",
            en: "This list comes after the field it depends on.")
        static let start = Phrase("Đây là ô đầu tiên.", en: "This is the first field.")
        static let cantRemove = Phrase("Không xóa được dòng này.", en: "This row can't be removed.")
        static let removed = Phrase("Đã xóa dòng.", en: "The row is removed.")
        static let emptied = Phrase("Đã để trống.", en: "Emptied.")
        static let error = Phrase("Lỗi", en: "Error")
        static let warning = Phrase("Lưu ý", en: "Note")
        static func from(_ source: Phrase) -> Phrase {
            Phrase("từ \(source.text(.vi))", en: "from \(source.text(.en))")
        }
        static func many(_ count: Int) -> Phrase {
            Phrase(
                "\(count) mục. Gõ vài chữ để thu hẹp, không cần dấu.",
                en:
                    "\(Phrase.counted(count, "entry", "entries")). Type a few letters; accents are not needed."
            )
        }
        static func nothing(_ query: String) -> Phrase {
            Phrase("Không có mục nào khớp \"\(query)\".", en: "Nothing matches \"\(query)\".")
        }
        static func row(_ number: Int, _ count: Int) -> Phrase {
            Phrase("dòng \(number) trên \(count)", en: "row \(number) of \(count)")
        }
        static func errorsLeft(_ count: Int) -> Phrase {
            Phrase("Còn \(count) chỗ phải sửa.", en: "\(count) to be mended.")
        }
        static func anotherRow(_ label: String, _ count: Int) -> Phrase {
            Phrase(
                "\(label)? Đang có \(count) dòng (c/k)",
                en: "\(label)? There \(count == 1 ? "is" : "are") \(Phrase.counted(count, "row")) (y/n)")
        }
    }
}
