import Forms
import Models

/// What an officer typed into a form of desk's own and has not done yet, to be taken up in a later session (eForm UX-4).
public struct TypedForm: Codable, Hashable, Sendable {
    /// Which form it is, and what it is about. A place holds one text.
    public struct Place: Codable, Hashable, Sendable {
        public var form: String
        public var subject: String

        public init(_ form: String, _ subject: String) {
            self.form = form
            self.subject = subject
        }

        /// What an act names as its `draft`, so that the text goes with it. Gives nothing of the subject away.
        public var id: ID { ActStore.digest("desk form \(form) \(subject)") }
    }

    public var place: Place
    /// For the officer, should it expire.
    public var title: String
    public var content: JSONValue
    public var updatedAt: Instant

    /// As with drafts.
    public var expiresAt: Instant { updatedAt.adding(seconds: ActStore.draftLife) }
}
