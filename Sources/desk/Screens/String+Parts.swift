/// What FoundationEssentials would bring along for this.
extension String {
    /// The parts between a separator, in order; the whole where it does not occur.
    func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
