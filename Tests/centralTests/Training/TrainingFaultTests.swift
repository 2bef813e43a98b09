import Foundation
import Testing

@testable import central

/// What a slip in a data file looks like to whoever made it.
@Suite("Training data: faults are named with their place")
struct TrainingFaultTests {
    /// The faults after one text of one file was changed.
    private func faults(_ file: String, replacing old: String, with new: String) throws -> [String] {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent("training-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: folder) }
        try manager.copyItem(at: URL(fileURLWithPath: TrainingData.directory), to: folder)
        let url = folder.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old))
        let range = try #require(text.range(of: old))
        try text.replacingCharacters(in: range, with: new).write(to: url, atomically: true, encoding: .utf8)
        do throws(TrainingDataError) {
            _ = try TrainingData.load(directory: folder.path)
            return []
        } catch {
            return error.faults.map { "\($0.file)#\($0.pointer)" }
        }
    }

    @Test(
        arguments: [
            ("banks.json", "\"name\": \"Vietcombank\"", "\"nam\": \"Vietcombank\"", "banks.json#/items/0/"),
            ("banks.json", "\"format\": 1", "\"format\": 2", "banks.json#/format"),
            (
                "procedures/1.001193.json", "\"form_id\": \"khai-sinh\"", "\"form_id\": \"khai-sin\"",
                "procedures/1.001193.json#/item/cases/0/form_id"
            ),
            (
                "procedures/2.000635.json", "\"fees\": [\"trich_luc\"]", "\"fees\": [\"trich\"]",
                "procedures/2.000635.json#/item/cases/0/fees/0"
            ),
            (
                "forms/khai-sinh.json", "\"visible_when\": \"khai_cha\"", "\"visible_when\": \"khai_ch\"",
                "forms/khai-sinh.json#/pages/1/groups/2/visible_when"
            ),
            (
                "forms/khai-sinh.json", "\"visible_when\": \"khai_cha\"",
                "\"visible_when\": \"khai_cha and\"",
                "forms/khai-sinh.json#/pages/1/groups/2/visible_when"
            ),
            (
                "processes/khai-sinh.json", "\"role\": \"review\"", "\"role\": \"reviewer\"",
                "processes/khai-sinh.json#/item/steps/3/role"
            ),
            (
                "processes/khai-sinh.json", "\"action\": \"receive\"", "\"action\": \"recieve\"",
                "processes/khai-sinh.json#/item/transitions/0/action"
            ),
            (
                "officers.json", "\"roles\": [\"clerk\"]", "\"roles\": [\"clerks\"]",
                "officers.json#/items/6/roles/0"
            ),
            (
                "sample-cards.json", "\"birth_date\": \"1985-03-12\"", "\"birth_date\": \"1986-03-12\"",
                "sample-cards.json#/items/0/identity_number"
            ),
        ])
    func named(file: String, old: String, new: String, place: String) throws {
        let faults = try faults(file, replacing: old, with: new)
        #expect(faults.contains { $0.hasPrefix(place) }, "\(faults)")
    }

    @Test("a step that nobody is bound to is named")
    func coverage() throws {
        let faults = try faults(
            "bindings.json", replacing: "\"steps\": [\"ky\"], \"role\": \"approval\", \"officer\"",
            with: "\"steps\": [], \"role\": \"approval\", \"officer\"")
        #expect(faults == ["bindings.json#"])
    }
}
