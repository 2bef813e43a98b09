/// How one group of a form stands on paper.
public struct PaperGroup: Codable, Hashable, Sendable {
    /// The group's id.
    public var group: String
    /// In place of the group's title: “Đề nghị đăng ký khai sinh cho người có tên dưới đây”.
    public var heading: Phrase?
    /// The columns of a repeating group's table, from the left; each of its fields but notes has one.
    /// Absent: the fields in their order, in a table where that stays readable.
    public var columns: [PaperColumn]?
    /// Rows of an empty table, to fill in by hand, 1 … 30. Absent: three, or as many as the group must have.
    public var blankRows: Int?

    public init(
        group: String, heading: Phrase? = nil, columns: [PaperColumn]? = nil, blankRows: Int? = nil
    ) {
        self.group = group
        self.heading = heading
        self.columns = columns
        self.blankRows = blankRows
    }
}

extension PaperGroup {
    func lint(in group: FormGroup) -> [String] {
        var problems: [String] = []
        if columns != nil || blankRows != nil, group.repeats == nil {
            problems.append("Bản giấy: nhóm “\(group.id)” không lặp lại nên không thành bảng được.")
        }
        if let blankRows, !(1...30).contains(blankRows) {
            problems.append("Bản giấy: số dòng trống của nhóm “\(group.id)” phải từ 1 đến 30.")
        }
        guard let columns else { return problems }
        let named = columns.map(\.field)
        for id in named where !group.fields.contains(where: { $0.id == id }) {
            problems.append("Bản giấy: cột “\(id)” không có trong nhóm “\(group.id)”.")
        }
        for field in group.fields where field.kind != .note {
            if named.count(where: { $0 == field.id }) != 1 {
                problems.append("Bản giấy: mục “\(field.id)” của nhóm “\(group.id)” phải có đúng một cột.")
            }
        }
        for title in columns.compactMap(\.title) where title.vi.utf8.count > 160 || title.vi.isEmpty {
            problems.append("Bản giấy: tên cột trong nhóm “\(group.id)” phải có 1 đến 160 byte.")
        }
        return problems
    }
}
