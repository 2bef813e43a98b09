import Models

/// One act of an officer as it goes out: its operation, what it says, and what it is answered with. ``Acts`` carries it
/// out, once for its key.
///
///     let done = try await acts.perform(.pay(request), key: key, title: "Thu phí", draft: place.id)
public struct Act<Answer: Decodable & Sendable>: Sendable {
    let operation: String
    let target: Target
    let body: any Encodable & Sendable
    /// Of what is acted on, as the officer saw it. Where it is another by now the act is refused with 412
    /// (`Problem.isStale`) and may be sent on the new one under the same key.
    let ifMatch: String?

    init(
        _ operation: String, _ target: Target, _ body: any Encodable & Sendable = [String: String](),
        revision: Int? = nil
    ) {
        self.init(operation, target, body, ifMatch: revision.map { "\"\($0)\"" })
    }

    /// - Parameter ifMatch: As the server wrote it, where what is acted on is more than one thing.
    init(
        _ operation: String, _ target: Target, _ body: any Encodable & Sendable, ifMatch: String?
    ) {
        self.operation = operation
        self.target = target
        self.body = body
        self.ifMatch = ifMatch
    }
}
