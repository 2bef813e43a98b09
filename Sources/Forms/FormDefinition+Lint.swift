extension FormDefinition {
    /// What an author got wrong in a form, each with its place; nothing for a form that may be published.
    ///
    /// A published form never fails at the desk: ids are unique, expressions name what exists and compare what can
    /// be compared, nothing is worked out from itself, choices are as many as the eForm rules allow (RA-1, CB-1),
    /// bounds are not turned round.
    ///
    /// - Parameters:
    ///   - sources: The names that `sources` may hold; nil where they are not to be looked at.
    ///   - references: The reference sets that there are; nil where they are not to be looked at.
    public func lint(sources: Set<String>? = nil, references: Set<String>? = nil) -> [FormFinding] {
        var lint = FormLint(FormOutline(self), sources: sources, references: references)
        return lint.run()
    }

    /// Reads a definition as a ministry's author wrote it and names every mistake, with pointer and line.
    ///
    /// A text above `FormLimits.bytes` is refused before it is looked at. Where the text is no JSON, the place is
    /// its line and column.
    public static func lint(
        _ text: some Collection<UInt8>, sources: Set<String>? = FillSource.known,
        references: Set<String>? = nil
    ) -> [FormFinding] {
        guard text.count <= FormLimits.bytes else {
            return [
                FormFinding(
                    pointer: "", code: "too_large",
                    message: "Định nghĩa dài quá \(FormLimits.bytes) byte.")
            ]
        }
        let bytes = Array(text)
        var parser = JSONParser(bytes, recordsPlaces: true)
        let value: JSONValue
        do throws(StrictJSONError) {
            value = try parser.parse()
        } catch {
            let place = TextPlace(of: parser.position, in: bytes)
            return [
                FormFinding(
                    pointer: error.pointer, code: error.code, message: error.message, line: place.line,
                    column: place.column)
            ]
        }
        let found = lint(value, sources: sources, references: references)
        return FormFinding.located(found, parser.places, in: bytes)
    }

    /// As `lint(_:sources:references:)`, of JSON that was read already.
    public static func lint(
        _ value: JSONValue, sources: Set<String>? = FillSource.known, references: Set<String>? = nil
    ) -> [FormFinding] {
        var reader = FormReader()
        let outline = reader.read(value)
        var lint = FormLint(outline, sources: sources, references: references)
        let found = reader.findings + lint.run()
        return Array(found.prefix(FormLimits.findings))
    }
}

/// A place in a text, as an editor counts.
struct TextPlace: Hashable {
    var line: Int
    /// In characters (Unicode scalars), from 1.
    var column: Int

    init(of offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<Swift.min(offset, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = before.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        column = before[start...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
