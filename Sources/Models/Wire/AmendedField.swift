import Forms

/// One place of a dossier that an amendment changed, with what stood there before and what stands there now.
public struct AmendedField: Codable, Hashable, Sendable {
    /// Into the dossier: "/applicant/name".
    public var pointer: String
    /// Nil where nothing stood there.
    public var before: JSONValue?
    /// Nil where nothing stands there now.
    public var after: JSONValue?

    public init(pointer: String, before: JSONValue? = nil, after: JSONValue? = nil) {
        self.pointer = pointer
        self.before = before
        self.after = after
    }

    /// Every place at which two values differ, in the order of the pointers: objects member by member, anything else as a
    /// whole. Whoever has one value and these has the other.
    public static func changes(
        from before: JSONValue?, to after: JSONValue?, at pointer: String = ""
    ) -> [AmendedField] {
        guard before != after else { return [] }
        guard case .object(let old)? = before, case .object(let new)? = after else {
            return [AmendedField(pointer: pointer, before: before, after: after)]
        }
        return Set(old.keys).union(new.keys).sorted().flatMap { key in
            let name = key.replacing("~", with: "~0").replacing("/", with: "~1")
            return changes(from: old[key], to: new[key], at: pointer + "/" + name)
        }
    }
}
