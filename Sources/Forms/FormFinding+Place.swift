extension FormFinding {
    /// Findings with the lines of their places in the text that they were found in; where the text is no JSON, with
    /// the line and column where it breaks off.
    public static func located(_ findings: [FormFinding], in text: [UInt8]) -> [FormFinding] {
        var parser = JSONParser(text, recordsPlaces: true)
        do throws(StrictJSONError) {
            _ = try parser.parse()
        } catch {
            let place = TextPlace(of: parser.position, in: text)
            return findings.map { finding in
                var finding = finding
                (finding.line, finding.column) = (place.line, place.column)
                return finding
            }
        }
        return located(findings, parser.places, in: text)
    }

    static func located(_ findings: [FormFinding], _ places: [String: Int], in text: [UInt8])
        -> [FormFinding]
    {
        findings.map { finding in
            var finding = finding
            var pointer = finding.pointer[...]
            // What is missing has no place of its own: it is missing in what is around it.
            while places[String(pointer)] == nil, let slash = pointer.lastIndex(of: "/") {
                pointer = pointer[..<slash]
            }
            finding.line = places[String(pointer)].map { TextPlace(of: $0, in: text).line }
            return finding
        }
    }
}
