extension Optional<FormState> {
    /// Works on the form where it is kept.
    ///
    /// `guard var form = intake.form … intake.form = form` keeps two forms for the time of a key, and so copies
    /// groups and fields at every key; this copies nothing. Where the form is a computed property (one of
    /// several pages), give that a `_modify` that yields the stored one.
    ///
    /// - Returns: What `body` returns; nil where there is no form.
    @discardableResult
    public mutating func update<Result>(_ body: (inout FormState) -> Result) -> Result? {
        self?.updated(body)
    }
}

extension FormState {
    fileprivate mutating func updated<Result>(_ body: (inout FormState) -> Result) -> Result {
        body(&self)
    }
}
