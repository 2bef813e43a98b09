import Forms

extension StringProtocol {
    /// In Unicode code points, as JSON Schema counts.
    var length: Int { unicodeScalars.count }
}

extension String? {
    var isBlank: Bool { self?.isBlank ?? true }
}
