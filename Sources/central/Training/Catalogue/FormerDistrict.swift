import Models

/// A district as it was until 30/06/2025, with its communes and what each was merged into.
struct FormerDistrict: Codable, Hashable, Sendable {
    var formerProvince: String
    var formerCode: String
    /// The province of today.
    var province: String
    var district: String
    /// `code|name|codes of today`, blanks between several: a line for each, because there are ten thousand.
    var communes: [String]

    var communeItems: [ReferenceItem] {
        communes.compactMap { line in
            let parts = line.split(separator: "|").map(String.init)
            guard parts.count == 3 else { return nil }
            return ReferenceItem(
                code: parts[0], name: parts[1], parent: province,
                extra: [
                    "district": district, "former_province": formerProvince, "successors": parts[2],
                ])
        }
    }
}
