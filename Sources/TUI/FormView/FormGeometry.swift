import Forms
import Synchronization

/// What drawing has worked out about a form: the layout of its page, and where things stand on the screen.
///
/// Never part of a form's value. Copies of a form share it; a layout belongs to one version of one copy,
/// because versions are handed out here.
final class FormGeometry: Sendable {
    /// Where the last drawing put things, for the mouse.
    struct Frame: Sendable {
        /// The window of the grid that it was drawn in; all other places count from there.
        var window: Rect
        var version: Int
        var page: Int
        var stop: FormStop
        var body: Rect
        var top: Int
        var popup: Rect?
        /// A tooltip, which may lie over a field.
        var hasTooltip: Bool
        var layout: FormLayout
        var tabs: [(page: Int, area: Rect)]
    }

    /// What is wrong with a form, told in short.
    struct IssueSummary {
        var hasIssues: Bool
        var line: SafeText?
    }

    /// How much was done since the form was made: for tests, which judge a key by it and not by time.
    struct Work: Equatable {
        var layouts = 0
        var conditions = 0
        var blocks = 0

        static func - (a: Work, b: Work) -> Work {
            Work(
                layouts: a.layouts - b.layouts, conditions: a.conditions - b.conditions,
                blocks: a.blocks - b.blocks)
        }
    }

    private struct Cached {
        var version: Int
        var page: Int
        var columns: Int
        var language: Language
        var layout: FormLayout
        /// The screenfuls of a height.
        var tops: (height: Int, rows: [Int])?
    }

    private struct State {
        var version = 0
        var cached: Cached?
        var frame: Frame?
        var lists: [ListKey: PickItems] = [:]
        var issues: (version: Int, language: Language, summary: IssueSummary)?
        var work = Work()
    }

    /// What a prepared list belongs to: a field with options of its own, or a reference set.
    enum ListKey: Hashable {
        case field(group: Int, field: Int, Language)
        case set(OptionRequest, Language)
    }

    /// What of the page does not change while one types.
    let backdrop = KeptDrawing<FormBackdrop>()

    private let state = Mutex(State())

    func nextVersion() -> Int {
        state.withLock {
            $0.version += 1
            return $0.version
        }
    }

    func layout(
        version: Int, page: Int, columns: Int, language: Language, make: () -> FormLayout
    ) -> FormLayout {
        let found = state.withLock { state -> FormLayout? in
            guard let cached = state.cached, cached.version == version, cached.page == page,
                cached.columns == columns, cached.language == language
            else { return nil }
            return cached.layout
        }
        if let found { return found }
        let layout = make()
        state.withLock {
            $0.work.layouts += 1
            $0.cached = Cached(
                version: version, page: page, columns: columns, language: language, layout: layout)
        }
        return layout
    }

    /// Where the screenfuls of the layout handed out last begin.
    func tops(of layout: FormLayout, height: Int) -> [Int] {
        state.withLock { state in
            if let tops = state.cached?.tops, tops.height == height { return tops.rows }
            let rows = layout.tops(height: height)
            state.cached?.tops = (height, rows)
            return rows
        }
    }

    /// The prepared list of options; made at its first use. nil is not remembered.
    func items(_ key: ListKey, make: () -> [Option]?) -> PickItems? {
        if let items = state.withLock({ $0.lists[key] }) { return items }
        guard let options = make() else { return nil }
        let language =
            switch key {
            case .field(_, _, let language), .set(_, let language): language
            }
        let items = PickItems(options, language: language)
        state.withLock { $0.lists[key] = items }
        return items
    }

    func issueSummary(version: Int, language: Language, make: () -> IssueSummary) -> IssueSummary {
        let found = state.withLock { state -> IssueSummary? in
            guard let issues = state.issues, issues.version == version, issues.language == language else {
                return nil
            }
            return issues.summary
        }
        if let found { return found }
        let summary = make()
        state.withLock { $0.issues = (version, language, summary) }
        return summary
    }

    var work: Work { state.withLock { $0.work } }

    func count(conditions: Int = 0, blocks: Int = 0) {
        state.withLock {
            $0.work.conditions += conditions
            $0.work.blocks += blocks
        }
    }

    var frame: Frame? {
        get { state.withLock { $0.frame } }
        set { state.withLock { $0.frame = newValue } }
    }
}
