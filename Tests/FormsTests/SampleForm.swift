import Forms
import Testing

/// A form with one of everything, as a data file writes it.
enum SampleForm {
    static let today = LocalDate(epochDay: 20_780)  // 23/11/2026

    static let json = """
        {"id": "mau", "version": 3, "title": {"vi": "Tờ khai mẫu", "en": "Sample"},
         "pages": [
          {"id": "p1", "title": "Người khai", "groups": [
            {"id": "nguoi", "title": "Người khai", "help": "Ghi như trên thẻ.", "fields": [
              {"id": "ho_ten", "label": {"vi": "Họ và tên", "en": "Name"}, "type": "text", "max_length": 50,
               "format": "person_name", "required": true, "sources": ["card.name"], "repeatable": true},
              {"id": "so_dd", "label": "Số định danh", "type": "text", "format": "identity_number"},
              {"id": "dien_thoai", "label": "Điện thoại", "type": "text", "format": "phone", "required": true,
               "sensitive": true},
              {"id": "thu", "label": "Thư điện tử", "type": "text", "format": "email"},
              {"id": "mst", "label": "Mã số thuế", "type": "text", "format": "tax_code"},
              {"id": "ma_hs", "label": "Mã hồ sơ", "type": "text", "format": "dossier_code"},
              {"id": "ho_chieu", "label": "Hộ chiếu", "type": "text", "pattern": "[A-Z]\\\\d{7,8}",
               "pattern_message": "Hộ chiếu có 1 chữ và 7 hoặc 8 số.", "uppercase": true},
              {"id": "ma", "label": "Mã", "type": "text", "digits_only": true, "fixed_length": 4},
              {"id": "ngay_sinh", "label": "Ngày sinh", "type": "date", "min": "1900-01-01", "max": "today",
               "required": true},
              {"id": "ngay_hen", "label": "Ngày hẹn", "type": "date", "min": "today", "max": "today+30"},
              {"id": "so_ban", "label": "Số bản", "type": "number", "min": 1, "max": 20, "step": 1},
              {"id": "le_phi", "label": "Lệ phí", "type": "money", "min": 0, "max": 1000000},
              {"id": "luu_y", "label": "Đọc kỹ trước khi khai.", "type": "note"}]},
            {"id": "chon", "title": "Lựa chọn", "fields": [
              {"id": "quan_he", "label": "Quan hệ", "type": "radio", "required": true, "options": [
                {"value": "chinh", "label": "Chính mình"}, {"value": "con", "label": "Con"},
                {"value": "khac", "label": "Khác"}]},
              {"id": "quan_he_khac", "label": "Quan hệ khác", "type": "text", "visible_when": "quan_he == 'khac'",
               "required": true},
              {"id": "ghi_chu", "label": "Ghi chú", "type": "text_area", "max_length": 100,
               "required": "quan_he_khac == 'khác'"},
              {"id": "tinh", "label": "Tỉnh", "type": "dropdown", "reference": "provinces", "empty": "Không"},
              {"id": "xa", "label": "Xã", "type": "dropdown", "reference": "communes", "parent_field": "tinh"},
              {"id": "ly_do", "label": "Lý do", "type": "dropdown", "multiple": true, "options": [
                {"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
              {"id": "giay_to", "label": "Giấy tờ", "type": "checkboxes", "options": [
                {"value": "x", "label": "X"}, {"value": "y", "label": "Y"}]},
              {"id": "cam_doan", "label": "Cam đoan", "type": "checkbox", "required": true},
              {"id": "mat_khau", "label": "Mật khẩu", "type": "password"}]}]},
          {"id": "p2", "title": "Con", "visible_when": "quan_he != 'chinh'", "groups": [
            {"id": "con", "title": "Các con", "repeats": {"min": 1, "max": 3, "add_label": "Thêm con"}, "fields": [
              {"id": "ten", "label": "Tên", "type": "text", "required": true},
              {"id": "sinh", "label": "Sinh", "type": "date", "max": "today"},
              {"id": "truong", "label": "Trường", "type": "text", "visible_when": "age(sinh) >= 6",
               "required": true},
              {"id": "tien", "label": "Tiền", "type": "number", "min": 0}]},
            {"id": "tong", "title": "Tổng", "fields": [
              {"id": "tong_tien", "label": "Tổng tiền", "type": "number", "computed": "sum(con.tien)"}]}]}],
         "rules": [
          {"id": "hen_sau_sinh", "holds": "ngay_hen > ngay_sinh", "field": "ngay_hen",
           "message": "Ngày hẹn phải sau ngày sinh.", "hint": "Xem lại hai ngày."},
          {"id": "con_sinh_sau", "holds": "sinh > ngay_sinh", "field": "sinh",
           "message": "Con sinh sau người khai."},
          {"id": "nhieu_con", "holds": "count(con) <= 2", "field": "con", "severity": "warning",
           "message": "Từ 3 con trở lên: kiểm tra lại."}]}
        """

    static func definition() throws -> FormDefinition {
        try StrictJSON.decode(FormDefinition.self, from: json.utf8)
    }

    /// Answers that nothing is wrong with, with some of them changed; nil takes one out.
    static func answers(_ changes: [String: Answer?] = [:]) -> Answers {
        var answers: Answers = [
            "ho_ten": .text("Nguyễn Thị Ánh"), "dien_thoai": .text("0912345678"),
            "ngay_sinh": .text("1985-03-12"), "quan_he": .text("chinh"), "cam_doan": .flag(true),
        ]
        for (id, answer) in changes { answers[id] = answer }
        return answers
    }
}
