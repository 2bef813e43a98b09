/// Checks the answers of a form. The desk and the central system run this same code (eForm VA-1, VA-2).
///
/// What a hidden field holds counts for nothing: it is neither checked nor seen by any condition. Answers
/// under an id that the form does not have are errors, and so is a value of the wrong type.
public struct FormValidator: Sendable {
    /// Tells whether a reference set holds a value (below a parent, where the dropdown has one).
    public typealias ReferenceCheck = @Sendable (_ set: String, _ value: String, _ parent: String?) -> Bool

    public let definition: FormDefinition
    public let today: LocalDate
    private let reference: ReferenceCheck?

    /// - Parameters:
    ///   - today: What relative bounds and `today()` count from.
    ///   - reference: Looks values of reference dropdowns up; without it they are only checked for shape.
    public init(_ definition: FormDefinition, today: LocalDate, reference: ReferenceCheck? = nil) {
        self.definition = definition
        self.today = today
        self.reference = reference
    }

    /// All that is wrong, in the order of the form; answers that the form does not know come last.
    public func check(_ answers: Answers) -> [FieldError] {
        let settled = complete(answers)
        var errors: [FieldError] = []
        for group in groups(settled) {
            if group.repeats == nil {
                for field in group.fields {
                    check(field, FieldPath(field.id), settled, row: nil, given: answers, into: &errors)
                }
            } else {
                checkRows(of: group, settled, given: answers, into: &errors)
            }
        }
        let broken = Set(errors.filter { $0.issue.severity == .error }.map(\.path))
        for rule in definition.rules { errors += check(rule, settled, except: broken) }
        return errors + unknown(answers)
    }

    /// The fields that stand on the form as it is filled in. A repeating group has its rows' fields.
    public func visibleFields(_ answers: Answers) -> Set<FieldPath> {
        let settled = complete(answers)
        var paths: Set<FieldPath> = []
        for group in groups(settled) {
            if group.repeats == nil {
                for field in group.fields where isVisible(field, settled, row: nil) {
                    paths.insert(FieldPath(field.id))
                }
            } else {
                for (index, row) in settled.rows(group.id).enumerated() {
                    for field in group.fields where isVisible(field, settled, row: row) {
                        paths.insert(FieldPath(field.id, group: group.id, row: index))
                    }
                }
            }
        }
        return paths
    }

    /// The answers that count: those of hidden fields are gone, computed ones are worked out. For all conditions a box
    /// that the answers leave out is not ticked, as on the form; it stays left out.
    public func settled(_ answers: Answers) -> Answers {
        var settled = complete(answers)
        for group in definition.groups {
            let boxes = group.fields.filter { $0.kind == .checkbox }.map(\.id)
            guard group.repeats != nil else {
                for box in boxes where answers[box] == nil { settled[box] = nil }
                continue
            }
            guard !boxes.isEmpty, case .rows(var rows)? = settled[group.id] else { continue }
            for (index, given) in answers.rows(group.id).enumerated() where rows.indices.contains(index) {
                for box in boxes where given[box] == nil { rows[index][box] = nil }
            }
            settled[group.id] = .rows(rows)
        }
        return settled
    }

    /// What counts, with every box on the form ticked or not.
    ///
    /// Hiding one field can hide others whose condition looks at it, so it is repeated until nothing changes;
    /// conditions that go in circles end after as many rounds as the form has fields.
    private func complete(_ answers: Answers) -> Answers {
        var current = answers
        let rounds = definition.groups.reduce(1) { $0 + $1.fields.count + 1 }
        for _ in 0..<rounds {
            let next = settledOnce(current)
            if next == current { break }
            current = next
        }
        return current
    }

    private func settledOnce(_ answers: Answers) -> Answers {
        var result = answers
        for page in definition.pages {
            let pageIsVisible = holds(page.visibleWhen, answers, row: nil)
            for group in page.groups {
                let groupIsVisible = pageIsVisible && holds(group.visibleWhen, answers, row: nil)
                guard group.repeats != nil else {
                    for field in group.fields {
                        settle(field, groupIsVisible, answers, row: nil, in: &result)
                    }
                    continue
                }
                guard groupIsVisible else {
                    result[group.id] = nil
                    continue
                }
                guard case .rows(var rows)? = answers[group.id], rows.count <= group.repeats?.max ?? 0
                else { continue }
                for index in rows.indices {
                    let row = rows[index]
                    for field in group.fields { settle(field, true, answers, row: row, in: &rows[index]) }
                }
                result[group.id] = .rows(rows)
            }
        }
        return result
    }

    private func settle(
        _ field: Field, _ groupIsVisible: Bool, _ answers: Answers, row: Answers?, in result: inout Answers
    ) {
        if !groupIsVisible || !isVisible(field, answers, row: row) {
            result[field.id] = nil
        } else if let computed = field.computed {
            result[field.id] = computed.evaluate(answers, row: row, today: today).answer
        } else if field.kind == .checkbox, result[field.id] == nil {
            // On the form it stands there and is not ticked.
            result[field.id] = .flag(false)
        }
    }

    private func holds(_ condition: Expression?, _ answers: Answers, row: Answers?) -> Bool {
        condition?.isTrue(answers, row: row, today: today) ?? true
    }

    private func isVisible(_ field: Field, _ answers: Answers, row: Answers?) -> Bool {
        holds(field.visibleWhen, answers, row: row)
    }

    private func groups(_ settled: Answers) -> [FormGroup] {
        definition.pages.filter { holds($0.visibleWhen, settled, row: nil) }.flatMap(\.groups)
            .filter { holds($0.visibleWhen, settled, row: nil) }
    }
}

extension FormValidator {
    private func check(
        _ field: Field, _ path: FieldPath, _ settled: Answers, row: Answers?, given: Answers,
        into errors: inout [FieldError]
    ) {
        guard field.kind != .note, isVisible(field, settled, row: row) else { return }
        func report(_ issue: FieldIssue) {
            errors.append(FieldError(path: path, issue: issue))
        }
        if field.computed != nil {
            let sent = path.row.map { given.rows(path.group ?? "")[$0][field.id] } ?? given[field.id]
            if let sent, sent != (row ?? settled)[field.id] { report(Messages.computed) }
            return
        }
        let fieldCheck = FieldCheck(field: field, today: today)
        guard let answer = (row ?? settled)[field.id], !answer.isEmpty, !isUnticked(field, answer) else {
            if let answer = (row ?? settled)[field.id], !fits(field, answer) {
                report(Messages.wrongType(field))
            } else if field.required.holds(settled, row: row, today: today) {
                report(Messages.required(field))
            }
            return
        }
        if let issue = fieldCheck.issue(answer) { return report(issue) }
        if let issue = referenceIssue(field, answer, settled, row: row) { return report(issue) }
        if case .text(let rule) = field.kind, rule.format == .identityNumber, case .text(let text) = answer {
            for message in IdentityNumber.mismatch(text, birthDate: nil, sex: nil) {
                report(FieldIssue(code: "identity_number", message: message, severity: .warning))
            }
        }
    }

    /// A required checkbox has to be ticked: `false` is then as good as no answer.
    private func isUnticked(_ field: Field, _ answer: Answer) -> Bool {
        field.kind == .checkbox && answer == .flag(false)
    }

    /// Whether an empty answer is of the field's type.
    private func fits(_ field: Field, _ answer: Answer) -> Bool {
        switch (field.kind, answer) {
        case (.checkboxes, .choices), (.dropdown(_, multiple: true, _), .choices): true
        // An empty JSON list reads as no choices.
        case (.files, .choices), (.files, .rows): true
        case (.files, _): false
        case (.checkboxes, _), (.dropdown(_, multiple: true, _), _), (_, .choices), (_, .rows): false
        case (.checkbox, .flag): true
        case (.checkbox, _), (.number, _), (.money, _), (.slider, _), (.spinBox, _), (.note, _): false
        default: true
        }
    }

    private func referenceIssue(
        _ field: Field, _ answer: Answer, _ settled: Answers, row: Answers?
    ) -> FieldIssue? {
        guard let reference, case .reference(let set, let parentField)? = field.kind.source
        else { return nil }
        let parent = parentField.flatMap { row?.text($0) ?? settled.text($0) }
        let values =
            switch answer {
            case .text(let value): [value]
            case .choices(let values): values
            default: [String]()
            }
        return values.allSatisfy { reference(set, $0, parent) } ? nil : Messages.unknownOption
    }

    private func checkRows(
        of group: FormGroup, _ settled: Answers, given: Answers, into errors: inout [FieldError]
    ) {
        if let issue = rowsIssue(of: group, settled) {
            errors.append(FieldError(path: FieldPath(group.id), issue: issue))
        }
        for (index, row) in checkedRows(of: group, settled).enumerated() {
            for field in group.fields {
                let path = FieldPath(field.id, group: group.id, row: index)
                check(field, path, settled, row: row, given: given, into: &errors)
            }
        }
    }

    /// None where there are too many: they are refused as a whole.
    private func checkedRows(of group: FormGroup, _ settled: Answers) -> [Answers] {
        let rows = settled.rows(group.id)
        return rows.count <= group.repeats?.max ?? 0 ? rows : []
    }

    private func rowsIssue(of group: FormGroup, _ settled: Answers) -> FieldIssue? {
        switch settled[group.id] {
        case nil, .rows?: break
        case .choices(let values)? where values.isEmpty: break
        default: return Messages.rowsExpected
        }
        guard let repeats = group.repeats else { return nil }
        let count = settled.rows(group.id).count
        if count < repeats.min { return Messages.tooFewRows(repeats.min, group.title) }
        if count > repeats.max { return Messages.tooManyRows(repeats.max, group.title) }
        return nil
    }

    private func unknown(_ answers: Answers) -> [FieldError] {
        var single: Set<String> = []
        var repeating: [String: Set<String>] = [:]
        for group in definition.groups {
            let ids = group.fields.filter { $0.kind != .note }.map(\.id)
            if group.repeats == nil { single.formUnion(ids) } else { repeating[group.id] = Set(ids) }
        }
        var errors: [FieldError] = []
        for id in answers.values.keys.sorted() where !single.contains(id) {
            guard let known = repeating[id] else {
                errors.append(FieldError(path: FieldPath(id), issue: Messages.unknownField))
                continue
            }
            for (index, row) in answers.rows(id).enumerated() {
                for field in row.values.keys.sorted() where !known.contains(field) {
                    let path = FieldPath(field, group: id, row: index)
                    errors.append(FieldError(path: path, issue: Messages.unknownField))
                }
            }
        }
        return errors
    }
}

extension FormValidator {
    /// All that is wrong with one field, or with one repeating group as a whole, and nothing else: for a screen
    /// that checks as the officer leaves a field.
    ///
    /// - Parameter settled: Answers that `settled(_:)` gave; they are not settled again.
    public func check(_ path: FieldPath, settled: Answers) -> [FieldIssue] {
        for page in definition.pages {
            for group in page.groups {
                let isTheGroup = group.repeats != nil && path.group == nil && group.id == path.field
                let field = isTheGroup ? nil : field(at: path, in: group)
                guard isTheGroup || field != nil else { continue }
                guard holds(page.visibleWhen, settled, row: nil), holds(group.visibleWhen, settled, row: nil)
                else { return [] }
                var errors: [FieldError] = []
                var row: Answers?
                if let field {
                    if let index = path.row {
                        let rows = checkedRows(of: group, settled)
                        guard rows.indices.contains(index) else { return [] }
                        row = rows[index]
                    }
                    guard isVisible(field, settled, row: row) else { return [] }
                    check(field, path, settled, row: row, given: settled, into: &errors)
                } else if let issue = rowsIssue(of: group, settled) {
                    errors.append(FieldError(path: path, issue: issue))
                }
                if !errors.contains(where: { $0.issue.severity == .error }) {
                    for rule in definition.rules where rule.field == path.field {
                        if let issue = issue(rule, settled, row: row) {
                            errors.append(FieldError(path: path, issue: issue))
                        }
                    }
                }
                return errors.map(\.issue)
            }
        }
        return []
    }

    private func field(at path: FieldPath, in group: FormGroup) -> Field? {
        let isHere = group.repeats == nil ? path.group == nil : path.group == group.id && path.row != nil
        return isHere ? group.fields.first { $0.id == path.field } : nil
    }

    private func issue(_ rule: FormRule, _ settled: Answers, row: Answers?) -> FieldIssue? {
        guard rule.holds.evaluate(settled, row: row, today: today) == .bool(false) else { return nil }
        return FieldIssue(code: rule.id, message: rule.message, hint: rule.hint, severity: rule.severity)
    }

    private func check(_ rule: FormRule, _ settled: Answers, except broken: Set<FieldPath>) -> [FieldError] {
        func broke(_ path: FieldPath, row: Answers?) -> FieldError? {
            guard !broken.contains(path), let issue = issue(rule, settled, row: row) else { return nil }
            return FieldError(path: path, issue: issue)
        }
        for group in groups(settled) {
            if group.repeats != nil, group.id == rule.field {
                return [broke(FieldPath(group.id), row: nil)].compactMap { $0 }
            }
            guard let field = group.fields.first(where: { $0.id == rule.field }) else { continue }
            guard group.repeats != nil else {
                guard isVisible(field, settled, row: nil) else { return [] }
                return [broke(FieldPath(field.id), row: nil)].compactMap { $0 }
            }
            return checkedRows(of: group, settled).enumerated().compactMap { index, row in
                guard isVisible(field, settled, row: row) else { return nil }
                return broke(FieldPath(field.id, group: group.id, row: index), row: row)
            }
        }
        return []
    }
}
