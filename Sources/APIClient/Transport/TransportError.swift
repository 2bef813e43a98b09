/// Why no whole answer came.
public enum TransportError: Error, Hashable, Sendable {
    /// The host name leads nowhere.
    case unresolved
    /// Nobody listens there, or the network has no way to it. Nothing was sent.
    case refused
    /// Connected, but no whole answer came: the connection was cut. The request may have been carried out.
    case cut
    /// No connection in time. Nothing was sent.
    case connectTimedOut
    /// Connected, but no whole answer in time. The request may have been carried out.
    case timedOut
    /// The server could not prove who it is. Nothing was sent.
    case untrusted(Distrust)
    /// The answer is larger than the caller allows.
    case tooLarge
    /// What came is not HTTP.
    case malformed
    /// The task was cancelled.
    case cancelled
    /// The file of certificate authorities cannot be read. Nothing was sent.
    case badAuthorities
    /// libcurl cannot be used on this machine; the text says why. Nothing was sent.
    case unavailable(String)
    /// The request cannot be sent as it is, e.g. a header with a line break. Nothing was sent.
    case badRequest
    /// Another error of libcurl, by its number.
    case other(Int)

    public enum Distrust: String, Hashable, Sendable, CaseIterable {
        /// No authority that this machine trusts vouches for it.
        case unknownAuthority = "unknown_authority"
        /// The certificate is for another name.
        case otherName = "other_name"
        /// The certificate's time is over or has not come.
        case expired
        /// Client and server agree on no way to speak.
        case handshake
    }

    /// Whether the server has surely not heard of the request.
    public var isBeforeSending: Bool {
        switch self {
        case .unresolved, .refused, .connectTimedOut, .untrusted, .badAuthorities, .unavailable, .badRequest:
            true
        case .cut, .timedOut, .tooLarge, .malformed, .cancelled, .other: false
        }
    }
}
