import Models

/// A card that was closed: saved, or kept as a draft.
struct CallClosed: Sendable {
    var saved: HotlineCall?
}
