import Models

/// Where messages to citizens go: a carrier, a mail server, a folder.
///
/// A message may be handed over twice, where central died between the hand-over and its own note of it; it then has the
/// same id, by which the receiver knows it again.
protocol MessageSink: Sendable {
    /// The channels that it takes.
    var channels: Set<DossierMessage.Channel> { get }

    func send(_ message: OutboundMessage) async throws(MessageFault)
}

/// A message as a carrier gets it.
struct OutboundMessage: Hashable, Sendable {
    var id: ID
    var channel: DossierMessage.Channel
    var address: String
    var subject: String
    var text: String
    var at: Instant
}

/// Why a message did not go out.
enum MessageFault: Error, Hashable, Sendable {
    /// It may go out later: nobody answered, the server is busy.
    case later(String)
    /// It never will: the address does not exist.
    case never(String)

    /// Without personal data: a reply code, an error's name.
    var reason: String {
        switch self {
        case .later(let reason), .never(let reason): reason
        }
    }
}
