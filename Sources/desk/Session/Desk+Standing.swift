import APIClient
import Models

extension Desk {
    /// What the status line tells of the desk, read at once.
    struct Standing: Equatable, Sendable {
        struct Person: Equatable, Sendable {
            var officer: String
            var unit: String
        }

        var link: Link
        /// Who is at the desk; nil before a login.
        var person: Person?
        var isTraining: Bool
        /// Acts that were sent and have no known outcome, or why they can't be counted.
        var waiting: Result<Int, StoreError>
    }
}
