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
