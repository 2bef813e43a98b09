import Testing

@testable import Printing

@Suite("Rows on pages")
struct PaginatorTests {
    private func row(_ height: Double, gap: Double = 0, stays: Bool = false) -> Row {
        Row(gap: gap, height: height, staysWithNext: stays) { _, _, _ in }
    }

    /// Where each row stands: page by page, from the top.
    private func places(
        _ rows: [Row], head: [Row] = [], foot: Row? = nil, height: Double = 100
    ) -> [[Double]] {
        Paginator.pages(rows, height: height, head: head, foot: foot).map { $0.map(\.y) }
    }

    @Test("rows follow each other with their gaps; the gap on top of a page is left out")
    func gaps() {
        #expect(places([row(40, gap: 5), row(40, gap: 5), row(40, gap: 5)]) == [[0, 45], [0]])
    }

    @Test("rows that stay together move together")
    func together() {
        #expect(places([row(60), row(20, stays: true), row(30)]) == [[0], [0, 20]])
    }

    @Test("rows that cannot stay together are parted rather than lost")
    func tooLarge() {
        let rows = (1...5).map { row(40, stays: $0 < 5) }
        #expect(places(rows) == [[0, 40], [0, 40], [0]])
        #expect(places([row(250), row(10)]) == [[0], [0]])
    }

    @Test("the head is repeated on every page but the first")
    func head() {
        #expect(places([row(60), row(60), row(60)], head: [row(10)]) == [[0], [0, 10], [0, 10]])
    }

    @Test("a table's head stands again, below the running head, where one of its rows begins a page")
    func tableHead() {
        var inTable = row(60)
        inTable.pageHead = [row(15), row(5)]
        #expect(places([inTable, inTable, row(30)], head: [row(10)]) == [[0], [0, 10, 25, 30], [0, 10]])
    }

    @Test("a row larger than a page under a head is placed all the same")
    func largerThanPage() {
        #expect(places([row(250), row(250)], head: [row(10)]) == [[0], [0, 10]])
    }

    @Test("the foot stands at the lower end of the last page")
    func foot() {
        #expect(places([row(30)], foot: row(20)) == [[0, 80]])
    }

    @Test("the last rows go with the foot where both do not fit")
    func footMoves() {
        #expect(places([row(50), row(20, stays: true), row(20)], foot: row(20)) == [[0], [0, 20, 80]])
    }

    @Test("no rows at all make one page")
    func empty() {
        #expect(places([]) == [[]])
    }
}
