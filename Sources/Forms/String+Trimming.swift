/// The one idea of a blank: Unicode's white space, with tabs, line ends and the no-break blank that pages and cards
/// carry along.
extension StringProtocol {
    /// Without blanks at both ends.
    public var trimmed: String {
        let scalars = Substring(self).unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Nothing but blanks, or nothing.
    public var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
