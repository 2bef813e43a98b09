import TUITesting
import Testing

@testable import desk

@Suite("Golden screens: login and home")
struct GoldenStartTests {
    @Test("Login, at 80×24 and 160×50")
    func login() {
        let driver = Fixture.login()
        driver.expectScreen(
            """
             desk ▸ Đăng nhập                                     TẬP HUẤN  ● đã nối  09:41
                          Một cửa: tiếp nhận và trả kết quả thủ tục hành chính


                    ┌ Đăng nhập ──────────────────────────────────────────────────┐
                    │ Tài khoản *                                                 │
                    │ Mật khẩu *                           [ Hiện ]               │
                    └─────────────────────────────────────────────────────────────┘
                    [ Đăng nhập ]

                    ┌ Tài khoản tập huấn ─────────────────────────────────────────┐
                    │ tiepnhan          tiếp nhận, phường Hoàn Kiếm              █│
                    │ thamdinh          thẩm định                                █│
                    │ lanhdao           lãnh đạo ký duyệt                        █│
                    │ vanthu            văn thư cấp số, phát hành                █│
                    │ thungan           thu ngân                                 ││
                    │ buuchinh          quầy bưu chính                           ││
                    │ tongdai           tổng đài 1022                            ││
                    │ quantri           quản trị tỉnh (Hà Nội)                   ││
                    │ quantribo         quản trị bộ                              ││
                    │ tiepnhan2         tiếp nhận, người thứ hai                 ││
                    └─────────────────────────────────────────────────────────────┘
             Tên tài khoản cán bộ.
             F1 Trợ giúp  F4 Tài khoản  F10 Đăng nhập
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Đăng nhập                                                                                                                     TẬP HUẤN  ● đã nối  09:41






                                                                  Một cửa: tiếp nhận và trả kết quả thủ tục hành chính


                                                            ┌ Đăng nhập ──────────────────────────────────────────────────┐
                                                            │ Tài khoản *                                                 │
                                                            │ Mật khẩu *                           [ Hiện ]               │
                                                            └─────────────────────────────────────────────────────────────┘
                                                            [ Đăng nhập ]

                                                            ┌ Tài khoản tập huấn ─────────────────────────────────────────┐
                                                            │ tiepnhan          tiếp nhận, phường Hoàn Kiếm               │
                                                            │ thamdinh          thẩm định                                 │
                                                            │ lanhdao           lãnh đạo ký duyệt                         │
                                                            │ vanthu            văn thư cấp số, phát hành                 │
                                                            │ thungan           thu ngân                                  │
                                                            │ buuchinh          quầy bưu chính                            │
                                                            │ tongdai           tổng đài 1022                             │
                                                            │ quantri           quản trị tỉnh (Hà Nội)                    │
                                                            │ quantribo         quản trị bộ                               │
                                                            │ tiepnhan2         tiếp nhận, người thứ hai                  │
                                                            │ thamdinh2         thẩm định, người thứ hai                  │
                                                            │ lanhdao2          lãnh đạo, người thứ hai                   │
                                                            │ thungan2          thu ngân, người thứ hai                   │
                                                            │ quantri2          quản trị tỉnh, người thứ hai              │
                                                            │ quantribo2        quản trị bộ, người thứ hai                │
                                                            │ congan            Công an phường                            │
                                                            │ congan2           Công an phường, tổng hợp, văn thư         │
                                                            │ congan.lanhdao    lãnh đạo Công an phường                   │
                                                            │ conganhn          Công an thành phố                         │
                                                            │ conganhn2         Công an thành phố, văn thư                │
                                                            │ conganhn.lanhdao  lãnh đạo Công an thành phố                │
                                                            │ vanhoa            Phòng Văn hóa - Xã hội                    │
                                                            │ kinhte            Phòng Kinh tế, Hạ tầng và Đô thị          │
                                                            │ kinhte.lanhdao    lãnh đạo Phòng Kinh tế                    │
                                                            └─────────────────────────────────────────────────────────────┘






             Tên tài khoản cán bộ.
             F1 Trợ giúp  F4 Tài khoản  F10 Đăng nhập
            """)
    }

    @Test("Home, at 80×24 and 160×50")
    func home() async {
        let fixture = Fixture()
        let driver = await fixture.home()
        driver.expectScreen(
            """
             desk ▸ Trang chủ         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Hàng đợi, thứ Hai 23/11/2026 ────────────────┐┌ Nháp đang dở ────────────────┐
            │ Mới đăng ký, chờ tiếp nhận    12  ▊          ││ Không có nháp nào.           │
            │ Sắp đến hạn                    5  ▎          ││                              │
            │ Quá hạn                        2  ▏          ││                              │
            │ Tất cả đang giải quyết       150  ██████████ ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            │                                              ││                              │
            └──────────────────────────────────────────────┘└──────────────────────────────┘
            ┌ Tiếp nhận hôm nay: 22 ───────────────────────┐┌ Đúng hạn, quá hạn ───────────┐
            │     11                                       ││ Quá hạn              0     2 │
            │     ███ 7                                    ││ Đang giải quyết    148     2 │
            │ 4   ███ ▄▄▄                                  ││ Chờ tiếp nhận       12     0 │
            │ ▃▃▃ ███ ███                                  ││ Sắp đến hạn          5     0 │
            │ ███ ███ ███                                  ││                              │
            │ 07  08  09  10  11  12  13  14  15  16  17   ││                              │
            └──────────────────────────────────────────────┘└──────────────────────────────┘
             Quét thẻ căn cước để tiếp nhận ngay; quét mã hồ sơ để mở hồ sơ.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  N Tiếp nhận  Enter Mở  B Bưu chính  L English
            """)
        driver.resize(160, 50)
        driver.expectScreen(
            """
             desk ▸ Trang chủ                                                                                         P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
            ┌ Hàng đợi, thứ Hai 23/11/2026 ────────────────────────────────────────┐┌ Nháp đang dở ────────────────────────────────────────────────────────────────────────┐
            │ Mới đăng ký, chờ tiếp nhận    12  ██▋                                ││ Không có nháp nào.                                                                   │
            │ Sắp đến hạn                    5  █▏                                 ││                                                                                      │
            │ Quá hạn                        2  ▍                                  ││                                                                                      │
            │ Tất cả đang giải quyết       150  ██████████████████████████████████ ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            │                                                                      ││                                                                                      │
            └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────────┘
            ┌ Tiếp nhận hôm nay: 22 ───────────────────────────────────────────────┐┌ Đúng hạn, quá hạn ───────────────────────────────────────────────────────────────────┐
            │       11                                                             ││ Quá hạn                                0     2 ▒                                     │
            │       █████                                                          ││ Tất cả đang giải quyết               148     2 ████████████████████████████████████▒ │
            │       █████                                                          ││ Mới đăng ký, chờ tiếp nhận            12     0 ██                                    │
            │       █████                                                          ││ Sắp đến hạn                            5     0 █                                     │
            │       █████ 7                                                        ││                                                                                      │
            │       █████ █████                                                    ││                                                                                      │
            │       █████ █████                                                    ││                                                                                      │
            │ 4     █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ █████ █████ █████                                                    ││                                                                                      │
            │ 07    08    09    10    11    12    13    14    15    16    17       ││                                                                                      │
            └──────────────────────────────────────────────────────────────────────┘└──────────────────────────────────────────────────────────────────────────────────────┘
             Quét thẻ căn cước để tiếp nhận ngay; quét mã hồ sơ để mở hồ sơ.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  N Tiếp nhận  Enter Mở  B Bưu chính  L English  M Màu  Q Đăng xuất
            """)
    }
}
