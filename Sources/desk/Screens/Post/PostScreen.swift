import APIClient
import Forms
import Models
import TUI

/// Parcels by where they are, or those of one dossier: each opens with its way.
struct PostScreen: Screen {
    enum Message: Sendable {
        case loaded(Place, Result<Page<Shipment>, APIError>)
        case loadedMore(Place, Result<Page<Shipment>, APIError>)
        case counts(Result<[ShipmentGroup: Int], APIError>)
    }

    /// What the list holds.
    enum Place: Hashable, Sendable {
        case group(ShipmentGroup)
        case found(String)
        case dossier
    }

    let desk: Desk
    /// Whose parcels they are; nil for all of the unit.
    private let dossier: Dossier?
    private(set) var items: [Shipment] = []
    private var what: Place
    private var counts: [ShipmentGroup: Int] = [:]
    private var place = ListPlace()
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk, dossier: Dossier? = nil) {
        self.desk = desk
        self.dossier = dossier
        what = dossier == nil ? .group(desk.isCashier ? .codToSettle : .toHandOver) : .dossier
    }

    var title: SafeText { desk.title(dossier == nil ? Strings.Post.title : Strings.Post.ofDossier) }
    var scopes: [String] { [dossier == nil ? "post" : "post_dossier"] }
    private var selected: Shipment? { items.indices.contains(place.cursor) ? items[place.cursor] : nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openParcel, .openParcelOfDossier: selected != nil
        case .sendParcel: desk.canSend(dossier)
        default: true
        }
    }

    /// What can be sent for the dossier now.
    private var sendable: ShipmentKind? { desk.sendable(dossier, beside: items) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { load() }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openParcel), .action(.openParcelOfDossier):
            return selected.map { [.push(ParcelScreen(desk: desk, id: $0.id))] } ?? []
        case .action(.sendParcel):
            guard let dossier, !isLoading else { return [] }
            guard let kind = sendable else {
                let words = Strings.Post.notSendable(dossier, beside: items)
                return [.toast(SafeText(words.text(context.language)), .warning), .bell]
            }
            return [.push(PostTaskScreen(desk: desk, task: .send(dossier, kind)))]
        case .action(.manifestsFromPost): return [.push(ManifestListScreen(desk: desk))]
        case .action(.nextPostList): return turn(1)
        case .action(.previousPostList): return turn(-1)
        case .action(.findParcel):
            return [
                .push(
                    FindScreen(
                        desk: desk, title: Strings.Post.find, help: Strings.Post.findHelp, text: ""))
            ]
        case .action(.refreshPost), .action(.refreshPostOfDossier): return load()
        case .action(.closePost), .action(.closePostOfDossier): return [.pop()]
        case .input(.scan(let scan)) where dossier == nil:
            return show(.found(ScanReading.searchText(of: scan)))
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        // An older answer never lies over a newer one.
        case .message(.loaded(let asked, _)) where asked != what: return []
        case .message(.loadedMore(let asked, _)) where asked != what: return []
        case .message(.loaded(_, .success(let page))):
            let before = selected?.id
            (isLoading, problem) = (false, nil)
            (items, nextCursor) = (page.items, page.nextCursor)
            place.stay(on: items.firstIndex { $0.id == before }, count: items.count)
            return []
        case .message(.loadedMore(_, .success(let page))):
            isLoading = false
            let known = Set(items.map(\.id))
            items += page.items.filter { !known.contains($0.id) }
            nextCursor = page.nextCursor
            return []
        case .message(.loaded(_, .failure(let error))), .message(.loadedMore(_, .failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .message(.counts(.success(let counts))):
            self.counts = counts
            return []
        // The list says the same of the same server.
        case .message(.counts(.failure)): return []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let found = result as? FindScreen.Sought {
                return found.text.isEmpty ? load() : show(.found(found.text.uppercased()))
            }
            return load()
        case .input, .action, .hangup: return []
        }
    }

    private mutating func turn(_ step: Int) -> [Effect<Message>] {
        let all = ShipmentGroup.allCases
        guard case .group(let group) = what, let index = all.firstIndex(of: group) else {
            return show(.group(.toHandOver))
        }
        return show(.group(all[(index + step + all.count) % all.count]))
    }

    private mutating func show(_ next: Place) -> [Effect<Message>] {
        what = next
        (items, nextCursor, problem) = ([], nil, nil)
        place = ListPlace()
        return load()
    }

    private mutating func load() -> [Effect<Message>] {
        isLoading = true
        let (desk, what, id) = (desk, what, dossier?.id)
        let list: Effect<Message> = .run(id: "load") {
            .loaded(what, await Self.ask(desk, what, dossier: id, cursor: nil))
        }
        guard dossier == nil else { return [list] }
        return [
            list,
            .run(id: "counts") {
                .counts(await desk.ask { client throws(APIError) in try await client.shipmentCounts() })
            },
        ]
    }

    private static func ask(_ desk: Desk, _ what: Place, dossier: Models.ID?, cursor: String?) async
        -> Result<
            Page<Shipment>, APIError
        >
    {
        await desk.ask { client throws(APIError) in
            switch what {
            case .group(let group): try await client.shipments(group, cursor: cursor, limit: 100)
            case .found(let text): try await client.shipments(code: text, cursor: cursor, limit: 100)
            case .dossier:
                Page(items: try await client.shipments(ofDossier: dossier ?? ""), nextCursor: nil)
            }
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, what) = (desk, what)
        return [
            .run(id: "more") { .loadedMore(what, await Self.ask(desk, what, dossier: nil, cursor: next)) }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Post.loaded(items.count, more: nextCursor != nil)
        let rest = ColumnList.head(into: &canvas, head, count: count, context)
        guard !items.isEmpty else {
            let words =
                problem
                ?? (isLoading
                    ? Strings.Common.loading
                    : dossier.map {
                        sendable == nil
                            ? Strings.Post.notSendable($0, beside: items) : Strings.Post.noneOfDossier
                    } ?? Strings.Post.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let columns = Self.columns(canvas.size.columns - 2, what, language)
        columns.list.draw(into: &canvas, area: rest, count: items.count, place: place, context) { index in
            let item = items[index]
            return ColumnList.Row(
                texts: columns.texts(item),
                role: item.state == .failed || item.order == .dead ? .warning : .text)
        }
    }

    /// Of what is to be settled the sum is the matter; that it was delivered is known.
    private static func columns(_ width: Int, _ what: Place, _ language: Language) -> FittedColumns<Shipment>
    {
        let isMoney = what == .group(.codToSettle)
        return FittedColumns(
            [
                .init(Strings.Post.number, 13, text: \.trackingNumber),
                .init(Strings.Post.code, 20, most: 23, text: \.dossierCode),
                .init(Strings.Post.kindTitle, 23, rank: 4) { Strings.Post.kind($0.kind).text(language) },
                .init(Strings.Post.state, 22, rank: isMoney ? 5 : 0) {
                    Strings.Post.state(of: $0).text(language)
                },
                .init(Strings.Post.changed, 16, rank: 3, text: \.changedAt.display),
                .init(Strings.Post.citizen, 20, least: 10, most: 34, text: \.citizen.name),
                .init(Strings.Post.place, 20, most: 40, rank: 2, text: \.citizen.address.commune.name),
                .init(Strings.Post.cod, 12, rank: isMoney ? 0 : 1, isAmount: true) {
                    $0.cod == 0 ? "" : Money($0.cod).grouped
                },
            ], in: width)
    }

    private var head: Phrase {
        switch what {
        case .group(let group):
            guard let count = counts[group] else { return Strings.Post.group(group) }
            let name = Strings.Post.group(group)
            return Phrase("\(name.text(.vi)) (\(count))", en: "\(name.text(.en)) (\(count))")
        case .found(let text): return Phrase(text, en: text)
        case .dossier: return Phrase(dossier?.code ?? "", en: dossier?.code ?? "")
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected else { return nil }
        let words = [
            Strings.Post.kind(item.kind).text(context.language), item.citizen.address.commune.name,
            // Waiting still, and scanned already.
            item.state == .created
                ? item.manifest.map { Strings.Post.inManifest($0.code).text(context.language) } : nil,
            item.cod > 0 ? Strings.Post.cod.text(context.language) + " " + Money(item.cod).display : nil,
        ]
        return MessageLine(SafeText(words.compactMap(\.self).joined(separator: " · ")), waits: true)
    }
}
