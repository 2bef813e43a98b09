/// What the pages of a slip, which are A5, are printed on.
enum SheetLayout: String {
    case a5
    /// Two pages side by side on A4 across, for printers that hold nothing smaller. Form 01 then has its two
    /// copies on one sheet, to be cut in the middle.
    case a4
}
