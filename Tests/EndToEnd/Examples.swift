import APIClient
import Forms
import Foundation
import Models
import Testing
import Yams

/// The working examples of `openapi.yaml`, as the running server serves them.
enum Examples {
    /// The body of `POST /v1/dossiers` for one procedure.
    static func intake(from client: Client) async throws -> DossierIntake {
        let text = try await client.openAPI()
        let document = try #require(try Yams.load(yaml: text) as? [String: Any])
        var node: Any = document
        for key in ["paths", "/v1/dossiers", "post", "requestBody", "content", "application/json"] {
            node = try #require((node as? [String: Any])?[key], "openapi.yaml has no \(key) there")
        }
        let content = try #require(node as? [String: Any])
        let one = (content["examples"] as? [String: Any])?["one"] as? [String: Any]
        let example = try #require(one?["value"])
        let data = try JSONSerialization.data(withJSONObject: example)
        return try StrictJSON.decode(DossierIntake.self, from: data)
    }
}

extension Client {
    /// A client that tries once, so that a test sees each try.
    static func once(socket: String) throws -> Client {
        let address = try ServerAddress(socket: socket)
        return Client(
            address: address, transport: CurlTransport(address: address, authorities: nil), policy: .once)
    }
}
