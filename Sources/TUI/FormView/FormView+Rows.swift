extension FormView {
    /// The rows that the form's page needs at this width to stand there whole: for screens that put something
    /// right below it.
    public static func rows(of state: FormState, columns: Int) -> Int {
        let width = max(1, columns - 1)
        let layout = state.geometry.layout(
            version: state.layoutVersion, page: state.page, columns: width, language: state.language
        ) { FormLayout.make(state, page: state.page, columns: width) }
        let tabs = state.visiblePages.count > 1 ? 1 : 0
        let summary = state.isSummarised && !state.errors.isEmpty ? 1 : 0
        return layout.rows + tabs + summary
    }
}
