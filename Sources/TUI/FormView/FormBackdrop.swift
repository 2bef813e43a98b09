import Forms

/// What the words and frames around the entries of a form depend on: the layout that they are a part of, the part of
/// the page in view, and the group in focus, whose frame is lit.
///
/// A version belongs to one layout of one copy of the form (``FormGeometry``), and whatever changes a label, an
/// instruction or an error takes a new one.
struct FormBackdrop: Equatable, Sendable {
    var version: Int
    var page: Int
    var language: Language
    /// The first row in view.
    var top: Int
    var focusGroup: Int?
    var isASCII: Bool

    init(_ state: FormState, top: Int, isASCII: Bool) {
        version = state.layoutVersion
        page = state.page
        language = state.language
        self.top = top
        focusGroup = state.group(of: state.stop)
        self.isASCII = isASCII
    }
}
