import Models

/// Why a call gave no result, in the words a screen and a program need. `code` is stable; what people read is in
/// desk's `Strings`, but for a `problem`, which brings the server's Vietnamese title and detail.
public enum APIError: Error, Hashable, Sendable {
    /// No connection to the server.
    case unreachable(Unreachable)
    /// Connected, but no whole answer in time.
    case timedOut
    /// The server could not prove who it is.
    case untrusted(TransportError.Distrust)
    /// The caller gave up.
    case cancelled
    /// There is no session, or it has ended: the login opens, and what was typed stays.
    case unauthorised
    /// Name or password are wrong.
    case wrongCredentials
    /// The server refuses, and says why.
    case problem(Problem)
    /// The server, or something before it, fails without saying why. The HTTP status.
    case failed(status: Int)
    /// What answered does not speak the contract.
    case garbage(Garbage)
    /// The answer is larger than any that the contract allows.
    case tooLarge
    /// Something on this machine is missing.
    case unavailable(Unavailable)
    /// The request could not be written.
    case unsendable(String)

    public enum Unreachable: String, Hashable, Sendable, CaseIterable {
        /// The host name leads nowhere.
        case unresolved = "host_unknown"
        /// Nobody listens there, or the network has no way to it.
        case refused = "connection_refused"
        /// The connection did not come about in time.
        case slow = "connection_timed_out"
        /// The connection broke before the answer was whole.
        case cut = "connection_cut"
        /// Another error of the network.
        case other = "connection_failed"
    }

    public enum Garbage: Hashable, Sendable {
        /// Not HTTP.
        case notHTTP
        /// Another type of content, e.g. the HTML of a proxy or of a hotel's login page; nil where none is named.
        case contentType(String?)
        /// A body where the contract has one, and nothing came.
        case empty
        /// Not JSON: what and where.
        case syntax(String)
        /// JSON, but of another shape: the place (RFC 6901) and the reason.
        case shape(pointer: String, String)
        /// A status that the contract has not got, e.g. a redirect.
        case status(Int)
    }

    public enum Unavailable: Hashable, Sendable {
        /// libcurl; the text is the loader's.
        case library(String)
        /// The configured file of certificate authorities.
        case authorities
    }
}

extension APIError {
    /// Stable, one word for each kind: for `Strings`, logs and tests. A problem's is the server's.
    public var code: String {
        switch self {
        case .unreachable(let reason): reason.rawValue
        case .timedOut: "timed_out"
        case .untrusted(let reason): "server_untrusted_" + reason.rawValue
        case .cancelled: "cancelled"
        case .unauthorised: "unauthorised"
        case .wrongCredentials: "wrong_credentials"
        case .problem(let problem): problem.code
        case .failed: "server_failed"
        case .garbage(let garbage): garbage.code
        case .tooLarge: "answer_too_large"
        case .unavailable(.library): "libcurl_missing"
        case .unavailable(.authorities): "authorities_unreadable"
        case .unsendable: "request_unsendable"
        }
    }

    /// Every code that this side gives, so that a test can ask for the words of each. A `problem` has the server's
    /// codes, and the server's words.
    public static let allCodes: [String] = {
        var errors = Unreachable.allCases.map { APIError.unreachable($0) }
        errors += TransportError.Distrust.allCases.map { APIError.untrusted($0) }
        errors += [
            .timedOut, .cancelled, .unauthorised, .wrongCredentials, .failed(status: 500), .tooLarge,
            .unavailable(.library("")), .unavailable(.authorities), .unsendable(""), .garbage(.notHTTP),
            .garbage(.contentType(nil)), .garbage(.empty), .garbage(.syntax("")),
            .garbage(.shape(pointer: "", "")), .garbage(.status(0)),
        ]
        return errors.map(\.code)
    }()

    /// The HTTP status, where the server answered with one that says no.
    public var status: Int? {
        switch self {
        case .problem(let problem): problem.status
        case .failed(let status): status
        default: nil
        }
    }

    /// Whether the same call may give a result later without anybody changing anything.
    public var isTransient: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .problem, .failed: [429, 502, 503, 504].contains(status)
        default: false
        }
    }

    /// Whether the try that ended like this may have been carried out although no result came. The intent must then
    /// be kept and sent again under the same key and with the same body; anything else could do the act twice.
    /// An earlier try of the same call may have arrived even where this one did not: `ActError.isOpen` tells of all.
    public var isOutcomeUnknown: Bool {
        switch self {
        case .unreachable(let reason): reason == .cut || reason == .other
        case .timedOut, .cancelled, .failed, .garbage, .tooLarge: true
        case .problem(let problem):
            problem.status >= 500 || problem.isInProgress || problem.isKeyReused
        case .untrusted, .unauthorised, .wrongCredentials, .unavailable, .unsendable: false
        }
    }

    /// The act's key stands for another content, which the server has carried out or is just carrying out: this
    /// content it does not take. The dossier is there, of what an earlier try said, maybe from another desk.
    public var isKeyReused: Bool {
        if case .problem(let problem) = self { problem.isKeyReused } else { false }
    }

    /// Whether the server has looked at the act itself and refused it. Then it has not been carried out by an
    /// earlier try either: a key that is known is answered before anything in the content is looked at.
    public var isRefusal: Bool {
        guard case .problem(let problem) = self, !problem.isInProgress, !problem.isKeyReused else {
            return false
        }
        return [400, 409, 412, 413, 415, 422, 428].contains(problem.status)
    }

    /// The server does not let this officer at the thing, or has none: 403 and 404. It says so before it looks the
    /// act's key up, so it tells nothing of an earlier try: that one may have been carried out.
    public var isOutOfReach: Bool {
        guard case .problem(let problem) = self else { return false }
        return problem.status == 403 || problem.status == 404
    }

    /// What the server found wrong with the fields of the form; empty for any other error.
    public var fieldErrors: [InputProblem] {
        if case .problem(let problem) = self { problem.errors ?? [] } else { [] }
    }
}

extension APIError.Garbage {
    var code: String {
        switch self {
        case .notHTTP: "garbage_not_http"
        case .contentType: "garbage_content_type"
        case .empty: "garbage_empty"
        case .syntax: "garbage_json"
        case .shape: "garbage_shape"
        case .status: "garbage_status"
        }
    }
}

extension APIError {
    init(_ error: TransportError) {
        self =
            switch error {
            case .unresolved: .unreachable(.unresolved)
            case .refused: .unreachable(.refused)
            case .cut: .unreachable(.cut)
            case .connectTimedOut: .unreachable(.slow)
            case .timedOut: .timedOut
            case .untrusted(let reason): .untrusted(reason)
            case .tooLarge: .tooLarge
            case .malformed: .garbage(.notHTTP)
            case .cancelled: .cancelled
            case .badAuthorities: .unavailable(.authorities)
            case .unavailable(let reason): .unavailable(.library(reason))
            case .badRequest: .unsendable("target or header")
            case .other: .unreachable(.other)
            }
    }
}
