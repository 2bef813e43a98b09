import Forms

/// The body of a birth with residence and insurance that is accepted as it stands, for tests to change.
enum SampleBundle {
    static let code = "3.000722"

    static let answers: [String: JSONValue] = [
        "nyc_ho_ten": "Nguyễn Thị Ánh", "nyc_so_dinh_danh": "001185000123",
        "nyc_noi_cu_tru": "Phường Cửa Nam, TP Hà Nội", "nyc_dien_thoai": "0912345678", "nyc_quan_he": "me",
        "tre_ho_ten": "NGUYỄN MINH ANH", "tre_ngay_sinh": "2026-11-10", "tre_gioi_tinh": "female",
        "tre_dan_toc": "01", "tre_quoc_tich": "Việt Nam", "tre_noi_sinh_loai": "co_so_y_te",
        "tre_co_so_y_te": "Bệnh viện Phụ sản Hà Nội", "tre_noi_sinh": "Phường Ngọc Hà, TP Hà Nội",
        "tre_que_quan": "Hà Nội", "me_ho_ten": "Nguyễn Thị Ánh", "me_so_dinh_danh": "001185000123",
        "khai_cha": false, "tt_ch_ho_ten": "Nguyễn Thị Ánh", "tt_ch_quan_he": "con",
        "tt_ch_so_dinh_danh": "001185000123", "tt_noi_dung": "con_theo_cha_me", "tt_moi_tinh": "01",
        "tt_moi_xa": "00073", "tt_moi_chi_tiet": "Số 5 phố Hàng Bông", "tt_loai_cho_o": "so_huu",
        "bh_noi_kham": "Trạm y tế phường Cửa Nam", "bh_dia_chi_the": "Số 5 phố Hàng Bông",
    ]

    static let body: JSONValue = [
        "decision": "receive", "procedure": "3.000722", "case": "lien_thong", "channel": 1,
        "applicant": [
            "kind": "citizen", "name": "Nguyễn Thị Ánh", "identity_number": "001185000123",
            "phone": "0912345678",
        ],
        "documents": [
            ["code": "to_khai", "originals": 1, "copies": 0, "digitised": "none"],
            ["code": "giay_chung_sinh", "originals": 1, "copies": 0, "digitised": "none"],
            ["code": "tt_to_khai", "originals": 1, "copies": 0, "digitised": "none"],
            ["code": "bh_to_khai", "originals": 1, "copies": 0, "digitised": "none"],
        ],
        "answers": .object(answers), "form_id": "3.000722", "form_version": 1, "copies": 1,
        "delivery": ["method": "desk"],
    ]

    static func with(_ changes: [String: JSONValue]) -> JSONValue {
        guard case .object(var members) = body else { return body }
        for (key, value) in changes { members[key] = value == .null ? .none : value }
        return .object(members)
    }

    /// With answers changed; null takes one out.
    static func answering(_ changes: [String: JSONValue]) -> JSONValue {
        var answers = answers
        for (key, value) in changes { answers[key] = value == .null ? .none : value }
        return with(["answers": .object(answers)])
    }
}

extension SampleBundle {
    /// A dossier of each procedure that no generated dossier has: what is taken in beside the bundles.
    static func alone(_ procedure: String) -> JSONValue? {
        let requester: [String: JSONValue] = [
            "nyc_ho_ten": "Nguyễn Thị Ánh", "nyc_so_dinh_danh": "001185000123",
            "nyc_noi_cu_tru": "Phường Cửa Nam, TP Hà Nội",
        ]
        let dead: [String: JSONValue] = [
            "nyc_quan_he": "con", "nc_ho_ten": "Nguyễn Văn Cả", "nc_gioi_tinh": "male",
        ]
        let (caseCode, form, own): (JSONValue, JSONValue, [String: JSONValue])
        switch procedure {
        case "9.990001":
            (caseCode, form) = ("cap_moi", "bhyt-tre-em")
            own = [
                "tre_ho_ten": "Nguyễn Minh Anh", "tre_ngay_sinh": "2026-11-10", "tre_gioi_tinh": "female",
                "tre_so_dinh_danh": "001326000123", "noi_kham": "Trạm y tế", "dia_chi_the": "Phường Cửa Nam",
            ]
        case "1.003197":
            (caseCode, form) = ("xoa", "ct01-xoa-thuong-tru")
            own = dead.merging(
                ["noi_thuong_tru": "Phường Cửa Nam", "ch_ho_ten": "Nguyễn Thị Ánh", "ly_do": "chet"]) { $1 }
        case "1.001731":
            (caseCode, form) = ("mai_tang", "mai-tang")
            own = dead.merging(
                [
                    "nc_ngay_chet": "2026-11-20", "doi_tuong": "bao_tro",
                    "nguoi_mai_tang": "Nguyễn Thị Ánh", "cach_nhan": "tien_mat",
                ]) { $1 }
        default: return nil
        }
        return with([
            "procedure": .string(procedure), "case": caseCode, "form_id": form,
            "documents": [["code": "to_khai", "originals": 1, "copies": 0]],
            "answers": .object(requester.merging(own) { $1 }),
        ])
    }
}
