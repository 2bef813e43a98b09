/// Takes the body of an answer piece by piece, on the transport's own thread.
protocol BodySink: AnyObject, Sendable {
    /// An answer begins; what an earlier one left is dropped. False where there is no use in it.
    func begin() -> Bool
    /// False ends the transfer; the sink knows why.
    func take(_ piece: UnsafeRawBufferPointer) -> Bool
}

/// One of them, as part of a request: the same where it is the same object.
struct AnyBodySink: Hashable, Sendable {
    let sink: any BodySink

    init(_ sink: any BodySink) {
        self.sink = sink
    }

    static func == (left: AnyBodySink, right: AnyBodySink) -> Bool { left.sink === right.sink }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(sink))
    }
}
