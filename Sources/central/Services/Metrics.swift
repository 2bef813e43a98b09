import Synchronization

/// Counters of the HTTP side in Prometheus' text form. Routes and statuses only, never a person's data.
final class Metrics: Sendable {
    private struct Key: Hashable {
        var route: String
        var status: Int
    }

    private struct Timing {
        var count = 0
        var seconds = 0.0
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var timings: [String: Timing] = [:]
    }

    /// Upper bounds of the duration buckets, in seconds.
    static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private let state = Mutex(State())

    func record(route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.requests[Key(route: route, status: status), default: 0] += 1
            var timing = state.timings[route] ?? Timing()
            timing.count += 1
            timing.seconds += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
                timing.buckets[index] += 1
            }
            state.timings[route] = timing
        }
    }

    var text: String {
        let state = state.withLock { $0 }
        var lines = [
            "# HELP central_http_requests_total Requests by route and status.",
            "# TYPE central_http_requests_total counter",
        ]
        let keys = state.requests.keys.sorted { ($0.route, $0.status) < ($1.route, $1.status) }
        for key in keys {
            lines.append(
                "central_http_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} "
                    + "\(state.requests[key, default: 0])")
        }
        lines.append("# HELP central_http_request_duration_seconds Time to answer, by route.")
        lines.append("# TYPE central_http_request_duration_seconds histogram")
        for (route, timing) in state.timings.sorted(by: { $0.key < $1.key }) {
            let name = "central_http_request_duration_seconds"
            for (index, bound) in Self.bounds.enumerated() {
                lines.append("\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(timing.buckets[index])")
            }
            lines.append("\(name)_bucket{route=\"\(route)\",le=\"+Inf\"} \(timing.count)")
            lines.append("\(name)_sum{route=\"\(route)\"} \(timing.seconds)")
            lines.append("\(name)_count{route=\"\(route)\"} \(timing.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How many messages to citizens wait, and how many no carrier took.
    static func outbox(_ counts: [String: Int]) -> String {
        let lines = ["waiting", "dead"].map { state in
            "central_outbox_messages{state=\"\(state)\"} \(counts[state, default: 0])"
        }
        return
            ([
                "# HELP central_outbox_messages Messages to citizens that have not gone out.",
                "# TYPE central_outbox_messages gauge",
            ] + lines).joined(separator: "\n") + "\n"
    }
}
