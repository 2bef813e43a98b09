import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("No role is lent in a circle")
struct DelegationCycleTests {
    @Test("Back to who lent it, directly or by another one: refused; another role or other days: taken")
    func cycle() async throws {
        try await TestCentral().run { desk in
            let admin = try await desk.login("quantri")
            let officers = [
                "019b89f3-9280-7000-8000-000000000003", "019b89f3-9280-7000-8000-000000000004",
                "019b89f3-9280-7000-8000-000000000001",
            ]
            // The third one reviews too, so that there are three for a circle.
            let role = try await admin.post(
                "/v1/assignments", ["officer": .string(officers[2]), "unit": "H26.1.5", "role": "review"],
                key: UUIDv7.make())
            #expect(role.status == 201, "\(role.text)")
            func lend(_ from: Int, _ to: Int, _ first: String, _ last: String) async throws -> TestReply {
                try await admin.post(
                    "/v1/delegations",
                    [
                        "from": .string(officers[from]), "to": .string(officers[to]), "unit": "H26.1.5",
                        "role": "review", "effective_from": .string(first), "effective_to": .string(last),
                        "reason": "Nghỉ phép",
                    ], key: UUIDv7.make())
            }
            #expect(try await lend(0, 1, "2026-11-23", "2026-12-10").status == 201)
            let back = try await lend(1, 0, "2026-12-01", "2026-12-05")
            #expect(back.faults == ["/to cycle"], "\(back.text)")
            #expect(try await lend(1, 2, "2026-12-01", "2026-12-05").status == 201)
            #expect(try await lend(2, 0, "2026-12-01", "2026-12-05").faults == ["/to cycle"])
            #expect(try await lend(1, 0, "2026-12-11", "2026-12-20").status == 201)
        }
    }
}
