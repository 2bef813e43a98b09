import Forms

/// How desk stands with its server.
enum Link: Sendable, Equatable {
    /// The training central is being started or joined.
    case starting
    /// Nothing has been asked yet: a desk that nobody uses keeps its network library unloaded and sleeps.
    case unasked
    /// The first question is under way.
    case connecting
    case connected
    /// It answered before and does not now; desk asks again by itself.
    case lost
    /// Training could not be started; the text says what to do.
    case failed(StartError)

    var isConnected: Bool { self == .connected }
}
