import Models

extension Client {
    /// A list that is shown as a whole: page after page until the server says that there is no more.
    func all<Item: Codable & Hashable & Sendable>(
        _ operation: String, _ target: Target
    ) async throws(APIError) -> [Item] {
        var items: [Item] = []
        var cursor: String?
        repeat {
            let page: Page<Item> = try await value(.get(operation, target.with("cursor", cursor)))
            items += page.items
            // A server that leads back to where one came from would be asked for ever.
            if let next = page.nextCursor, next == cursor || page.items.isEmpty {
                throw .garbage(.shape(pointer: "/next_cursor", next))
            }
            cursor = page.nextCursor
        } while cursor != nil
        return items
    }
}
