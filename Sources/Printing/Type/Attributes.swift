import CPango

/// What is said of ranges of a paragraph's text, in bytes of UTF-8.
final class Attributes {
    private let list = pango_attr_list_new()

    deinit { pango_attr_list_unref(list) }

    /// Takes the attribute over.
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>) {
        guard let attribute else { return }
        attribute.pointee.start_index = UInt32(range.lowerBound)
        attribute.pointee.end_index = UInt32(range.upperBound)
        pango_attr_list_insert(list, attribute)
    }

    func apply(to layout: TextLine.Layout) {
        pango_layout_set_attributes(layout.pointer, list)
    }
}
