import APIClient
import Forms
import Models

extension Desk {
    /// What a text finds, asked for as it is printed: "h26 1 5 261123 12" read aloud is a code.
    ///
    /// What is longer than anything that there is finds nothing, and no server is asked for it.
    func search(
        _ text: String, filter: SearchFilter = SearchFilter(), cursor: String? = nil, limit: Int
    ) async -> Result<SearchPage, APIError> {
        guard !LookupQuery.isTooLong(text) else { return .success(SearchPage(items: [])) }
        let asked = LookupQuery.asked(text, unit: dossierUnit)
        return await ask { client throws(APIError) in
            try await client.search(asked, filter: filter, cursor: cursor, limit: limit)
        }
    }

    /// The columns that lists may be ordered by.
    var sorts: [InboxFilter.Sort] { InboxFilter.Sort.allCases.filter { $0 != .name || sortsByName } }
}
