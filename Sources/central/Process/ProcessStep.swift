import Models

/// A place where a dossier can be.
struct ProcessStep: Codable, Hashable, Sendable {
    enum Kind: String, Codable, Sendable {
        case intake, review, sign, deliver, terminal
        case waitCitizen = "wait_citizen"
        case waitPayment = "wait_payment"
        case waitExternal = "wait_external"
    }

    /// What the statutory clock does here.
    enum Clock: String, Codable, Sendable {
        case run, pause, stop
    }

    var code: String
    var name: String
    var kind: Kind
    /// The national status, 1 to 10.
    var status: Int
    /// Who acts here; nil only where nobody does.
    var role: String?
    /// The time for the step within the statutory time; at a waiting step, how long is waited.
    var time: ServiceTime?
    var clock: Clock
    /// How the statutory clock goes on after a pause here; where it stood, where nothing is said.
    var resume: Pause.Resume?
}
