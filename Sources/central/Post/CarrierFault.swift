/// Why the post did not take something.
enum CarrierFault: Error, Hashable, Sendable {
    /// Nobody answered, in time or at all, or its system is at fault. What was asked may have been done all the same.
    case unreachable(String)
    /// It looked at it and said no.
    case refused(String)

    /// Without personal data: a code, an error's name.
    var reason: String {
        switch self {
        case .unreachable(let reason), .refused(let reason): reason
        }
    }
}
