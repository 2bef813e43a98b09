import APIClient
import Forms
import Models

/// What desk needs of a process's definition: its steps, and which role does each.
struct ProcessOutline: Codable, Hashable, Sendable {
    struct Step: Codable, Hashable, Sendable {
        var code: String
        var name: String
        /// nil where nobody acts.
        var role: String?
    }

    var steps: [Step]
}

extension Client {
    func outline(of process: ProcessRef) async throws(APIError) -> ProcessOutline {
        let value = try await self.process(process.id, version: process.version).value
        guard let bytes = try? StrictJSON.encode(value),
            let outline = try? LenientJSON.decode(ProcessOutline.self, from: bytes)
        else { throw .garbage(.empty) }
        return outline
    }
}
