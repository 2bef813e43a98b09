import Forms
import Models
import Testing

@testable import central

/// The whole of the matrix: each step of each training process, each verb there, each officer there is, by the bindings
/// that lie in the database. Who is bound is read from the training files, in another way than `central` does.
@Suite("At every step of every training process who is not bound is refused, whatever he tries")
struct EveryStepTests {
    /// Officers and bindings as `central` has them.
    private struct Ground: Sendable {
        var set: TrainingSet
        var actors: [RoutingActor]
        var bindings: [String: [ProcessBinding]]
        var day: LocalDate
    }

    private static let unit = TrainingSet.trainingUnit

    private static let ground = Task { () throws -> Ground in
        let set = try RoutingDriver.set.get()
        let test = try TestCentral()
        let day = test.clock.now.date
        return try await test.central.store.read { database in
            var ground = Ground(set: set, actors: [], bindings: [:], day: day)
            for account in set.officers.items {
                let officer = try #require(try OfficerTable.officer(database, id: account.id, on: day))
                ground.actors.append(try RoutingGround.actor(database, officer, on: day))
            }
            for process in set.processes {
                ground.bindings[process.id] = try BindingTable.bindings(
                    database, of: unit, process: process.id, on: day)
            }
            return ground
        }
    }

    /// Where nothing has happened but that it came to a step along the shortest way.
    private static func dossiers(_ graph: ProcessGraph) -> [String: RoutingCase] {
        var found = [graph.process.entry: RoutingFixture.dossier()]
        var waiting = [graph.process.entry]
        while !waiting.isEmpty {
            let from = waiting.removeFirst()
            for line in graph.transitions(from: from) where found[line.to] == nil {
                guard var dossier = found[from] else { continue }
                dossier.events.append(
                    RoutingEvent(
                        seq: dossier.events.count + 1, at: RoutingFixture.now, action: line.action.rawValue,
                        officer: OfficerRef(id: "somebody", name: "Ai đó"), person: "person:somebody",
                        from: from, to: line.to, status: graph.step(line.to)?.status ?? 0, note: nil))
                found[line.to] = dossier
                waiting.append(line.to)
            }
        }
        return found
    }

    @Test("All steps, verbs and officers", arguments: RoutingMatrixTests.procedures)
    func everyStep(procedure code: String) async throws {
        let ground = try await Self.ground.value
        let procedure = try #require(ground.set.procedure(code))
        let process = try #require(ground.set.process(procedure.process))
        let (graph, staff) = (ProcessGraph(process), Staff(set: ground.set))
        let engine = RoutingEngine(
            graph: graph,
            bindings: RoutingBindings(
                ground.bindings[process.id] ?? [], unit: Self.unit, process: process.id, on: ground.day),
            calendar: RoutingFixture.calendar)
        let dossiers = Self.dossiers(graph)
        #expect(Set(dossiers.keys) == Set(process.steps.map(\.code)), "a step is not covered")
        for step in process.steps {
            let dossier = try #require(dossiers[step.code])
            #expect(dossier.state(graph).step == step.code)
            guard step.kind != .terminal else {
                for actor in ground.actors {
                    expect(["ended"], engine, dossier, actor, .claim, "\(code) \(step.code)")
                }
                continue
            }
            let verbs = graph.transitions(from: step.code).map(\.action) + [.claim, .release, .reassign]
            for verb in verbs {
                let place = "\(code) \(step.code) \(verb.rawValue)"
                guard !verb.isAutomatic else {
                    for actor in ground.actors {
                        expect(["system_only"], engine, dossier, actor, verb, place)
                    }
                    continue
                }
                // Calling back is the right of where it goes.
                let at = verb == .recall ? graph.transition(from: step.code, verb)?.to : step.code
                let bound = Set(
                    staff.officers(unit: Self.unit, process: process.id, step: at ?? "").map(\.id))
                #expect(!bound.isEmpty, "nobody is bound: \(place)")
                for actor in ground.actors {
                    // One colleague has lent his right to another.
                    let mayAct =
                        bound.contains(actor.id)
                        || actor.delegators.contains { bound.contains($0.officer.id) }
                    let reasons = Self.reasons(engine, dossier, actor, verb)
                    #expect(
                        reasons.contains("not_bound") == !mayAct, "\(place) by \(actor.name): \(reasons)")
                    #expect(!reasons.contains("no_transition"), "\(place): no line of the graph")
                }
            }
        }
    }

    private func expect(
        _ codes: [String], _ engine: RoutingEngine, _ dossier: RoutingCase, _ actor: RoutingActor,
        _ verb: ProcessAction, _ place: String
    ) {
        let reasons = Self.reasons(engine, dossier, actor, verb)
        #expect(reasons.contains(codes), "\(place) by \(actor.name): \(reasons)")
    }

    /// Why the engine refuses it; empty where it would be done.
    private static func reasons(
        _ engine: RoutingEngine, _ dossier: RoutingCase, _ actor: RoutingActor, _ verb: ProcessAction
    ) -> [String] {
        let act = RoutingAct.officer(actor, RoutingFixture.request(verb), assignee: nil)
        switch engine.decide(act, on: dossier, at: RoutingFixture.now) {
        case .success: return []
        case .failure(let refusal): return refusal.reasons.map(\.code)
        }
    }
}
