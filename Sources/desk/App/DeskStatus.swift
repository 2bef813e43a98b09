import Forms
import Models
import TUI

/// What the status line shows: the way to here on the left; officer, training, what waits, the link and the time on the
/// right. All that it depends on is in it, so that it is drawn anew only where one of these is another.
struct DeskStatus: Equatable, Sendable {
    /// Of the screens on the stack, the root first.
    var titles: [SafeText]
    var standing: Desk.Standing
    var typing: InputMethod
    /// The time to the minute.
    var clock: Int64
    var language: Language
    var isASCII: Bool

    init(_ desk: Desk, titles: [SafeText], _ context: ScreenContext) {
        self.titles = titles
        standing = desk.standing
        typing = context.typing.method
        clock = context.now / 60
        language = context.language
        isASCII = context.ascii
    }

    /// Draws on a canvas of one row.
    func draw(into canvas: inout Canvas) {
        canvas.fill(canvas.bounds, role: .statusBar)
        var path = SafeText(Strings.Common.appName.text(language))
        for title in titles.dropFirst(titles.count > 1 ? 1 : 0) { path += " ▸ " + title }
        let room = canvas.size.columns - 2
        // Where there is no room for all, the connection's word goes first while all is well, then the unit,
        // the officer, and last the way to here.
        var right: [(SafeText, Role)] = []
        for level in 0..<4 {
            right = parts(level)
            if path.width + 2 + Self.width(right) <= room { break }
        }
        path = path.truncated(to: max(0, room - Self.width(right) - 1))
        canvas.put(path, at: Point(1, 0), role: .statusBar)
        var column = canvas.size.columns - 1 - Self.width(right)
        for (text, role) in right {
            column += canvas.put(text, at: Point(column, 0), role: role) + Self.gap
        }
    }

    private static let gap = 2

    private func parts(_ level: Int) -> [(SafeText, Role)] {
        var parts: [(SafeText, Role)] = []
        if let person = standing.person, level < 3 {
            let officer = SafeText(person.officer)
            let unit = SafeText(UnitName.short(person.unit))
            parts.append((level < 2 ? unit + " · " + officer : officer, .statusBar))
        }
        if standing.isTraining {
            parts.append((SafeText(Strings.Common.training.text(language)), .training))
        }
        switch standing.waiting {
        case .success(0): break
        case .success(let count):
            parts.append((SafeText(Strings.Status.pending(count).text(language)), .warning))
        case .failure: parts.append((SafeText(Strings.Status.pendingUnknown.text(language)), .error))
        }
        if typing != .off { parts.append((typing.sign, .key)) }
        parts.append(link(hasWord: level == 0 || !standing.link.isConnected))
        parts.append((SafeText(Instant(seconds: clock * 60).clock), .statusBar))
        return parts
    }

    private static func width(_ parts: [(SafeText, Role)]) -> Int {
        parts.reduce(0) { $0 + $1.0.width } + gap * max(0, parts.count - 1)
    }

    private func link(hasWord: Bool) -> (SafeText, Role) {
        let (words, isUp, isDown): (Phrase, Bool, Bool) =
            switch standing.link {
            case .connected: (Strings.Status.connected, true, false)
            case .unasked: (Strings.Status.unasked, false, false)
            case .starting, .connecting: (Strings.Status.connecting, false, false)
            case .lost, .failed: (Strings.Status.disconnected, false, true)
            }
        let mark: SafeText = isASCII ? (isUp ? "*" : "o") : (isUp ? "●" : "○")
        let text = hasWord ? mark + " " + SafeText(words.text(language)) : mark
        return (text, isDown ? .error : .statusBar)
    }
}
