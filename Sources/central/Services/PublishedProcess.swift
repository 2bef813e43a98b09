import Forms

/// The part of a published process that intake needs: its steps and where the acts of the desk lead.
struct PublishedProcess: Decodable, Sendable {
    struct Step: Decodable, Sendable {
        var code: String
        var name: Phrase
        /// The national status of a dossier at this step.
        var status: Int
    }

    struct Transition: Decodable, Sendable {
        var from: String
        var action: String
        var to: String
    }

    var steps: [Step]
    var transitions: [Transition]

    func step(_ code: String) -> Step? {
        steps.first { $0.code == code }
    }

    /// The step at which a new dossier begins: the first that is "Mới đăng ký".
    var entry: Step? {
        steps.first { $0.status == 1 }
    }

    /// Where an act leads from a step.
    func target(of action: String, from step: String) -> Step? {
        transitions.first { $0.from == step && $0.action == action }.flatMap { self.step($0.to) }
    }
}
