/// Why an act is not done, or not known to be.
public enum ActError: Error, Hashable, Sendable {
    /// The intent could not be kept. Nothing was sent.
    case store(StoreError)
    /// The call gave no result. Where the act is still open it may have been carried out: it stays in
    /// `ActStore.pending()`, and the same content may be sent again under its key. Where it is not, it was surely
    /// not carried out, and a corrected content may go under the same key. An open act whose error `isKeyReused`
    /// was done with an earlier content; to send it again does not help.
    case api(APIError, isOpen: Bool)

    public var code: String {
        switch self {
        case .store(let error): error.code
        case .api(let error, _): error.code
        }
    }

    /// Whether the act may have been carried out.
    public var isOpen: Bool {
        if case .api(_, let isOpen) = self { isOpen } else { false }
    }
}
