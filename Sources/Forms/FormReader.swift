/// Reads a definition part by part, so that one mistake does not hide the next.
///
/// A part that is refused is mended and read again: the refused member is taken out, one that is missing gets a
/// stand-in. What can't be mended still counts with its id, so that nothing else is taken for a mistake because of
/// it. Only where even the id can't be read is nothing more said of names that aren't known.
struct FormReader {
    private(set) var findings: [FormFinding] = []
    private var isPartial = false
    private var nameless = 0

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
            if let (field, isWhole) = take(Field.self, item, at: place) ?? standIn(item, at: place) {
                result.fields.append(.init(place: place, field: field, isWhole: isWhole))
            } else {
                isPartial = true
            }
        }
        return result
    }

    /// Stands for a field whose kind can't be read: with what belongs to every field, and no rule.
    private mutating func standIn(_ value: JSONValue, at place: String) -> (value: Field, isWhole: Bool)? {
        guard case .object(let members) = value else { return nil }
        let common: Set = [
            "id", "label", "required", "visible_when", "help", "placeholder", "width", "sources",
        ]
        var kept = members.filter { common.contains($0.key) }
        kept["type"] = .string(FieldTypeName.text.rawValue)
        return take(Field.self, .object(kept), at: place).map { ($0.value, false) }
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
        let finding = FormFinding(pointer: place + error.pointer, code: error.code, message: error.message)
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// The part, and whether its rule is what its author wrote; nil where it can't be read at all.
    private mutating func take<T: Decodable>(
        _ type: T.Type, _ value: JSONValue, at place: String
    ) -> (value: T, isWhole: Bool)? {
        var value = value
        var removed: Set<String> = []
        var isWhole = true
        for _ in 0..<40 {
            do throws(StrictJSONError) {
                return (try StrictJSON.decode(type, from: value), isWhole)
            } catch {
                // A member that was taken out because of its value is missing now: that is no second mistake.
                if !removed.contains(error.pointer) { report(error, place) }
                let isMissing = error.code == "missing_key"
                // Without a name or with a key too many, the rest is still what its author meant.
                if error.code != "unknown_key", error.pointer != "/id", error.pointer != "/label" {
                    isWhole = false
                }
                guard removed.insert(error.pointer).inserted || isMissing,
                    let mended =
                        isMissing
                        ? completing(value, error.pointer, at: place) : value.changing(error.pointer, to: nil)
                else { return nil }
                value = mended
            }
        }
        return nil
    }

    /// The value with a stand-in for a member that is missing; nil where none would do.
    private mutating func completing(_ value: JSONValue, _ pointer: String, at place: String) -> JSONValue? {
        let standIn: JSONValue
        switch pointer.split(separator: "/").last {
        case "id":
            nameless += 1
            if !place.isEmpty { isPartial = true }
            standIn = .string("nameless_\(nameless)")
        case "label", "title", "value", "message": standIn = .string("?")
        case "version": standIn = .int(1)
        case "pages", "groups", "fields":
            isPartial = true
            standIn = .array([])
        case "options": standIn = .array([])
        case "types": standIn = .array([.string(FileType.pdf.rawValue)])
        case "holds": standIn = .string("true")
        case "min": standIn = .int(0)
        case "max": standIn = .int(1)
        default: return nil
        }
        return value.changing(pointer, to: standIn)
    }
}

extension JSONValue {
    /// The value with another member at a JSON pointer, or with none there; nil where there is no such place.
    fileprivate func changing(_ pointer: String, to new: JSONValue?) -> JSONValue? {
        let parts = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map(StrictJSONError.unescape)
        return changing(parts[...], to: new)
    }

    private func changing(_ path: ArraySlice<String>, to new: JSONValue?) -> JSONValue? {
        guard let first = path.first else { return nil }
        let rest = path.dropFirst()
        switch self {
        case .object(var members):
            if rest.isEmpty {
                guard new != nil || members[first] != nil else { return nil }
                members[first] = new
            } else {
                guard let inner = members[first]?.changing(rest, to: new) else { return nil }
                members[first] = inner
            }
            return .object(members)
        case .array(var items):
            guard let index = Int(first), items.indices.contains(index) else { return nil }
            // Items keep their places: the others' pointers must not move.
            guard !rest.isEmpty, let inner = items[index].changing(rest, to: new) else { return nil }
            items[index] = inner
            return .array(items)
        default: return nil
        }
    }
}
