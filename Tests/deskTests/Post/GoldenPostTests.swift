import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: the post, at 80×24 and 160×50")
struct GoldenPostTests {
    @Test("Parcels by where they are")
    func parcels() async {
        let fixture = await Fixture.post()
        await fixture.narrow(PostScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Bưu chính         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Chờ bàn giao (2)                                                     2 bưu gửi
             Số hiệu       Mã hồ sơ             Trạng thái             Người dân
            ▸RR100000003VN H26.1.5-261123-0001  Chờ bàn giao           Nguyễn Thị Ánh
             RR100000003VN H26.1.5-261123-0001  Phát thành công        Nguyễn Thị Ánh

















             Trả kết quả · Phường Hoàn Kiếm
             F1 Trợ giúp  F4 Tìm  Enter Mở  Tab Danh sách sau  B Bảng kê  Esc Quay lại
            """)
        await fixture.narrow(PostScreen(desk: fixture.desk), .en).expectScreen(
            """
             desk ▸ Post              P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             To hand over (2)                                                     2 parcels
             Number        Dossier              State                  Citizen
            ▸RR100000003VN H26.1.5-261123-0001  To hand over           Nguyễn Thị Ánh
             RR100000003VN H26.1.5-261123-0001  Delivered              Nguyễn Thị Ánh

















             Result to the citizen · Phường Hoàn Kiếm
             F1 Help  F3 Lookup  F4 Find  Enter Open  Tab Next list  B Manifests  Esc Back
            """)
    }

    @Test("Parcels by where they are, on a large terminal")
    func manyParcels() async {
        let fixture = await Fixture.post()
        await fixture.wide(PostScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Bưu chính                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Chờ bàn giao (2)                                                                                                                                     2 bưu gửi
             Số hiệu       Mã hồ sơ               Loại                    Trạng thái             Cập nhật         Người dân              Xã, phường                  Thu hộ
            ▸RR100000003VN H26.1.5-261123-0001    Trả kết quả             Chờ bàn giao           09:00 23/11/2026 Nguyễn Thị Ánh         Phường Hoàn Kiếm
             RR100000003VN H26.1.5-261123-0001    Trả kết quả             Phát thành công        09:00 23/11/2026 Nguyễn Thị Ánh         Phường Hoàn Kiếm            20.000











































             Trả kết quả · Phường Hoàn Kiếm
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Tìm  F5 Làm mới  Enter Mở  Tab Danh sách sau  B Bảng kê  Esc Quay lại
            """)
    }

    @Test("A parcel with its way")
    func parcel() async {
        let fixture = await Fixture.post()
        let screen = ParcelScreen(desk: fixture.desk, id: PostData.shipmentID)
        await fixture.narrow(screen).expectScreen(
            """
             desk ▸ Bưu gửi           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             RR100000003VN                                                  Phát thành công
             Mã hồ sơ          H26.1.5-261123-0001                                         █
             Nội dung          Kết quả: trích lục hộ tịch                                  █
             Bưu cục           Bưu điện Hoàn Kiếm                                          █
             Đơn bưu điện      bưu điện đã có đơn                                          █
             Cước              26.000 đ                                                    █
             Thu hộ            20.000 đ                                                    █
             Quyết toán        chưa quyết toán với bưu điện                                █
                                                                                           █
             Hành trình ────────────────────────────────────────────────────────────────── █
             09:00 23/11/2026  Chờ bàn giao · Trần Thu Hà                                  █
             10:00 23/11/2026  Bưu điện đã nhận · Lương Thị Hạnh                           █
             11:00 23/11/2026  Đang phát · 70 Đang phát · bưu điện báo                     █
             11:30 23/11/2026  Phát thành công · 90 Phát thành công · bưu điện báo         █
                                                                                           █
             Người gửi ─────────────────────────────────────────────────────────────────── █
             Họ tên            Bộ phận một cửa                                             █
             Điện thoại        0912345678                                                  │
             Địa chỉ           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội             │
             Địa chỉ cũ        Phường Hàng Bạc                                             │
                                                                                           │

             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  P In nhãn  Enter Hồ sơ  Esc Quay lại
            """)
        await fixture.narrow(screen, .en).press("end").expectScreen(
            """
             desk ▸ Parcel            P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             RR100000003VN                                                        Delivered
             To collect        20.000 đ                                                    │
             Settlement        not settled with the post yet                               │
                                                                                           │
             Its way ───────────────────────────────────────────────────────────────────── │
             09:00 23/11/2026  To hand over · Trần Thu Hà                                  █
             10:00 23/11/2026  With the post · Lương Thị Hạnh                              █
             11:00 23/11/2026  Out for delivery · 70 Đang phát · the post                  █
             11:30 23/11/2026  Delivered · 90 Phát thành công · the post                   █
                                                                                           █
             Sender ────────────────────────────────────────────────────────────────────── █
             Name              Bộ phận một cửa                                             █
             Telephone         0912345678                                                  █
             Address           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội             █
             Former name       Phường Hàng Bạc                                             █
                                                                                           █
             Receiver ──────────────────────────────────────────────────────────────────── █
             Name              Nguyễn Thị Ánh                                              █
             Telephone         0912345678                                                  █
             Address           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội             █
             Former name       Phường Hàng Bạc                                             █

             F1 Help  F2 Command  F3 Lookup  F5 Refresh  P Label  Enter Dossier  Esc Back
            """)
        await fixture.wide(screen).expectScreen(
            """
             desk ▸ Bưu gửi                                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             RR100000003VN                                                                                                                                  Phát thành công
             Mã hồ sơ          H26.1.5-261123-0001
             Nội dung          Kết quả: trích lục hộ tịch
             Bưu cục           Bưu điện Hoàn Kiếm
             Đơn bưu điện      bưu điện đã có đơn
             Cước              26.000 đ
             Thu hộ            20.000 đ
             Quyết toán        chưa quyết toán với bưu điện

             Hành trình ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             09:00 23/11/2026  Chờ bàn giao · Trần Thu Hà
             10:00 23/11/2026  Bưu điện đã nhận · Lương Thị Hạnh
             11:00 23/11/2026  Đang phát · 70 Đang phát · bưu điện báo
             11:30 23/11/2026  Phát thành công · 90 Phát thành công · bưu điện báo

             Người gửi ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Họ tên            Bộ phận một cửa
             Điện thoại        0912345678
             Địa chỉ           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội
             Địa chỉ cũ        Phường Hàng Bạc

             Người nhận ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Họ tên            Nguyễn Thị Ánh
             Điện thoại        0912345678
             Địa chỉ           12 Hàng Bạc, Phường Hoàn Kiếm, Thành phố Hà Nội
             Địa chỉ cũ        Phường Hàng Bạc






















             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  P In nhãn  Enter Hồ sơ  Esc Quay lại
            """)
    }

    @Test("The unit's manifests")
    func manifests() async {
        let fixture = await Fixture.post()
        await fixture.narrow(ManifestListScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Bảng kê bàn giao  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Bảng kê bàn giao                                                             1
             Bảng kê                      Trạng thái         Mở lúc           Bưu điện nhận
            ▸BK-H26.1.5-261123-0001       đang lập           09:00 23/11/2026 0/0


















             Trần Thu Hà
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Mở  N Lập mới  Esc Quay lại
            """)
    }

    @Test("A manifest at the desk: a scan that was taken, one that came again, one that was refused")
    func manifest() async {
        let fixture = await Fixture.post()
        let parcels = ScannedParcels()
        fixture.transport.on(
            .post, "/v1/manifests/\(PostData.manifestID)/items",
            .reply { request throws(TransportError) in parcels.take(request) })
        let driver = await fixture.narrow(ManifestScreen(desk: fixture.desk, id: PostData.manifestID))
        driver.expectScreen(
            """
             desk ▸ Bảng kê           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · đang lập                                    0 bưu gửi

              Không có bưu gửi nào.












             Vừa quét
             Quét mã vạch bưu gửi hoặc mã hồ sơ; F4 để gõ.





             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Gõ số  F5 Làm mới  Esc Quay lại
            """)
        driver.scan(PostData.number(1)).scan(PostData.number(1)).scan("RR100000018VN")
        await driver.waitIdle().expectScreen(
            """
             desk ▸ Bảng kê           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · đang lập                                    1 bưu gửi
             STT  Số hiệu       Mã hồ sơ             Bưu điện nhận Người nhận
            ▸1    RR100000017VN H26.1.5-261123-1001                Nguyễn Thị Ánh












             Vừa quét
             RR100000018VN            Số hiệu sai số kiểm tra.
             RR100000017VN            Đã quét rồi
             RR100000017VN            Đã vào bảng kê · Nguyễn Thị Ánh


             ✗ RR100000018VN: Số hiệu sai số kiểm tra.
             F1 Trợ giúp  F4 Gõ số  F10 Ký  Del Bỏ ra  P In bảng kê  N In nhãn  Esc Quay lại
            """)
        driver.press("f10").expectScreen(
            """
             desk ▸ Bảng kê           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · đang lập                                    1 bưu gửi
             STT  Số hiệu       Mã hồ sơ             Bưu điện nhận Người nhận
            ▸1    RR100000017VN H26.1.5-261123-1001                Nguyễn Thị Ánh




                    ┌ Ký giao bảng kê? ────────────────────────────────────────────┐
                    │ Bảng kê BK-H26.1.5-261123-0001: 1 bưu gửi giao cho Bưu điện  │
                    │ Hoàn Kiếm. Ký rồi không thêm bớt được nữa.                   │
                    │                                                              │
                    │ [ Hủy ]  [ Ký giao ]                                         │
                    └──────────────────────────────────────────────────────────────┘


             Vừa quét
             RR100000018VN            Số hiệu sai số kiểm tra.
             RR100000017VN            Đã quét rồi
             RR100000017VN            Đã vào bảng kê · Nguyễn Thị Ánh


             ✗ RR100000018VN: Số hiệu sai số kiểm tra.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  Enter Chọn  Esc Đóng
            """)
    }

    @Test("A manifest at the post's counter: one parcel is missing")
    func counter() async {
        let fixture = await Fixture.post(roles: ["postal"])
        let items = [PostData.item(1, accepted: true), PostData.item(2)]
        fixture.transport.forget(.get, "/v1/manifests/\(PostData.manifestID)")
        fixture.transport.on(
            .get, "/v1/manifests/\(PostData.manifestID)",
            .answer(json: FixtureData.json(PostData.manifest(.closed, items))))
        let screen = ManifestScreen(desk: fixture.desk, id: PostData.manifestID)
        let driver = await fixture.narrow(screen)
        driver.expectScreen(
            """
             desk ▸ Bảng kê           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · đã ký giao                  đã nhận 1/2 · Còn thiếu 1
             STT  Số hiệu       Mã hồ sơ             Bưu điện nhận Người nhận
            ▸1    RR100000017VN H26.1.5-261123-1001  09:10         Nguyễn Thị Ánh
             2    RR100000025VN H26.1.5-261123-1002  Thiếu         Nguyễn Thị Ánh











             Vừa quét
             Quét từng bưu gửi nhận được; F10 ký nhận khi đủ.





             F1 Trợ giúp  F2 Lệnh  F4 Gõ số  F10 Ký  P In bảng kê  N In nhãn  Esc Quay lại
            """)
        driver.press("f10").expectScreen(
            """
             desk ▸ Ký nhận bảng kê   P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · 2 bưu gửi, bưu điện nhận 1
             Thiếu RR100000025VN · H26.1.5-261123-1002
            ┌ Ký nhận bảng kê ────────────────────────────────────────────────────────────┐
            │ Ghi chú, chênh lệch *                                                       │
            │                                                                             │
            │                       0/500 ký tự, 0 từ                                     │
            │                       Phải ghi khi thiếu bưu gửi so với bảng kê.            │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Ký nhận ]












             Phải ghi khi thiếu bưu gửi so với bảng kê.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Ký nhận  Esc Đóng
            """)
        await fixture.narrow(screen, .en).expectScreen(
            """
             desk ▸ Manifest          P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             BK-H26.1.5-261123-0001 · signed by the desk           1/2 taken in · 1 missing
             No   Number        Dossier              Post          Receiver
            ▸1    RR100000017VN H26.1.5-261123-1001  09:10         Nguyễn Thị Ánh
             2    RR100000025VN H26.1.5-261123-1002  Missing       Nguyễn Thị Ánh











             Just scanned
             Scan each parcel that came; F10 signs.





             F1 Help  F2 Command  F3 Lookup  F4 Type  F10 Sign  P Print  N Labels  Esc Back
            """)
        await fixture.wide(screen).expectScreen(
            """
             desk ▸ Bảng kê                                                                                           P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             BK-H26.1.5-261123-0001 · đã ký giao                                                                                                  đã nhận 1/2 · Còn thiếu 1
             STT  Số hiệu       Mã hồ sơ                Quét lúc Bưu điện nhận Người nhận                        Nơi nhận                                            Thu hộ
            ▸1    RR100000017VN H26.1.5-261123-1001     09:00    09:10         Nguyễn Thị Ánh                    Phường Hoàn Kiếm, Thành phố Hà Nội
             2    RR100000025VN H26.1.5-261123-1002     09:00    Thiếu         Nguyễn Thị Ánh                    Phường Hoàn Kiếm, Thành phố Hà Nội





































             Vừa quét
             Quét từng bưu gửi nhận được; F10 ký nhận khi đủ.





             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F4 Gõ số  F5 Làm mới  F10 Ký  P In bảng kê  N In nhãn  Esc Quay lại
            """)
    }

    @Test("Sending a result by post")
    func send() async {
        let fixture = await Fixture.post()
        await fixture.narrow(
            PostTaskScreen(desk: fixture.desk, task: .send(FixtureData.dossier, .result))
        ).expectScreen(
            """
             desk ▸ Gửi kết quả qua bưu chính               Trần Thu Hà  TẬP HUẤN  ●  09:41
             H26.1.5-261123-0012 · Cấp bản sao trích lục hộ tịch
            ┌ Gửi kết quả qua bưu chính ──────────────────────────────────────────────────┐
            │ Họ tên *     Nguyễn Thị Ánh                                                 │
            │ Điện thoại * 0912345678                                                     │
            │ Địa chỉ *    Số 12, phố Hàng Bông, phường Cửa Nam, TP Hà Nội                │
            │ Nội dung                                                                    │
            │ Thu hộ                          đ                                           │
            │              Đúng số hồ sơ còn phải nộp. Bỏ trống: hệ thống tự lấy số đó.   │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Tạo bưu gửi ]












             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Tạo bưu gửi  Esc Đóng
            """)
    }

    @Test("Settling what the post collected")
    func settle() async {
        let fixture = await Fixture.post(roles: ["cashier"])
        await fixture.narrow(
            PostTaskScreen(desk: fixture.desk, task: .settle(PostData.shipment(.delivered, cod: 20_000)))
        ).expectScreen(
            """
             desk ▸ Quyết toán thu hộ        P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ●  09:41
             RR100000003VN thu hộ 20.000 đ; số khác bị từ chối.
            ┌ Quyết toán thu hộ ──────────────────────────────────────────────────────────┐
            │ Số tiền bưu điện nộp *            20.000  đ                                 │
            │                        Đúng số thu hộ 20.000 đ; số khác bị từ chối.         │
            │ Số chứng từ *                                                               │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Ghi quyết toán ]














             Đúng số thu hộ 20.000 đ; số khác bị từ chối.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Ghi quyết toán  Esc Đóng
            """)
    }

    @Test("Lists use a large terminal's room: manifests, one of them, and what is to be settled")
    func wideLists() async {
        let fixture = await Fixture.post()
        await fixture.wide(ManifestListScreen(desk: fixture.desk)).expectScreen(
            """
             desk ▸ Bảng kê bàn giao                                                                                  P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Bảng kê bàn giao                                                                                                                                             1
             Bảng kê                      Bưu cục                          Trạng thái         Mở lúc           Ký giao lúc      Bưu điện nhận Ký nhận lúc            Thu hộ
            ▸BK-H26.1.5-261123-0001       Bưu điện Hoàn Kiếm               đang lập           09:00 23/11/2026                  0/0












































             Trần Thu Hà
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  Enter Mở  N Lập mới  Esc Quay lại
            """)
        let path = "/v1/manifests/\(PostData.manifestID)"
        fixture.say(path, PostData.manifest(.closed, [PostData.item(1, accepted: true), PostData.item(2)]))
        await fixture.wide(ManifestScreen(desk: fixture.desk, id: PostData.manifestID), .en).expectScreen(
            """
             desk ▸ Manifest                                                                                          P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             BK-H26.1.5-261123-0001 · signed by the desk                                                                                                       1/2 taken in
             No   Number        Dossier                 Scanned  Post          Receiver                          Destination                                     To collect
            ▸1    RR100000017VN H26.1.5-261123-1001     09:00    09:10         Nguyễn Thị Ánh                    Phường Hoàn Kiếm, Thành phố Hà Nội
             2    RR100000025VN H26.1.5-261123-1002     09:00                  Nguyễn Thị Ánh                    Phường Hoàn Kiếm, Thành phố Hà Nội





































             Just scanned
             Scan a parcel or a dossier; F4 to type.





             F1 Help  F2 Command  F3 Lookup  F5 Refresh  P Print  N Labels  Esc Back
            """)
        let cashier = await Fixture.post(roles: ["cashier"])
        await cashier.narrow(PostScreen(desk: cashier.desk)).expectScreen(
            """
             desk ▸ Bưu chính         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Thu hộ chờ quyết toán (7)                                            2 bưu gửi
             Số hiệu       Mã hồ sơ                Người dân                         Thu hộ
            ▸RR100000003VN H26.1.5-261123-0001     Nguyễn Thị Ánh
             RR100000003VN H26.1.5-261123-0001     Nguyễn Thị Ánh                    20.000

















             Trả kết quả · Phường Hoàn Kiếm
             F1 Trợ giúp  F4 Tìm  Enter Mở  Tab Danh sách sau  B Bảng kê  Esc Quay lại
            """)
    }
}
