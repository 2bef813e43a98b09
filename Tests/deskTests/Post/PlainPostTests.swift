import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: the post")
struct PlainPostTests {
    private func run(_ role: String, _ fixture: Fixture, _ answers: [(String, String)]) async -> String {
        var me = FixtureData.me
        me.roles = [role]
        fixture.say("/v1/me", me)
        let console = ScriptedConsole(
            [("Tài khoản", role), ("Mật khẩu", "tap-huan"), ("Chọn số", "Bưu chính")] + answers
                + [("Chọn số", "!"), ("Chọn số", "thoat")])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console.text
    }

    private func fixture() -> Fixture {
        let fixture = Fixture(training: false, signedIn: false)
        PostData.answer(on: fixture.transport)
        return fixture
    }

    @Test("The desk opens a manifest, scans onto it, is told of a bad number at once, and signs")
    func handOver() async {
        let fixture = fixture()
        let path = "/v1/manifests/\(PostData.manifestID)"
        let parcels = ScannedParcels()
        fixture.transport.on(
            .post, "/v1/manifests", .effect(.json(FixtureData.json(PostData.manifest()), status: 201)))
        fixture.transport.on(
            .post, path + "/items", .reply { request throws(TransportError) in parcels.take(request) })
        fixture.transport.forget(.get, path)
        fixture.transport.on(
            .get, path, .answer(json: FixtureData.json(PostData.manifest())),
            .answer(json: FixtureData.json(PostData.manifest(.open, [PostData.item(1)]))))
        fixture.transport.on(
            .post, path + ":close",
            .effect(.json(FixtureData.json(PostData.manifest(.closed, [PostData.item(1)])))))
        let said = await run(
            "reception", fixture,
            [
                ("Chọn số", "Lập bảng kê"), ("Số hiệu", PostData.number(1)), ("Số hiệu", "RR100000018VN"),
                ("Số hiệu", PostData.number(1)), ("Số hiệu", ""), ("Ký giao bảng kê?", "c"),
            ])
        #expect(said.contains("Đã vào bảng kê, \(PostData.number(1)), Nguyễn Thị Ánh"), "\(said)")
        #expect(said.contains("Số hiệu sai số kiểm tra."), "\(said)")
        #expect(said.contains("Đã quét rồi"), "\(said)")
        #expect(parcels.order == [PostData.number(1)])
        #expect(fixture.bodies(.post, path + ":close").count == 1)
        #expect(said.contains("Đã ký"), "\(said)")
    }

    @Test("The post's counter scans in, hears what is missing, and has to say why when it signs")
    func takeIn() async {
        let fixture = fixture()
        let path = "/v1/manifests/\(PostData.manifestID)"
        let parcels = ScannedParcels()
        let items = [PostData.item(1, accepted: true), PostData.item(2)]
        for target in ["/v1/manifests", path] { fixture.transport.forget(.get, target) }
        fixture.transport.on(
            .get, "/v1/manifests",
            .answer(json: FixtureData.json(Page(items: [PostData.manifest(.closed, items)], nextCursor: nil)))
        )
        fixture.transport.on(.get, path, .answer(json: FixtureData.json(PostData.manifest(.closed, items))))
        fixture.transport.on(
            .post, "/v1/shipments:scan", .reply { request throws(TransportError) in parcels.take(request) })
        fixture.transport.on(
            .post, path + ":accept", .effect(.json(FixtureData.json(PostData.manifest(.accepted, items)))))
        let said = await run(
            "postal", fixture,
            [
                ("Chọn số", "BK-"), ("Số hiệu", PostData.number(1)), ("Số hiệu", ""),
                ("Ký nhận bảng kê", "c"),
                ("Ghi chú", "Thiếu một bưu gửi"),
            ])
        #expect(said.contains("Đã nhận, \(PostData.number(1))"), "\(said)")
        #expect(said.contains("Thiếu: \(PostData.number(2))"), "\(said)")
        #expect(fixture.bodies(.post, path + ":accept") == [#"{"note":"Thiếu một bưu gửi"}"#])
    }

    @Test("A parcel is read out with its way")
    func find() async {
        let said = await run(
            "reception", fixture(), [("Chọn số", "Tìm"), ("Số hiệu bưu gửi hoặc", PostData.number(0))])
        #expect(said.contains("\(PostData.number(0)), Phát thành công"), "\(said)")
        #expect(said.contains("90 Phát thành công"), "\(said)")
    }
}
