import APIClient
import Forms
import Models

extension APIError {
    /// What went wrong and what to do, in the officer's words. A problem's own words are the server's.
    var words: Phrase {
        switch self {
        case .unreachable: Strings.Errors.unreachable
        case .timedOut: Strings.Errors.timedOut
        case .untrusted: Strings.Errors.untrusted
        case .cancelled: Strings.Errors.cancelled
        case .unauthorised: Strings.Errors.unauthorised
        case .wrongCredentials: Strings.Login.refused
        case .problem(let problem):
            switch problem.status {
            // Too many of one thing is no load: the server says of what, and until when.
            case 429 where problem.detail != nil || problem.code.hasPrefix("oauth_"):
                Strings.Errors.tooMany(problem.detail ?? problem.title, wait: problem.retryAfter)
            case 429, 503: Strings.Errors.busy
            case 500...: Strings.Errors.problem(problem.title, problem.traceId)
            default:
                // What is wrong, not that there is a list of it.
                Strings.Errors.problem(
                    [problem.title, problem.faults ?? problem.detail].compactMap(\.self)
                        .joined(separator: ": "), nil)
            }
        case .failed(let status): Strings.Errors.failed(status)
        case .garbage: Strings.Errors.garbage
        case .tooLarge: Strings.Errors.tooLarge
        case .unavailable(.library(let reason)): Strings.Errors.library(reason)
        case .unavailable(.authorities): Strings.Errors.authorities
        case .unsendable(let what): Strings.Errors.unsendable(what)
        }
    }

    /// The server could not be talked to, whatever is the matter with the request itself.
    var isLink: Bool {
        switch self {
        case .unreachable, .timedOut, .untrusted: true
        default: false
        }
    }

    /// Something answered that is not the server: another program, a network that wants a login of its own.
    var isFromElsewhere: Bool {
        switch self {
        case .garbage(.notHTTP), .garbage(.contentType): true
        default: false
        }
    }
}

extension Problem {
    /// The messages of its errors, each once; nil where it has none.
    fileprivate var faults: String? {
        var said: [String] = []
        for error in errors ?? [] where !said.contains(error.message) { said.append(error.message) }
        return said.isEmpty ? nil : said.joined(separator: " ")
    }
}
