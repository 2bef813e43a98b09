import Forms
import Foundation
import Testing

@Suite("docs/forms.md says what is so")
struct DocumentationTests {
    static let text: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "docs/forms.md"), encoding: .utf8)) ?? ""
    }()

    static let examples: [String] = text.components(separatedBy: "```json form\n").dropFirst()
        .compactMap { $0.components(separatedBy: "\n```").first }

    @Test("Every example can be read, has no mistake, and survives the way to JSON and back")
    func examplesAreRight() throws {
        #expect(Self.examples.count == 2)
        for example in Self.examples {
            let found = FormDefinition.lint(example.utf8, references: ["provinces", "communes"])
            #expect(found == [])
            let form = try StrictJSON.decode(FormDefinition.self, from: example.utf8)
            #expect(try StrictJSON.decode(FormDefinition.self, from: StrictJSON.encode(form)) == form)
        }
    }

    @Test("Every kind of field stands in an example, and every key of a definition is named")
    func complete() throws {
        let forms = try Self.examples.map { try StrictJSON.parse($0.utf8) }
        var keys: Set<String> = []
        var types: Set<String> = []
        func collect(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for (key, member) in members {
                    keys.insert(key)
                    if key == "type", case .string(let type) = member { types.insert(type) }
                    collect(member)
                }
            case .array(let items): items.forEach(collect)
            default: break
            }
        }
        forms.forEach(collect)
        #expect(types.count == 18)
        // What a definition with everything writes is all that there is to name.
        for form in Self.examples + [SampleForm.json] {
            let definition = try StrictJSON.decode(FormDefinition.self, from: form.utf8)
            collect(try StrictJSON.value(of: definition))
        }
        #expect(keys.union(types).filter { !Self.text.contains("`\($0)`") } == [])
    }

    @Test("Every code that the linter gives is named")
    func codes() {
        let hostile = [
            "[]", "{", "{}", String(repeating: "[", count: 100),
            FormLintTests.fields(
                #"{"id":"A","label":" ","type":"radio","options":[]},{"id":"b","label":"b","type":"number","min":2,"max":1}"#
            ),
        ]
        for json in hostile {
            let codes = Set(FormDefinition.lint(json.utf8).map(\.code))
            #expect(!codes.isEmpty && codes.filter { !Self.text.contains("`\($0)`") } == [])
        }
    }
}
