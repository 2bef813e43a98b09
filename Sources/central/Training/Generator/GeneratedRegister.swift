import Forms
import Models

/// All that the generator makes: dossiers, the persons known from them, and where the numbers stand.
struct GeneratedRegister: Sendable {
    struct CodeCounter: Hashable, Sendable {
        var unit: String
        var day: LocalDate
        /// The last number given on that day.
        var last: Int
    }

    struct BookCounter: Hashable, Sendable {
        var unit: String
        var book: String
        /// The last number in the book.
        var last: Int
    }

    /// In the order in which they were handed in.
    var dossiers: [GeneratedDossier]
    /// By identity number, each once.
    var persons: [Person]
    var codeCounters: [CodeCounter]
    var bookCounters: [BookCounter]
}
