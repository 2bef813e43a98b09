import APIClient
import Forms
import Models

extension Desk {
    /// The names of codes of reference sets, as far as the server tells them: a code that it can't name stays one.
    func names(of codes: [AnswerLines.Code]) async -> [AnswerLines.Code: String] {
        var names: [AnswerLines.Code: String] = [:]
        for code in codes {
            let found = await ask { client throws(APIError) in
                try await client.reference(code.set, parent: code.parent, code: code.value, limit: 1)
            }
            // A server that is away is not asked for each of them.
            if case .failure(let error) = found, error.isLink { break }
            names[code] = (try? found.get())?.items.first { $0.code == code.value }?.name
        }
        return names
    }
}
