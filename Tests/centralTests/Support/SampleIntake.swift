import Forms

/// The body of an intake that is accepted as it stands, for tests to change.
enum SampleIntake {
    static let body: JSONValue = [
        "decision": "receive", "procedure": "2.000635", "case": "trich_luc", "channel": 1,
        "applicant": [
            "kind": "citizen", "name": "Nguyễn Thị Ánh", "identity_number": "001185000123",
            "birth_date": "1985-03-12", "sex": "female", "address": "Số 5, Phường Cửa Nam, TP Hà Nội",
            "phone": "0912345678",
        ],
        "documents": [["code": "to_khai", "originals": 1, "copies": 0, "digitised": "none"]],
        "answers": [
            "nyc_ho_ten": "Nguyễn Thị Ánh", "nyc_so_dinh_danh": "001185000123",
            "nyc_noi_cu_tru": "Phường Cửa Nam, TP Hà Nội", "nyc_quan_he": "ban_than",
            "loai_trich_luc": "khai_sinh", "so_ban": 2, "dang_ban": "giay", "ng_ho_ten": "Nguyễn Thị Ánh",
            "ng_ngay_sinh": "1985-03-12", "noi_dang_ky": "UBND phường Cửa Nam",
        ],
        "form_id": "trich-luc", "form_version": 1, "quantities": ["trich_luc": 2], "copies": 1,
        "delivery": ["method": "desk"],
    ]

    /// The body with members changed; null takes one out.
    static func with(_ changes: [String: JSONValue]) -> JSONValue {
        guard case .object(var members) = body else { return body }
        for (key, value) in changes { members[key] = value == .null ? .none : value }
        return .object(members)
    }

    /// The body for another citizen.
    static func of(_ number: String, name: String = "Trần Văn Bình") -> JSONValue {
        with(["applicant": ["kind": "citizen", "name": .string(name), "identity_number": .string(number)]])
    }
}
