import Forms
import Models
import TUI

/// Draws the report of a period: names on the left, then as many groups of columns as fit, and the rates below.
enum FiguresTable {
    struct Group: Sendable {
        var title: Phrase
        var columns: [Phrase]
        var numbers: @Sendable (PeriodCounts) -> [Int]
    }

    /// A line of the page's body.
    enum Line: Sendable {
        case counts(String, PeriodCounts, isSum: Bool)
        case heading(Phrase)
        case rate(String, OnTimeCounts, isSum: Bool)
        case note(Phrase)
        case blank
    }

    static let groups: [Group] = [
        Group(title: Strings.Figures.received, columns: Strings.Figures.receivedColumns) {
            [$0.received, $0.carriedOver, $0.online, $0.direct, $0.postal]
        },
        Group(title: Strings.Figures.done, columns: Strings.Figures.doneColumns) {
            [$0.done, $0.doneEarly, $0.doneOnTime, $0.doneLate]
        },
        Group(title: Strings.Figures.open, columns: Strings.Figures.openColumns) {
            [$0.open, $0.openOnTime, $0.openLate]
        },
        Group(title: Strings.Figures.paused, columns: Strings.Figures.pausedColumns) {
            [$0.paused, $0.waitingSupplement, $0.waitingPayment, $0.stopped]
        },
    ]

    private static let leastName = 22
    private static let column = 6
    /// Period and moment, and the two lines of titles.
    private static let headRows = 3

    static func bodyRows(_ size: Size) -> Int { max(1, size.rows - headRows) }

    /// Those that fit beside a name, at least one.
    static func groups(from first: Int, columns: Int) -> Range<Int> {
        var end = first
        var width = leastName
        while end < groups.count {
            width += groups[end].columns.count * column + 1
            if end > first, width > columns { break }
            end += 1
        }
        return first..<end
    }

    /// With what the short titles of columns mean, which a narrow screen has no other place for.
    static func shown(_ figures: Figures) -> [Line] {
        lines(figures) + [.blank] + Strings.Figures.abbreviations.map(Line.note)
    }

    static func lines(_ figures: Figures) -> [Line] {
        var lines: [Line] = figures.period.lines.map { .counts($0.name, $0.counts, isSum: false) }
        lines.append(.counts("", figures.period.total, isSum: true))
        lines += [.blank, .heading(Strings.Figures.rate)]
        for (title, report) in [
            (Strings.Figures.ofUnits, figures.units), (Strings.Figures.ofOfficers, figures.officers),
        ] {
            lines.append(.heading(title))
            if report.by == .officer { lines += Strings.Figures.attribution.map(Line.note) }
            lines += report.lines.map { .rate($0.key.isEmpty ? "" : $0.name, $0.counts, isSum: false) }
        }
        lines.append(.rate("", figures.units.total, isSum: true))
        let total = figures.period.total
        // The two are asked for one after the other: what was done in between would make a false sum.
        if figures.units.total.total == total.judged {
            lines += Strings.Figures.judged(
                total.judged, received: total.received, refused: total.refused,
                withdrawn: total.withdrawnUnreceived
            ).map(Line.note)
        }
        return lines
    }

    /// A line in words; zeros, which the eye skips, are left out. nil for a blank.
    static func spoken(_ line: Line, _ language: Language) -> String? {
        switch line {
        case .blank: return nil
        case .heading(let words): return "== " + words.text(language)
        case .note(let words): return words.text(language)
        case .counts(let name, let counts, let isSum):
            let facts = zip(groups, Strings.Figures.spokenColumns).flatMap { group, names in
                zip(names, group.numbers(counts)).filter { $0.1 != 0 }.map {
                    "\($0.0.text(language)) \($0.1)"
                }
            }
            let name = isSum ? Strings.Figures.total.text(language) : name
            return name + ": " + (facts.isEmpty ? "0" : facts.joined(separator: ", "))
        case .rate(let name, let counts, let isSum):
            let words = isSum ? Strings.Figures.total : Strings.Figures.system
            let share = counts.permille.map { ", " + Strings.Figures.percent($0).text(language) } ?? ""
            return (name.isEmpty ? words.text(language) : name) + ": "
                + "\(Strings.Figures.onTime.text(language)) \(counts.onTime), "
                + "\(Strings.Figures.late.text(language)) \(counts.late)" + share
        }
    }

    static func draw(
        _ figures: Figures, into canvas: inout Canvas, offset: Int, firstGroup: Int, _ context: ScreenContext
    ) {
        let language = context.language
        let area = canvas.bounds
        let shown = groups(from: firstGroup, columns: area.columns - 2)
        let width = shown.reduce(0) { $0 + groups[$1].columns.count * column + 1 }
        let nameWidth = min(64, area.columns - 2 - width)
        let report = figures.period
        let period = Strings.Figures.period(report.from.display, report.to.display).text(language)
        canvas.put(SafeText(period), at: Point(1, 0), role: .title)
        canvas.put(
            SafeText(Strings.Figures.at(report.at.display).text(language)),
            at: Point(SafeText(period).width + 3, 0), role: .dim)
        canvas.put(
            SafeText(Strings.Figures.grouping(report.by).text(language)), at: Point(1, 2), role: .label)
        var at = nameWidth + 1
        for group in shown.map({ groups[$0] }) {
            canvas.put(
                SafeText(group.title.text(language)).padded(to: group.columns.count * column + 1, .right),
                at: Point(at, 1), role: .title)
            for (index, title) in group.columns.enumerated() {
                canvas.put(
                    SafeText(title.text(language)).padded(to: column, .right),
                    at: Point(at + 1 + index * column, 2), role: .label)
            }
            at += group.columns.count * column + 1
        }
        let rows = area.rows - headRows
        let lines = Self.shown(figures)
        let first = max(0, min(offset, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(max(0, rows)).enumerated() {
            draw(
                line, into: &canvas, at: Point(1, headRows + row), nameWidth: nameWidth, shown: shown,
                language)
        }
        let bar = Rect(column: area.columns - 1, row: headRows, columns: 1, rows: max(0, rows))
        if lines.count > rows {
            ScrollBar.draw(
                into: &canvas, area: bar, total: lines.count, first: first, role: .border,
                glyphs: Glyphs.of(context))
        }
    }

    private static func draw(
        _ line: Line, into canvas: inout Canvas, at origin: Point, nameWidth: Int, shown: Range<Int>,
        _ language: Language
    ) {
        switch line {
        case .blank: break
        case .note(let words): canvas.put(SafeText(words.text(language)), at: origin, role: .dim)
        case .heading(let words): canvas.put(SafeText(words.text(language)), at: origin, role: .title)
        case .counts(let name, let counts, let isSum):
            let name = isSum ? Strings.Figures.total.text(language) : name
            canvas.put(SafeText(name).truncated(to: nameWidth), at: origin, role: isSum ? .title : .text)
            var at = nameWidth
            for group in shown.map({ groups[$0] }) {
                for (index, number) in group.numbers(counts).enumerated() {
                    canvas.put(
                        SafeText("\(number)").padded(to: column, .right),
                        at: origin.offset(columns: at + 1 + index * column),
                        role: number == 0 ? .dim : isSum ? .title : .text)
                }
                at += group.columns.count * column + 1
            }
        case .rate(let name, let counts, let isSum):
            let words = isSum ? Strings.Figures.total : Strings.Figures.system
            let name = name.isEmpty ? words.text(language) : name
            canvas.put(SafeText(name).truncated(to: 34), at: origin, role: isSum ? .title : .text)
            let share = counts.permille.map { Strings.Figures.percent($0).text(language) } ?? ""
            let parts = [
                "\(Strings.Figures.onTime.text(language)) \(counts.onTime)",
                "\(Strings.Figures.late.text(language)) \(counts.late)", share,
            ]
            var at = 35
            for (part, width) in zip(parts, [16, 16, 9]) {
                canvas.put(
                    SafeText(part).padded(to: width, .right), at: origin.offset(columns: at),
                    role: isSum ? .title : .text)
                at += width
            }
        }
    }
}
