import Forms
import GRDB
import Models

extension CatalogueTable {
    /// A kind of ticket with its terms in working days.
    struct TicketTerms: Sendable {
        var name: CodeName
        var days: Int
        var acknowledgeDays: Int
    }

    /// The kind as it is on a day; nil where there is none of this code.
    static func ticketTerms(_ database: Database, kind code: String, on day: LocalDate) throws -> TicketTerms?
    {
        let found = try reference(
            database, set: TicketKind.set, parent: nil, code: code, words: [], on: day, after: -1, limit: 1
        ).first?.item
        guard let found else { return nil }
        guard let days = found.extra?["days"].flatMap({ Int($0) }),
            let acknowledge = found.extra?["acknowledge_days"].flatMap({ Int($0) })
        else { throw StoreError.unreadable("ticket kind \(code)") }
        return TicketTerms(
            name: CodeName(code: found.code, name: found.name), days: days, acknowledgeDays: acknowledge)
    }
}
