/// What a form says of its paper: the groups and fields that it names are there, and what stands in one piece
/// fits the paper.
extension FormLint {
    /// Of the form's number, in characters.
    private static let number = 80
    /// Of a column's title, in characters.
    private static let column = 60
    /// Of the texts around a signature, in characters.
    private static let signature = 100
    private static let signatures = 4
    private static let blankRows = 1...30

    mutating func checkPaper() {
        guard let paper = form.head?.paper else { return }
        check(paper.number.map { Phrase($0) }, at: "/paper/number", most: Self.number)
        check(paper.title, at: "/paper/title", most: FormLimits.label)
        check(paper.addressee?.text, at: "/paper/addressee/text", most: FormLimits.label)
        check(paper.opening, at: "/paper/opening", most: FormLimits.text)
        check(paper.pledge, at: "/paper/pledge", most: FormLimits.text)
        if paper.signatures.count > Self.signatures {
            report(
                "/paper/signatures", "too_many",
                "Bản giấy có \(paper.signatures.count) chỗ ký, nhiều nhất \(Self.signatures).")
        }
        for (index, signature) in paper.signatures.enumerated() {
            check(signature, at: "/paper/signatures/\(index)")
        }
        var named: Set<String> = []
        for (index, group) in paper.groups.enumerated() {
            let place = "/paper/groups/\(index)"
            if !named.insert(group.group).inserted {
                report(place + "/group", "duplicate_id", "Bản giấy nói đến nhóm “\(group.group)” hai lần.")
            }
            check(group, at: place)
        }
    }

    private mutating func check(_ signature: PaperSignature, at place: String) {
        check(signature.title, at: place + "/title", most: Self.signature)
        check(signature.hint, at: place + "/hint", most: Self.signature)
        if let name = signature.name, plain[name] == nil, !form.isPartial {
            report(
                place + "/name", "unknown_field",
                "Chỗ ký lấy tên ở mục “\(name)”, không có mục đó ngoài các nhóm lặp lại.")
        }
    }

    private mutating func check(_ paper: PaperGroup, at place: String) {
        check(paper.heading, at: place + "/heading", most: FormLimits.label)
        if let rows = paper.blankRows, !Self.blankRows.contains(rows) {
            report(
                place + "/blank_rows", "out_of_range",
                "Số dòng trống phải từ \(Self.blankRows.lowerBound) đến \(Self.blankRows.upperBound).")
        }
        guard let group = form.groups.first(where: { $0.group.id == paper.group }) else {
            if !form.isPartial {
                report(
                    place + "/group", "unknown_field",
                    "Bản giấy nói đến nhóm “\(paper.group)”, không có nhóm đó.")
            }
            return
        }
        if group.group.repeats == nil, paper.columns != nil || paper.blankRows != nil {
            report(place, "not_repeating", "Nhóm “\(paper.group)” không lặp lại nên không thành bảng được.")
        }
        if let columns = paper.columns { check(columns, of: group, at: place + "/columns") }
    }

    private mutating func check(_ columns: [PaperColumn], of group: FormOutline.Group, at place: String) {
        for (index, column) in columns.enumerated() {
            check(column.title, at: place + "/\(index)/title", most: Self.column)
            if !form.isPartial, !group.fields.contains(where: { $0.field.id == column.field }) {
                report(
                    place + "/\(index)/field", "unknown_field",
                    "Nhóm “\(group.group.id)” không có mục “\(column.field)”.")
            }
        }
        for field in group.fields.map(\.field) where field.kind != .note {
            guard columns.count(where: { $0.field == field.id }) != 1 else { continue }
            report(
                place, "bad_column", "Mục “\(field.id)” của nhóm “\(group.group.id)” phải có đúng một cột.")
        }
    }
}
