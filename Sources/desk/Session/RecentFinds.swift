import Forms
import Models

/// What an officer looked up and opened last, newest first: offered while the box of the look-up is empty (eForm SE-1).
///
/// It is this officer's alone. What was typed may be a citizen's name or number, so it lives in memory and goes with the
/// login; of dossiers code and procedure are kept in the sealed store, nothing of a person.
struct RecentFinds: Sendable, Equatable {
    enum Find: Sendable, Hashable {
        case dossier(id: ID, code: String, procedure: String)
        case query(String)

        /// Two finds that lead to the same are one.
        fileprivate var key: String {
            switch self {
            case .dossier(let id, _, _): "d" + id
            case .query(let text): "q" + TextFold.fold(text)
            }
        }
    }

    /// As many as stand below the box at 80 × 24 without a scroll bar.
    static let most = 10

    private(set) var finds: [Find] = []

    init() {}

    /// - Returns: Whether anything is another than before.
    @discardableResult
    mutating func note(_ find: Find) -> Bool {
        guard finds.first != find else { return false }
        finds.removeAll { $0.key == find.key }
        finds.insert(find, at: 0)
        finds = Array(finds.prefix(Self.most))
        return true
    }

    // MARK: What is kept

    init(json: JSONValue) {
        guard case .array(let items) = json else { return }
        for case .object(let item) in items {
            guard case .string(let id)? = item["id"], case .string(let code)? = item["code"],
                case .string(let procedure)? = item["procedure"]
            else { continue }
            finds.append(.dossier(id: id, code: code, procedure: procedure))
        }
        finds = Array(finds.prefix(Self.most))
    }

    /// The dossiers alone.
    var json: JSONValue {
        .array(
            finds.compactMap { find in
                guard case .dossier(let id, let code, let procedure) = find else { return nil }
                return .object([
                    "id": .string(id), "code": .string(code), "procedure": .string(procedure),
                ])
            })
    }
}
