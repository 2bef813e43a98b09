/// A piece of a slip's body, in the order of reading. Its texts are clean (`SlipText`).
public enum SlipBlock: Hashable, Sendable {
    case field(SlipField)
    /// Two short fields on one line where there is room.
    case pair(SlipField, SlipField)
    case paragraph(String)
    /// A heading and its numbered entries; no entries: dotted lines to fill by hand.
    case list(String, [String])
    /// As `list`, with the number of originals and copies of each paper.
    case papers(String, [SlipPaper])
    /// Its rows are numbered.
    case table(SlipTable)
    /// One at the right, or two side by side.
    case signatures([SlipSignature])
}
