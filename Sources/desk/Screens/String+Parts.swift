/// What FoundationEssentials would bring along for these two.
extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        let tail = drop(while: \.isWhitespace)
        guard let end = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...end])
    }

    /// The parts between a separator, in order; the whole where it does not occur.
    func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
