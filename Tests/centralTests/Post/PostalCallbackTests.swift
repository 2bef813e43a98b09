import Forms
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What the post says by its own calls")
struct PostalCallbackTests {
    private static func made(_ driver: PostDriver) async throws -> TestReply {
        let dossier = try #require(try await driver.ready().first)
        let made = try await driver.send(dossier)
        #expect(made.status == 201, "\(made.text)")
        return made
    }

    @Test(
        "In whatever order and however often, a shipment never goes back",
        arguments: [
            ["30", "50", "70", "90"], ["90", "70", "50", "30"], ["50", "90", "50", "90", "30"],
            ["70", "91", "70", "90", "91"], ["91", "90"],
        ])
    func order(codes: [String]) async throws {
        try await PostDriver.run { driver in
            let made = try await Self.made(driver)
            for (index, code) in codes.enumerated() {
                for _ in 0..<2 {
                    let reply = try await driver.callback(made["order_number"] ?? "", code, number: index + 1)
                    #expect(reply.status == 200, "\(reply.text)")
                }
            }
            #expect(try await driver.state(made["id"] ?? "") == "delivered")
            let page = try await driver.desk.get("/v1/shipments/\(made["id"] ?? "")")
            // One line each beside the desk's own, with the code and the words as they came.
            #expect(page.json["events"]?.list?.count == codes.count + 1)
            #expect(page["post_code"] == "90" && page["post_message"] == "Thử")
            let dossier = made["dossier"] ?? ""
            let events = try await driver.desk.get("/v1/dossiers/\(dossier)/events").items
            #expect(events.count { $0["action"] == "deliver" } == 1)
        }
    }

    @Test("A code that nobody knows is kept, and moves nothing")
    func unknownCode() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.made(driver)
            #expect(try await driver.callback(made["order_number"] ?? "", "777", number: 1).status == 200)
            #expect(try await driver.state(made["id"] ?? "") == "created")
            let events = try await driver.desk.get("/v1/shipments/\(made["id"] ?? "")").json["events"]?.list
            #expect(events?.last?["code"] == "777" && events?.last?["state"] == nil)
        }
    }

    @Test("An unknown parcel, an unknown post, a wrong signature and what is no message change nothing")
    func strange() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.made(driver)
            let order = made["order_number"] ?? ""
            #expect(try await driver.callback("H26.1.5-261123-9999", "90", number: 1).status == 404)
            #expect(try await driver.callback(order, "90", number: 1, item: "RR473124829VN").status == 404)
            #expect(try await driver.callback(order, "90", number: 1, carrier: "khac").status == 404)
            for sum in ["00", String(repeating: "0", count: 64), "zz"] {
                let reply = try await driver.callback(order, "90", number: 1, sum: sum)
                #expect(reply.status == 403 && reply.code == "bad_signature")
            }
            #expect(try await driver.callback("", "90", number: 1).faults == ["/orderNumber required"])
            let nobody = TestDesk(client: driver.desk.client, token: nil)
            let empty = try await nobody.post("/v1/postal-callbacks/vnpost", ["x": 1])
            #expect(empty.status == 422 && empty.faults.contains("/x unknown_key"))
            #expect(try await driver.state(made["id"] ?? "") == "created")
        }
    }
}
