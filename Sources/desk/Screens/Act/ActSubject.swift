import Models

/// The dossier that an act is for, as far as it is known when its form opens.
struct ActSubject: Sendable {
    var id: ID
    var code: String
    /// As the officer saw it: the act is decided on that, and goes out with its revision.
    var dossier: Dossier?
    var options: ActionOptions?
    var clock: DossierClock?
    var limit: Instant?
}
