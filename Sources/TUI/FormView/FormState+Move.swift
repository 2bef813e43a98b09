import Forms

extension FormState {
    /// Everything on a page that can have the focus, in visual order (eForm G-4).
    func stops(ofPage page: Int) -> [FormStop] {
        guard pageIsVisible.indices.contains(page), pageIsVisible[page] else { return [] }
        var stops: [FormStop] = []
        for group in groups.indices where index.groups[group].page == page && groups[group].isVisible {
            for row in groups[group].rows.indices {
                for field in groups[group].rows[row].entries.indices {
                    let place = EntryPlace(group: group, row: row, field: field)
                    guard self[place].isVisible, isOpen(place) else { continue }
                    stops.append(.field(id(of: place)))
                    if case .password = index.field(place).kind { stops.append(.reveal(id(of: place))) }
                }
                if canRemoveRow(group) {
                    stops.append(.removeRow(group: group, rowID: groups[group].rows[row].id))
                }
            }
            if canAddRow(group) { stops.append(.addRow(group: group)) }
        }
        if page == lastPage, submitLabel != nil { stops.append(.submit) }
        return stops
    }

    func firstStop(ofPage page: Int) -> FormStop? {
        stops(ofPage: page).first
    }

    var visiblePages: [Int] { pageIsVisible.indices.filter { pageIsVisible[$0] } }
    var lastPage: Int? { visiblePages.last }

    /// How the focus goes on.
    enum Step {
        /// Tab: every stop.
        case next
        /// Enter and auto-advance: fields and the buttons that end something, but not those beside a field.
        case nextField
        case previous
    }

    mutating func move(_ step: Step) {
        let list = stops(ofPage: page)
        let here = list.firstIndex(of: stop)
        leave(forward: step != .previous)
        switch step {
        case .next, .nextField:
            let rest = list[(here.map { $0 + 1 } ?? 0)...]
            if let next = rest.first(where: { step == .next || !$0.isBeside }) {
                return focus(next, fromBelow: false)
            }
            if let next = visiblePages.first(where: { $0 > page }) {
                return open(page: next, atEnd: false)
            }
            guard wraps else { return events.append(.edge(forward: true)) }
            if let first = visiblePages.first { open(page: first, atEnd: false) }
        case .previous:
            if let here, here > 0 { return focus(list[here - 1], fromBelow: true) }
            if let previous = visiblePages.last(where: { $0 < page }) {
                return open(page: previous, atEnd: true)
            }
            guard wraps else { return events.append(.edge(forward: false)) }
            if let last = lastPage { open(page: last, atEnd: true) }
        }
    }

    mutating func open(page next: Int, atEnd: Bool) {
        let list = stops(ofPage: next)
        if next != page {
            page = next
            events.append(.pageChanged(next))
        }
        if let target = atEnd ? list.last : list.first {
            focus(target, fromBelow: atEnd)
        }
    }

    /// PgDn and PgUp: pages, or groups where there is one page only.
    mutating func turn(forward: Bool) {
        let pages = visiblePages
        if pages.count > 1 {
            let next = forward ? pages.first { $0 > page } : pages.last { $0 < page }
            guard let next else { return refuse(nil) }
            leave(forward: forward)
            return open(page: next, atEnd: false)
        }
        let list = stops(ofPage: page)
        let here = group(of: stop) ?? Int.max
        let target =
            forward
            ? list.first { (group(of: $0) ?? Int.max) > here }
            : list.last { (group(of: $0) ?? Int.max) < here }
                .flatMap { last in list.first { group(of: $0) == group(of: last) } } ?? list.first
        guard let target, target != stop else { return refuse(nil) }
        leave(forward: forward)
        focus(target, fromBelow: false)
    }

    func group(of stop: FormStop) -> Int? {
        switch stop {
        case .field(let id), .reveal(let id): id.group
        case .removeRow(let group, _), .addRow(let group): group
        case .submit: nil
        }
    }

    mutating func focus(_ next: FormStop, fromBelow: Bool) {
        if let group = group(of: next), index.groups[group].page != page {
            page = index.groups[group].page
            events.append(.pageChanged(page))
        }
        guard next != stop else { return }
        stop = next
        edited = nil
        mended = nil
        guard case .field(let id) = next, let place = place(of: id) else { return }
        self[place].editor.enter(fromBelow: fromBelow)
        events.append(.entered(path(of: place)))
    }

    /// Moves the focus to a field; false where it does not stand on the form now.
    ///
    /// - Parameter advances: The focus goes on by itself, as after a scan: one Tab or Enter that follows at once,
    ///   out of habit or from the scanner, is spent on it and skips no field.
    @discardableResult
    public mutating func focus(_ path: FieldPath, advances: Bool = false) -> Bool {
        guard let place = place(of: path), isShown(place), isOpen(place) else { return false }
        popup = nil
        leave(forward: false)
        focus(.field(id(of: place)), fromBelow: false)
        hasAdvanced = advances
        return true
    }

    /// Moves the focus to a field that is wrong: what is typed there takes the place of what stands in it. Where
    /// the field has the focus already it is not judged anew: that would wipe away what a server said about it.
    public mutating func focusToMend(_ path: FieldPath) {
        guard focus == path || focus(path), case .field(let id) = stop else { return }
        mend(.field(id))
    }

    /// Goes to what is wrong.
    mutating func mend(_ next: FormStop) {
        focus(next, fromBelow: false)
        edited = nil
        if case .field(let id) = next { mended = id }
    }

    /// The focus goes. Going on judges the field and marks it, and never holds anyone back; going back only
    /// takes away a mark that is no longer right.
    mutating func leave(forward: Bool) {
        flush()
        guard case .field(let id) = stop, let place = place(of: id) else { return }
        let text = self[place].editor.text
        self[place].editor.leave(today: today)
        if self[place].editor.text != text {
            touched(place)
            flush()
        }
        if forward {
            judge(place)
            judgeNeighbours(of: place)
            events.append(.left(path(of: place)))
        } else if !self[place].issues.isEmpty {
            judge(place)
        }
    }
}

extension FormStop {
    /// Buttons that belong to a field or a row and that Enter passes by.
    var isBeside: Bool {
        switch self {
        case .reveal, .removeRow: true
        case .field, .addRow, .submit: false
        }
    }
}
