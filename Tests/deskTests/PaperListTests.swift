import Models
import Testing

@testable import desk

@Suite("Papers")
struct PaperListTests {
    private func list() -> PaperList { PaperList(FixtureData.procedure.cases[0].documents) }

    @Test("One key receives a paper in the number that the case asks for, and goes on")
    func tick() {
        var papers = list()
        papers.tick()
        #expect(papers.rows[0].isReceived)
        #expect(papers.rows[0].originals == 1)
        #expect(papers.rows[0].copies == 0)
        #expect(papers.cursor == 1)
        papers.move(by: -1)
        papers.tick()
        #expect(!papers.rows[0].isReceived)
    }

    @Test("All required at once; what was counted already stays")
    func all() {
        var papers = list()
        papers.type(3)
        papers.tickAllRequired()
        #expect(papers.missing.isEmpty)
        #expect(papers.rows[0].originals == 3)
        #expect(!papers.rows[2].isReceived, "an optional paper is not ticked")
        #expect(papers.submitted.map(\.code) == ["GT1", "GT2"])
    }

    @Test("Digits make a number of at most three places")
    func digits() {
        var papers = list()
        for digit in [1, 2, 3, 4] { papers.type(digit) }
        #expect(papers.rows[0].originals == 123)
        papers.moveColumn(by: 1)
        papers.type(7)
        #expect(papers.rows[0].copies == 7)
        papers.type(0)
        #expect(papers.rows[0].copies == 70)
        papers.move(by: 1)
        papers.move(by: -1)
        papers.type(0)
        #expect(papers.rows[0].copies == 0)
    }

    @Test("Too few copies are missing; a digital copy that stands for the paper is not")
    func enough() {
        var papers = list()
        #expect(papers.missing.map(\.code) == ["GT1", "GT2"])
        papers.tickAllRequired()
        papers.moveColumn(by: -2)
        papers.type(0)
        #expect(papers.missing.map(\.code) == ["GT1"])
        papers.cycleDigitised()
        papers.cycleDigitised()
        #expect(papers.rows[0].digitised == .reused)
        #expect(papers.missing.isEmpty)
    }

    @Test("Another case keeps the ticks of the papers that both ask for")
    func carried() {
        var papers = list()
        papers.tickAllRequired()
        let other = FixtureData.procedure.cases[0].documents.reversed().dropFirst()
        let carried = papers.carried(to: Array(other))
        #expect(carried.rows.map(\.requirement.code) == ["GT2", "GT1"])
        let all = carried.rows.allSatisfy { $0.isReceived }
        #expect(all)
    }

    @Test("A draft's papers come back; those not asked for any more are told")
    func restored() {
        var papers = list()
        papers.tickAllRequired()
        var later = PaperList(Array(FixtureData.procedure.cases[0].documents.prefix(1)))
        let leftover = later.restore(papers.submitted)
        #expect(later.rows[0].isReceived)
        #expect(leftover.map(\.code) == ["GT2"])
    }

    @Test("An empty list takes every key")
    func empty() {
        var papers = PaperList()
        papers.tick()
        papers.tickAllRequired()
        papers.cycleDigitised()
        papers.type(3)
        papers.move(by: 5)
        papers.moveColumn(by: 9)
        #expect(papers.isEmpty)
        #expect(papers.selected == nil)
    }
}
