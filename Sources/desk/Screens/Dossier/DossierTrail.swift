import Models

/// The list that a dossier was opened from, so that the next one is a key away, and what has been done since.
struct DossierTrail: Sendable {
    struct Stop: Sendable, Equatable {
        var id: ID
        var code: String
    }

    var stops: [Stop]
    var index: Int
    /// Dossiers that are not any more what the list says.
    var changed: Set<ID> = []

    init(_ items: [SearchItem], at index: Int) {
        stops = items.map { Stop(id: $0.id, code: $0.code) }
        self.index = index
    }

    var next: DossierTrail? { moved(by: 1) }
    var previous: DossierTrail? { moved(by: -1) }
    var stop: Stop { stops[index] }

    private func moved(by step: Int) -> DossierTrail? {
        guard stops.indices.contains(index + step) else { return nil }
        var trail = self
        trail.index += step
        return trail
    }
}
