import APIClient
import Forms
import Foundation
import Models
import Testing

/// N intents make exactly N dossiers, whatever dies when.
@Suite("Effect once", .serialized)
struct EffectOnceTests {
    /// Every step between the arrival of a submit and its answer.
    static let points = [
        "after_receive", "after_auth", "after_decode", "before_transaction", "in_transaction_after_code",
        "in_transaction_after_dossier", "in_transaction_after_idempotency", "after_commit", "before_response",
        "drop_after_commit",
    ]

    @Test("central dies between any two steps of a submit, the officer tries again: one dossier")
    func killedBetweenAnyTwoSteps() async throws {
        let folder = try TemporaryFolder()
        var central = try CentralProcess(in: folder)
        let client = try Client.once(socket: central.socket)
        _ = try await client.login(user: "tiepnhan", password: "tap-huan")
        let intake = try await Examples.intake(from: client)
        let before = try #require(Int(try central.query("SELECT count(*) FROM dossiers")))
        var codes: Set<String> = []
        let rounds = 200
        for round in 0..<rounds {
            let point = Self.points[round % Self.points.count]
            central.kill()
            central = try CentralProcess(in: folder, failpoint: point)
            let key = UUIDv7.make()
            await #expect(throws: APIError.self, "round \(round), \(point)") {
                try await client.createDossier(intake, key: key)
            }
            if point != "drop_after_commit" {
                #expect(central.diesByItself(), "\(point) never came")
                central = try CentralProcess(in: folder)
            }
            let dossier = try await client.createDossier(intake, key: key)
            let again = try await client.createDossier(intake, key: key)
            #expect(again == dossier, "round \(round), \(point): another answer to the same act")
            #expect(
                codes.insert(dossier.code).inserted, "round \(round), \(point): \(dossier.code) came twice")
        }
        let after = try #require(Int(try central.query("SELECT count(*) FROM dossiers")))
        #expect(after - before == rounds)
        try expectGapless(codes)
        central.kill()
        let audit = try run(Binaries.central, ["verify-audit", "--database", central.database])
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
    }

    @Test("1,000 intakes from 20 desks at once: 1,000 dossiers, no code twice, no gap")
    func thousandAtOnce() async throws {
        let central = try CentralProcess(in: TemporaryFolder())
        let first = try Client.once(socket: central.socket)
        let intake = try await Examples.intake(from: first)
        let socket = central.socket
        let codes = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<20 {
                group.addTask { try await Self.intakes(50, of: intake, through: socket) }
            }
            return try await group.reduce(into: [String]()) { $0 += $1 }
        }
        #expect(codes.count == 1_000)
        #expect(Set(codes).count == 1_000)
        try expectGapless(Set(codes))
    }

    /// One desk with a session and a connection of its own.
    private static func intakes(
        _ count: Int, of intake: DossierIntake, through socket: String
    ) async throws -> [String] {
        let desk = Client(address: try ServerAddress(socket: socket))
        _ = try await desk.login(user: "tiepnhan", password: "tap-huan")
        var codes: [String] = []
        for _ in 0..<count {
            codes.append(try await desk.createDossier(intake, key: UUIDv7.make()).code)
        }
        return codes
    }

    /// The numbers of one unit and day follow each other; midnight in the middle of a run starts anew.
    private func expectGapless(_ codes: Set<String>) throws {
        var numbers: [String: [Int]] = [:]
        for code in codes {
            let parts = code.split(separator: "-")
            let number = try #require(parts.last.flatMap { Int($0) })
            numbers[parts.dropLast().joined(separator: "-"), default: []].append(number)
        }
        for (day, found) in numbers {
            let sorted = found.sorted()
            let first = try #require(sorted.first)
            #expect(sorted == Array(first..<(first + sorted.count)), "a gap in \(day)")
        }
    }
}
