/// Carries one request to the central system and its answer back.
///
/// An answer of any status is a success here; what it means is `Client`'s business. Cancelling the task ends the
/// wait at once with `.cancelled`; whether the server has heard of the request is then unknown.
public protocol Transport: Sendable {
    func send(_ request: Request) async throws(TransportError) -> Response
}
