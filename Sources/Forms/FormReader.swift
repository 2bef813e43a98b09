/// Reads a definition part by part, so that one mistake does not hide the next.
///
/// A part that is refused is mended by taking the refused member out and read again; where it can't be read without
/// that member it is left out.
struct FormReader {
    private(set) var findings: [FormFinding] = []
    private var isPartial = false

    mutating func read(_ value: JSONValue) -> FormOutline {
        var outline = FormOutline()
        guard case .object(let members) = value else {
            report(
                StrictJSONError(pointer: "", code: "wrong_type", message: "Giá trị phải là một đối tượng."),
                "")
            outline.isPartial = true
            return outline
        }
        var head = members
        if head["pages"] != nil { head["pages"] = .array([]) }
        if head["rules"] != nil { head["rules"] = .array([]) }
        outline.head = take(FormDefinition.self, .object(head), at: "")?.value
        for (place, item) in list(members["pages"], at: "/pages", most: FormLimits.pages) {
            if let page = page(item, at: place) { outline.pages.append(page) }
        }
        for (place, item) in list(members["rules"], at: "/rules", most: FormLimits.rules) {
            if let rule = take(FormRule.self, item, at: place)?.value {
                outline.rules.append(.init(place: place, rule: rule))
            }
        }
        outline.isPartial = isPartial
        return outline
    }

    private mutating func page(_ value: JSONValue, at place: String) -> FormOutline.Page? {
        let (shell, inner) = split(value, "groups")
        guard let page = take(FormPage.self, shell, at: place)?.value else {
            isPartial = true
            return nil
        }
        var result = FormOutline.Page(place: place, page: page, groups: [])
        for (place, item) in list(inner, at: place + "/groups", most: FormLimits.groups) {
            if let group = group(item, at: place) { result.groups.append(group) }
        }
        return result
    }

    private mutating func group(_ value: JSONValue, at place: String) -> FormOutline.Group? {
        let (shell, inner) = split(value, "fields")
        guard let group = take(FormGroup.self, shell, at: place)?.value else {
            isPartial = true
            return nil
        }
        var result = FormOutline.Group(place: place, group: group, fields: [])
        for (place, item) in list(inner, at: place + "/fields", most: FormLimits.fields) {
            guard let (field, isWhole) = take(Field.self, item, at: place) else {
                isPartial = true
                continue
            }
            result.fields.append(.init(place: place, field: field, isWhole: isWhole))
        }
        return result
    }

    /// An object with an empty list in place of one that is read item by item.
    private func split(_ value: JSONValue, _ key: String) -> (JSONValue, JSONValue?) {
        guard case .object(var members) = value else { return (value, nil) }
        let inner = members[key]
        if inner != nil { members[key] = .array([]) }
        return (.object(members), inner)
    }

    private mutating func list(
        _ value: JSONValue?, at place: String, most: Int
    ) -> [(place: String, item: JSONValue)] {
        switch value {
        case nil: return []
        case .array(let items)?:
            if items.count > most {
                findings.append(
                    FormFinding(
                        pointer: place, code: "too_many",
                        message: "Có \(items.count) mục, nhiều nhất \(most)."))
                isPartial = true
            }
            return items.prefix(most).enumerated().map { (place + "/\($0)", $1) }
        default:
            report(
                StrictJSONError(pointer: "", code: "wrong_type", message: "Giá trị phải là một danh sách."),
                place)
            isPartial = true
            return []
        }
    }

    private mutating func report(_ error: StrictJSONError, _ place: String) {
        findings.append(
            FormFinding(pointer: place + error.pointer, code: error.code, message: error.message))
    }

    /// The part, and whether there was nothing to mend; nil where it can't be read at all.
    private mutating func take<T: Decodable>(
        _ type: T.Type, _ value: JSONValue, at place: String
    ) -> (value: T, isWhole: Bool)? {
        var value = value
        var removed: Set<String> = []
        for attempt in 0..<40 {
            do throws(StrictJSONError) {
                return (try StrictJSON.decode(type, from: value), attempt == 0)
            } catch {
                // A member that was taken out because of its value is missing now: that is no second mistake.
                guard !removed.contains(error.pointer) else { return nil }
                report(error, place)
                guard error.code != "missing_key", removed.insert(error.pointer).inserted,
                    let mended = value.removing(error.pointer)
                else { return nil }
                value = mended
            }
        }
        return nil
    }
}

extension JSONValue {
    /// The value without the member or item of a JSON pointer; nil where there is none.
    fileprivate func removing(_ pointer: String) -> JSONValue? {
        let parts = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map(StrictJSONError.unescape)
        return removing(parts[...])
    }

    private func removing(_ path: ArraySlice<String>) -> JSONValue? {
        guard let first = path.first else { return nil }
        let rest = path.dropFirst()
        switch self {
        case .object(var members):
            guard let member = members[first] else { return nil }
            if rest.isEmpty {
                members[first] = nil
            } else {
                guard let inner = member.removing(rest) else { return nil }
                members[first] = inner
            }
            return .object(members)
        case .array(var items):
            guard let index = Int(first), items.indices.contains(index) else { return nil }
            // Items keep their places: the others' pointers must not move.
            guard !rest.isEmpty, let inner = items[index].removing(rest) else { return nil }
            items[index] = inner
            return .array(items)
        default: return nil
        }
    }
}
