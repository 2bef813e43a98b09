import APIClient
import Forms
import Models

extension Desk {
    /// All entries of a unit's register, and one more than can be printed where there are too many.
    ///
    /// - Parameter print: See `Client.register`.
    func register(
        of unit: String, from: LocalDate, to: LocalDate, print: ID? = nil
    ) async -> Result<[RegisterEntry], APIError> {
        await ask { client throws(APIError) in
            var entries: [RegisterEntry] = []
            var cursor: String?
            repeat {
                let page = try await client.register(
                    of: unit, from: from, to: to, print: print, cursor: cursor, limit: 200)
                entries += page.items
                cursor = page.nextCursor
            } while cursor != nil && entries.count <= RegisterDocument.Limit.entries
            return entries
        }
    }
}
