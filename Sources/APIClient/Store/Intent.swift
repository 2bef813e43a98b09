import Models

/// An act that the officer has decided on: kept before the network hears of it, until its answer is known.
public struct Intent: Codable, Hashable, Sendable, Identifiable {
    /// The act's idempotency key.
    public var key: ID
    /// The operation's id in `openapi.yaml`, e.g. `createDossier`.
    public var operation: String
    /// Where it goes, e.g. `/v1/dossiers`.
    public var target: String
    /// What is sent, byte for byte the same with every try: JSON text.
    public var body: String
    /// The revision that it was decided on, for `If-Match`; nil where nothing is changed that exists already.
    public var revision: String?
    /// For the officer: what the act is.
    public var title: String
    /// The draft that the act makes superfluous.
    public var draft: ID?
    public var madeAt: Instant
    /// The answer's body, once it is known.
    public var answer: String?
    public var answeredAt: Instant?
    /// When the server last said that the key stands for another content (`APIError.isKeyReused`).
    public var reusedAt: Instant?
    /// What the server said where it would not look at the act (`APIError.isOutOfReach`). An earlier try may have been
    /// carried out, and no later one tells: the act stays open until the officer ends it (`Acts.end`).
    public var refusal: Problem?

    /// Whether the act has been done under its key with an earlier content, as far as is known: it stays open until
    /// somebody finds out what stands there (`Acts.settle`), because this content is not carried out under it.
    public var isDoneOtherwise: Bool { isPending && reusedAt != nil }

    /// Whether to send it again is of no use, as far as is known: only the officer can say what is to become of it.
    public var isStuck: Bool { isPending && (refusal != nil || reusedAt != nil) }

    public var id: ID { key }
    public var isPending: Bool { answer == nil }

    public init(
        key: ID, operation: String, target: String, body: [UInt8], revision: String? = nil, title: String,
        draft: ID? = nil, madeAt: Instant
    ) {
        self.key = key
        self.operation = operation
        self.target = target
        self.body = String(decoding: body, as: UTF8.self)
        self.revision = revision
        self.title = title
        self.draft = draft
        self.madeAt = madeAt
    }

    /// Whether both are the same act. The revision is none of it: a key that is known is answered whatever it says,
    /// and a newer one is what the officer has seen since.
    func isSame(as other: Intent) -> Bool {
        target == other.target && body == other.body
    }
}
