/// Why central doesn't start: words for the one who started it, and an exit code of sysexits.h.
struct Refusal: Error, Sendable {
    enum Reason: Int32, Sendable {
        case usage = 64
        case data = 65
        case unavailable = 69
        /// Another central holds the socket; trying later may succeed.
        case temporary = 75
        case configuration = 78
    }

    var reason: Reason
    var message: String

    init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }
}
