import APIClient
import Models
import TUI

extension Client {
    /// The part of a reference set that a form asks for.
    ///
    /// - Parameter cursor: Where the part before it ended.
    func options(
        _ request: OptionRequest, cursor: String? = nil
    ) async throws(APIError) -> Page<ReferenceItem> {
        try await reference(
            request.set, request.query, parent: request.parent, code: request.code, cursor: cursor, limit: 200
        )
    }

    /// All that a form asks for, page after page: what is read out line by line is not scrolled.
    func allOptions(_ request: OptionRequest) async throws(APIError) -> [ReferenceItem] {
        var page = try await options(request)
        var items = page.items
        while let cursor = page.nextCursor {
            page = try await options(request, cursor: cursor)
            // A server that leads nowhere would be asked for ever.
            guard !page.items.isEmpty else { break }
            items += page.items
        }
        return items
    }
}
