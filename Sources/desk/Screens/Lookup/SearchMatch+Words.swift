import Forms
import Models

extension SearchMatch {
    /// Why, or as what, in the officer's language.
    var words: Phrase { Strings.Lookup.why(self) }
}
