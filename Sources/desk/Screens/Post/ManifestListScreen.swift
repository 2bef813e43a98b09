import APIClient
import Forms
import Models
import TUI

/// The unit's manifests, the latest first; at the post's counter those that desks have signed for it.
struct ManifestListScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<Manifest>, APIError>)
        case opened(Result<Acted<Manifest>, SubmitFailure>)
    }

    let desk: Desk
    private(set) var items: [Manifest] = []
    private var place = ListPlace()
    private var isLoading = true
    private var problem: Phrase?
    private let owner: SignedIn?
    /// Of the next manifest that is opened: a try whose answer never came is settled first.
    private var key: Models.ID
    /// Was opened just now: the list comes back on it.
    private var latest: Models.ID?

    init(desk: Desk) {
        self.desk = desk
        owner = desk.signedIn
        key = desk.newID()
    }

    var title: SafeText { desk.title(Strings.Post.manifests) }
    var scopes: [String] { ["manifests"] }
    private var selected: Manifest? { items.indices.contains(place.cursor) ? items[place.cursor] : nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .newManifest: desk.canTakeIn
        case .openManifest: selected != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openManifest):
            return selected.map { [.push(ManifestScreen(desk: desk, id: $0.id))] } ?? []
        case .action(.newManifest):
            let (desk, key, owner) = (desk, key, owner)
            return [.run(id: "open") { .opened(await desk.openManifest(key: key, owner: owner)) }]
        case .action(.refreshManifests): return [load()]
        case .action(.closeManifests): return [.pop()]
        case .input(.key(let key)):
            _ = place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows))
            return []
        case .message(.opened(.success(let acted))):
            key = desk.newID()
            latest = acted.value.id
            return [.push(ManifestScreen(desk: desk, id: acted.value.id))]
        case .message(.opened(.failure(let failure))):
            problem = failure.words(unknown: Strings.Post.unknown)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell]
        case .message(.loaded(.success(let page))):
            let before = latest ?? selected?.id
            latest = nil
            (isLoading, problem) = (false, nil)
            items = page.items
            place.stay(on: items.firstIndex { $0.id == before }, count: items.count)
            return []
        case .message(.loaded(.failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.manifests(limit: 100) })
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count = Phrase("\(items.count)", en: "\(items.count)")
        let rest = ColumnList.head(
            into: &canvas, Strings.Post.manifests,
            count: items.isEmpty && isLoading ? Strings.Common.loading : count, context)
        guard !items.isEmpty else {
            let none = desk.isPostal ? Strings.Post.noManifestsToTake : Strings.Post.noManifests
            return ColumnList.say(
                problem ?? (isLoading ? Strings.Common.loading : none), role: problem == nil ? .dim : .error,
                into: &canvas, area: rest, language)
        }
        let columns = Self.columns(canvas.size.columns - 2, isPostal: desk.isPostal, language)
        columns.list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: columns.texts(item), role: item.state == .accepted ? .dim : .text)
        }
    }

    /// - Parameter isPostal: Who takes them in wants to know whose they are; the desk, whom they go to.
    private static func columns(_ width: Int, isPostal: Bool, _ language: Language)
        -> FittedColumns<Manifest>
    {
        FittedColumns(
            [
                .init(Strings.Post.manifest, 24, most: 28, text: \.code),
                .init(isPostal ? Strings.Post.sender : Strings.Post.office, 24, most: 40, rank: 1) {
                    isPostal ? UnitName.short($0.unit.name) : $0.office.name
                },
                .init(Strings.Post.state, 18) { Strings.Post.name($0.state).text(language) },
                .init(Strings.Drawer.opened, 16, text: \.openedAt.display),
                .init(Strings.Post.signedAt, 16, rank: 2) { $0.closedAt?.display ?? "" },
                .init(Strings.Post.accepted, 13) { "\($0.accepted)/\($0.count)" },
                .init(Strings.Post.takenAt, 16, rank: 3) { $0.acceptedAt?.display ?? "" },
                .init(Strings.Post.cod, 12, rank: 4, isAmount: true) {
                    $0.cod == 0 ? "" : Money($0.cod).grouped
                },
            ], in: width)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        guard let item = selected else { return nil }
        let who = [item.openedBy.name, item.closedBy?.name, item.acceptedBy?.name].compactMap(\.self)
        return MessageLine(SafeText(who.joined(separator: " → ")), waits: true)
    }
}
