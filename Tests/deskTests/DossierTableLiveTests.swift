import Forms
import Models
import Testing
import TUI

@testable import desk

/// What others do appears in a list, and nothing in it moves.
@Suite struct DossierTableLiveTests {
    private func item(_ n: Int, step: String = "Tiếp nhận") -> SearchItem {
        SearchItem(
            id: "d\(n)", code: "H26.1.5-261119-000\(n)", procedureName: "Đăng ký khai sinh",
            applicantName: "Nguyễn Thị Ánh", status: 2, statusName: "Được tiếp nhận", stepName: step,
            unitName: "UBND phường Hoàn Kiếm", overdue: false)
    }

    private func change(_ n: Int, _ item: SearchItem?, inboxes: [String] = ["open"]) -> Change {
        Change(
            seq: n, at: Instant(seconds: 1_700_000_000), kind: "dossier", id: "d\(n)", action: "forward",
            revision: 2, item: item, inboxes: item == nil ? nil : inboxes)
    }

    private func table() -> DossierTable {
        var table = DossierTable()
        table.replace(Page(items: (1...5).map { item($0) }, nextCursor: nil))
        table.move(to: 2, rows: 3)
        return table
    }

    @Test("Hồ sơ trong danh sách được người khác chuyển bước → dòng đổi tại chỗ, con trỏ và thứ tự đứng yên")
    func updatesInPlace() {
        var (table, live) = (table(), DossierTableLive())
        let before = (table.items.map(\.id), table.cursor, table.offset)
        live.apply([change(2, item(2, step: "Thẩm định"))], to: &table, inbox: "open")
        #expect(table.items[1].stepName == "Thẩm định")
        #expect(live.marks == ["d2": .changed])
        #expect((table.items.map(\.id), table.cursor, table.offset) == before)
        #expect(live.sign == nil)
    }

    @Test("Hồ sơ rời hàng đợi, hoặc rời tầm nhìn → dòng ở lại và được đánh dấu")
    func marksGone() {
        var (table, live) = (table(), DossierTableLive())
        live.apply(
            [change(3, item(3, step: "Trả kết quả"), inboxes: ["waiting_delivery"]), change(4, nil)],
            to: &table, inbox: "open")
        #expect(live.marks == ["d3": .gone, "d4": .gone])
        #expect(table.selected?.id == "d3")
        #expect(table.items.count == 5)
    }

    @Test("Hồ sơ mới vào hàng đợi → chỉ đếm, mỗi hồ sơ một lần; đi khỏi thì thôi đếm; tải lại thì hết dấu")
    func countsArrivals() {
        var (table, live) = (table(), DossierTableLive())
        live.apply(
            [change(7, item(7)), change(8, item(8)), change(7, item(7)), change(9, item(9), inboxes: ["mine"])],
            to: &table, inbox: "open")
        #expect(live.arrived == ["d7", "d8"])
        #expect(live.sign?.text(.vi) == "2 hồ sơ mới, F5 xem")
        #expect(table.items.count == 5)
        live.apply([change(8, nil)], to: &table, inbox: "open")
        #expect(live.sign?.text(.en) == "1 new, F5 shows them")
        live.reset()
        #expect(live == DossierTableLive())
    }

    @Test("Kết quả tra cứu không nhận thêm hồ sơ mới")
    func searchesOnlyChange() {
        var (table, live) = (table(), DossierTableLive())
        live.apply([change(7, item(7)), change(1, item(1, step: "Ký"))], to: &table, inbox: nil)
        #expect(live.arrived.isEmpty)
        #expect(table.items[0].stepName == "Ký")
    }
}
