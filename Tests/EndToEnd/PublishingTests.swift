import Foundation
import Testing

/// A ministry publishes a procedure with a form of its own while the desks work.
@Suite("Publishing, end to end", .serialized)
struct PublishingTests {
    private static let form = """
        {"id": "nuoi-ong", "version": 1, "signature": true, "title": {"vi": "Tờ khai nuôi ong lấy mật"},
         "pages": [{"id": "chinh", "title": {"vi": "Đàn ong"}, "groups": [
           {"id": "dan", "title": {"vi": "Đàn ong"}, "fields": [
             {"id": "ho_ten", "label": {"vi": "Người nuôi"}, "type": "text", "format": "person_name",
              "required": true, "sources": ["card.name"]},
             {"id": "so_thung", "label": {"vi": "Số thùng ong"}, "type": "number", "min": 1, "max": 500,
              "required": true},
             {"id": "xa_khu_dan_cu", "label": {"vi": "Cách khu dân cư (m)"}, "type": "number", "min": 0,
              "max": 10000, "required": "so_thung >= 10", "visible_when": "so_thung >= 10"}]}]}]}
        """

    @Test(
        "SG-1 a new procedure with its own form, put in as data while central runs, is signed and taken in at once"
    )
    func takenInAtOnce() throws {
        let desktop = try Desktop()
        let desk = try desktop.desk()
        try desk.expect("Mật khẩu")
        try desk.type("tiepnhan")
        try desk.press("Enter")
        try desk.type("tap-huan")
        try desk.press("Enter")
        try desk.expect("Quá hạn", within: 120)
        try publish(desktop)

        try desk.press("n")
        try desk.expect("Chủ hồ sơ")
        try desk.scan(IntakeTests.card)
        try desk.expect("0912345678")
        try desk.press("M-d", "NPage")
        try desk.expect("Tìm thủ tục")
        try desk.type("ong lay mat")
        try desk.expect("1/28")
        try desk.press("Enter")
        try desk.expect("Tờ khai nuôi ong")
        try desk.press("C-a", "NPage")
        try desk.expect("Số thùng ong")
        #expect(!desk.screen.contains("Cách khu dân cư"))
        try desk.press("Tab")
        try desk.type("12")
        try desk.press("Tab")
        // The form's own rule: from ten hives on their distance is asked for.
        try desk.expect("Cách khu dân cư")
        try desk.type("300")
        try desk.press("F10")
        try desk.expect("Quyết định")
        try desk.expect("phải được ký số")
        try desk.press("M-l")
        try desk.expect("Đã ký số")
        try desk.expect("no fault is left") { !$0.contains("Cần sửa") }
        try desk.press("F10")
        try desk.expect("ĐÃ TIẾP NHẬN HỒ SƠ")
        #expect(desk.screen.contains("Đăng ký nuôi ong lấy mật"))
    }

    @Test("a form with mistakes is refused with their places, and nothing of it is put in")
    func refused() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("form.json")
        try Self.form.replacingOccurrences(of: "so_thung >= 10", with: "so_thung >= ten")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let lint = try run(Binaries.central, ["lint-form", file])
        #expect(lint.status == 1)
        #expect(lint.output.contains("/pages/0/groups/0/fields/2"))
        #expect(lint.output.contains("ten"))
        let broken = try run(Binaries.central, ["lint-form", "-"], input: "{\"id\": ")
        #expect(broken.status == 1)
        #expect(broken.output.contains("1:"))
    }

    /// The file of a training procedure as the ministry of this test would have written its own.
    private func publish(_ desktop: Desktop) throws {
        let database = desktop.folder.file("data") + "/desk/training.sqlite"
        let form = desktop.folder.file("form.json")
        try Self.form.write(toFile: form, atomically: false, encoding: .utf8)
        let put = try run(Binaries.central, ["import", "form", form, "--database", database])
        #expect(put.status == 0, "\(put.output)\(put.errors)")
        let procedure = desktop.folder.file("procedure.json")
        try Self.procedure.write(toFile: procedure, atomically: false, encoding: .utf8)
        let taken = try run(Binaries.central, ["import", "procedure", procedure, "--database", database])
        #expect(taken.status == 0, "\(taken.output)\(taken.errors)")
    }

    private static let procedure = """
        {"code": "9.000001", "name": "Đăng ký nuôi ong lấy mật", "version": 1,
         "field": {"code": "G15-HT01", "name": "Hộ tịch"}, "level": "Xã", "agency": "UBND cấp xã",
         "effective_from": "2026-01-01", "legal_basis": [],
         "cases": [{"code": "moi", "name": "Đăng ký lần đầu", "form_id": "nuoi-ong", "form_version": 1,
           "time": {"amount": 3, "unit": "working_day"},
           "documents": [{"code": "to_khai", "name": "Tờ khai nuôi ong", "required": true, "originals": 1,
             "copies": 0, "template": "nuoi-ong", "digitise": true}],
           "fees": [], "online": false}],
         "fees": [], "process": {"id": "trich-luc", "version": 1}}
        """
}
