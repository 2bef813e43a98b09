import Forms
import Models

@testable import central

/// Random people bound to the steps of a process, and a book of who may do which step on which day. The book is written
/// when the people are chosen, so it knows nothing of how the engine finds it out.
struct WalkStaff {
    /// Who may act at a step in a time, each with the colleague whose right it is where it is not his own.
    private struct Turn {
        var from: LocalDate
        var to: LocalDate?
        var who: [ID: ID?]
        var unit: String
    }

    static let elsewhere = "H26.1.6"

    let officers: [RoutingActor]
    let bindings: [ProcessBinding]
    private let turns: [String: [Turn]]
    private let byID: [ID: RoutingActor]

    init(_ process: ProcessDefinition, from start: LocalDate, _ chance: inout SplitMix64) {
        let home = RoutingFixture.unit
        let roles = Set(process.steps.compactMap(\.role)).sorted()
        var officers: [RoutingActor] = []
        for role in roles {
            for number in 1...2 { officers.append(RoutingFixture.actor("\(role)\(number)", role)) }
            officers.append(RoutingFixture.actor("\(role).xa", role, unit: Self.elsewhere))
            // A second account of the person who is the first of another role.
            officers.append(
                RoutingFixture.actor("\(role).kep", role, person: "person:\(chance.pick(roles))1"))
        }
        // Somebody without a role of his own to whom two colleagues have lent theirs.
        let lenders = [chance.pick(officers), chance.pick(officers)]
        var substitute = RoutingFixture.actor("thay", "none")
        substitute.delegators = lenders.map(\.principal)
        officers.append(substitute)

        func book(_ able: [RoutingActor]) -> [ID: ID?] {
            var who: [ID: ID?] = [:]
            if let lender = lenders.first(where: able.contains) { who["thay"] = .some(lender.id) }
            for officer in able { who[officer.id] = .some(nil) }
            return who
        }
        var bindings: [ProcessBinding] = []
        var turns: [String: [Turn]] = [:]
        func bind(
            _ step: String, _ role: String, from: LocalDate, to: LocalDate?, _ chance: inout SplitMix64
        ) {
            let assignee: ProcessBinding.Assignee
            let (able, unit): ([RoutingActor], String)
            switch chance.below(10) {
            case 0..<6:
                (assignee, unit) = (.unit(home), home)
                able = officers.filter {
                    $0.principal.assignments.contains(.init(unit: home, role: role))
                }
            case 6..<8:
                (assignee, unit) = (.unit(Self.elsewhere), Self.elsewhere)
                able = officers.filter { $0.id == role + ".xa" }
            default:
                let one = chance.pick(officers.filter { $0.id.hasPrefix(role) })
                (assignee, able) = (.officer(one.id), [one])
                unit = one.id.hasSuffix(".xa") ? Self.elsewhere : home
            }
            bindings.append(
                ProcessBinding(
                    unit: home, process: process.id, step: step, role: role, assignee: assignee, from: from,
                    to: to, subDeadline: nil))
            turns[step, default: []].append(Turn(from: from, to: to, who: book(able), unit: unit))
        }
        for step in process.steps {
            guard let role = step.role else { continue }
            let first = LocalDate(epochDay: 0)
            guard chance.chance(25) else {
                bind(step.code, role, from: first, to: nil, &chance)
                continue
            }
            // His last day is some day of the walk; who comes after him begins on the next.
            let last = start.adding(days: chance.between(-1, 5))
            bind(step.code, role, from: first, to: last, &chance)
            bind(step.code, role, from: last.adding(days: 1), to: nil, &chance)
        }
        (self.officers, self.bindings, self.turns) = (officers, bindings, turns)
        byID = Dictionary(officers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func turn(_ step: String, _ day: LocalDate) -> Turn? {
        turns[step]?.first { turn in turn.from <= day && turn.to.map { $0 >= day } ?? true }
    }

    /// Whether he may, and on whose behalf: nil in the inner place where the right is his own.
    func right(_ officer: ID, at step: String, on day: LocalDate) -> ID?? {
        turn(step, day)?.who[officer]
    }

    func bound(at step: String, on day: LocalDate) -> [RoutingActor] {
        (turn(step, day)?.who.keys.sorted() ?? []).compactMap { byID[$0] }
    }

    /// The unit whose officers have a step.
    func holder(of step: String, on day: LocalDate) -> String? { turn(step, day)?.unit }

    /// Where each works who may be bound by name.
    var units: [ID: String] {
        byID.mapValues { $0.id.hasSuffix(".xa") ? Self.elsewhere : RoutingFixture.unit }
    }
}
