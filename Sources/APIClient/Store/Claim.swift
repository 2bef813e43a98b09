/// The right of this desk to work on a draft or an intent. No other desk of the officer gets it until this value is
/// gone or the process has ended.
public final class Claim: Sendable {
    private let onEnd: @Sendable () -> Void

    init(onEnd: @escaping @Sendable () -> Void) {
        self.onEnd = onEnd
    }

    deinit {
        onEnd()
    }
}
