/// What the session holds, in memory only.
struct Tokens: Sendable {
    var access: String?
    var refresh: String?
    /// Under way, and shared by all calls that wait for it.
    var renewal: Task<Result<String, APIError>, Never>?
}
