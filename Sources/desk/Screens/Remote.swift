import APIClient
import Forms

/// A value that comes from the server.
enum Remote<Value: Sendable>: Sendable {
    case none
    case loading
    case ready(Value)
    /// Could not be had; the text says why.
    case failed(Phrase)

    var value: Value? { if case .ready(let value) = self { value } else { nil } }
    var isLoading: Bool { if case .loading = self { true } else { false } }
    var failure: Phrase? { if case .failed(let words) = self { words } else { nil } }

    init(_ result: Result<Value, APIError>) {
        switch result {
        case .success(let value): self = .ready(value)
        case .failure(let error): self = .failed(error.words)
        }
    }
}
