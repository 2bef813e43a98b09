import Models
import TUI

/// A process drawn in lines: its steps one below the other in their order, what leads to the next one between them, all
/// other ways as lines on the right, each by a letter that the list of steps explains.
///
/// A way leaves in the line below its step and arrives, with an arrow, in the line of its step; so no line is both.
struct ProcessDrawing {
    /// A way that is no step to the next one.
    struct Way: Equatable {
        var letter: String
        var from: Int
        var to: Int
    }

    /// What a cell's line is joined to.
    private struct Joints: OptionSet {
        let rawValue: Int
        static let up = Joints(rawValue: 1)
        static let down = Joints(rawValue: 2)
        static let left = Joints(rawValue: 4)
        static let right = Joints(rawValue: 8)
        static let arrow = Joints(rawValue: 16)
    }

    private static let letters = "abcdefghijklmnopqrstuvwxyz"
    /// The fewest columns that the names of steps get.
    private static let leastText = 24

    let lines: [[Sheet.Run]]
    /// Those that are drawn.
    private let ways: [Way]
    /// How many there was no room for; the list of steps has them.
    let left: Int

    /// - Parameter words: What an action is called.
    init(_ process: ProcessOutline, width: Int, ascii: Bool, words: (String) -> String) {
        let place = Dictionary(
            process.steps.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        // What leads to the next step, by the step's place.
        var next: [Int: [String]] = [:]
        var others: [(from: Int, to: Int)] = []
        for transition in process.transitions {
            guard let from = place[transition.from], let to = place[transition.to] else { continue }
            if to == from + 1 {
                next[from, default: []].append(words(transition.action))
            } else if !others.contains(where: { $0 == (from, to) }) {
                others.append((from, to))
            }
        }
        // Letters run down the page; lanes are given to short ways first, so that long ones go around them.
        let lettered = others.enumerated().sorted {
            ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
        }.map(\.element).enumerated().map { index, way in
            Way(letter: Self.letter(index), from: way.from, to: way.to)
        }
        let most = max(0, (width - Self.leastText - 4) / 3)
        var lanes: [[ClosedRange<Int>]] = []
        var drawn: [(way: Way, lane: Int)] = []
        for way in lettered.sorted(by: { (Self.rows($0).count, $0.from) < (Self.rows($1).count, $1.from) }) {
            let rows = Self.rows(way)
            let free = lanes.firstIndex { lane in !lane.contains { $0.overlaps(rows) } } ?? lanes.count
            guard free < most else { continue }
            if free == lanes.count { lanes.append([]) }
            lanes[free].append(rows)
            drawn.append((way, free))
        }
        ways = drawn.map(\.way)
        left = lettered.count - drawn.count

        // The lines stand beside the longest text, not at the far end of a wide screen.
        let texts =
            process.steps.map(\.name) + next.values.map { $0.joined(separator: ", ") + " " }
        let longest = (texts.map { SafeText($0).width }.max() ?? 0) + 6
        let room = min(longest, width - 3 * lanes.count - (lanes.isEmpty ? 0 : 4))
        let last = process.steps.count - 1
        let isLeft = drawn.contains { $0.way.from == last }
        var result: [[Sheet.Run]] = []
        for row in 0..<max(0, 2 * last + (isLeft ? 2 : 1)) {
            let index = row / 2
            let step = process.steps[index]
            var runs: [Sheet.Run] = []
            if row.isMultiple(of: 2) {
                let sign = Self.sign(of: step, in: process, ascii: ascii)
                let name = SafeText("\(sign) \(step.name)").truncated(to: room)
                runs.append(
                    Sheet.Run(
                        name, step.code == process.entry ? .title : step.kind == "terminal" ? .dim : .text))
            } else if let actions = next[index] {
                let down = ascii ? "|" : "│"
                runs.append(
                    Sheet.Run(
                        SafeText("\(down)  \(actions.joined(separator: ", "))").truncated(to: room), .dim))
            }
            let used = runs.reduce(0) { $0 + $1.text.width }
            let cells = Self.cells(row, drawn, lanes: lanes.count)
            let letters = drawn.filter { 2 * $0.way.from + 1 == row }.map(\.way.letter).joined()
            if let cells, !lanes.isEmpty {
                runs.append(
                    Sheet.Run(
                        Self.side(cells, from: used, room: room, letters: letters, ascii: ascii), .border))
            }
            result.append(runs)
        }
        lines = result
    }

    /// The letter by which a way is drawn; nil where it leads to the next step, or had no room.
    func letter(from: Int, to: Int) -> String? {
        ways.first { $0.from == from && $0.to == to }?.letter
    }

    private static func letter(_ index: Int) -> String {
        let all = Array(letters)
        return index < all.count
            ? String(all[index]) : String(all[index % all.count]) + "\(index / all.count)"
    }

    /// From the line below its first step to the line of its second one.
    private static func rows(_ way: Way) -> ClosedRange<Int> {
        let (start, end) = (2 * way.from + 1, 2 * way.to)
        return min(start, end)...max(start, end)
    }

    private static func sign(of step: ProcessOutline.Step, in process: ProcessOutline, ascii: Bool) -> String
    {
        if step.code == process.entry { return ascii ? "*" : "●" }
        if step.kind == "terminal" { return ascii ? "#" : "■" }
        return ascii ? "o" : "○"
    }

    /// What the lanes hold in a row, from the left; nil where nothing.
    private static func cells(
        _ row: Int, _ drawn: [(way: Way, lane: Int)], lanes: Int
    ) -> [Joints]? {
        var cells = [Joints](repeating: [], count: lanes)
        var isUsed = false
        for (way, lane) in drawn where rows(way).contains(row) {
            isUsed = true
            let rows = rows(way)
            if row > rows.lowerBound { cells[lane].insert(.up) }
            if row < rows.upperBound { cells[lane].insert(.down) }
            guard row == 2 * way.from + 1 || row == 2 * way.to else { continue }
            cells[lane].insert(.left)
            for before in 0..<lane { cells[before].formUnion([.left, .right]) }
            if row == 2 * way.to { cells[lane].insert(.arrow) }
        }
        return isUsed ? cells : nil
    }

    /// The right side of a row: from the end of its text to the last lane.
    private static func side(
        _ cells: [Joints], from used: Int, room: Int, letters: String, ascii: Bool
    ) -> SafeText {
        let line = ascii ? "-" : "─"
        let isCrossed = cells.contains { $0.contains(.left) }
        let isArriving = cells.contains { $0.contains(.arrow) }
        var text = " "
        let fill = max(0, room - used + 2 - letters.count)
        if !isCrossed {
            text += String(repeating: " ", count: max(0, room - used + 2))
        } else if isArriving {
            text += (ascii ? "<" : "◂") + String(repeating: line, count: max(0, room - used + 1))
        } else {
            text += letters + String(repeating: line, count: fill)
        }
        let last = cells.lastIndex { !$0.isEmpty } ?? 0
        for (index, cell) in cells.enumerated() where index <= last {
            text += sign(cell, ascii: ascii)
            guard index < last else { continue }
            text += String(repeating: cell.contains(.right) ? line : " ", count: 2)
        }
        return SafeText(text)
    }

    private static func sign(_ joints: Joints, ascii: Bool) -> String {
        let directions = joints.subtracting(.arrow)
        if ascii {
            switch directions {
            case []: return " "
            case [.up, .down]: return "|"
            case [.left, .right]: return "-"
            default: return "+"
            }
        }
        return switch directions {
        case []: " "
        case [.up, .down]: "│"
        case [.left, .right]: "─"
        case [.left, .down]: "┐"
        case [.left, .up]: "┘"
        case [.left, .up, .down]: "┤"
        case [.left, .right, .down]: "┬"
        case [.left, .right, .up]: "┴"
        default: "┼"
        }
    }
}
