extension StringProtocol {
    /// In Unicode code points, as JSON Schema counts.
    var length: Int { unicodeScalars.count }

    /// Without blanks, tabs and line ends at both ends.
    var trimmed: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

extension String? {
    var isBlank: Bool { self?.isBlank ?? true }
}
