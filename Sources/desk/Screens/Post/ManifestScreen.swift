import APIClient
import Forms
import Models
import TUI

/// One manifest. At the desk parcels are scanned onto it until it is signed; at the post's counter they are scanned in, and
/// what is missing is seen at once. Scans are taken as fast as they come, and sent one after another.
struct ManifestScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Manifest, APIError>)
        case scanned(Models.ID, Result<Acted<ParcelScanned>, SubmitFailure>)
        case again
        case changed(Result<Acted<Manifest>, SubmitFailure>)
        case labels(Result<[Shipment], APIError>)
        case printed(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    let desk: Desk
    let id: Models.ID
    private(set) var manifest: Manifest?
    private(set) var queue = ScanQueue()
    private var place = ListPlace()
    private var dialog: Dialog?
    private var removing: Asking<ManifestItem>?
    private var problem: Phrase?
    /// Why the last act was not done: it is read beside the manifest as it stands since, until the officer goes on.
    private var refusal: Phrase?
    private let owner: SignedIn?
    /// Of the signature.
    private let signKey: Models.ID
    /// Seconds until a scan whose answer never came goes out again.
    private static let pause = 2.0
    /// The latest scans that are in view.
    private static let shown = 5

    init(desk: Desk, id: Models.ID) {
        self.desk = desk
        self.id = id
        owner = desk.signedIn
        signKey = desk.newID()
    }

    var title: SafeText { desk.title(Strings.Post.manifest) }
    var scopes: [String] { dialog?.scopes ?? removing?.scopes ?? ["manifest"] }
    private var items: [ManifestItem] { (manifest?.items ?? []) + (manifest?.missing ?? []) }
    private var selected: ManifestItem? { items.indices.contains(place.cursor) ? items[place.cursor] : nil }
    /// Whether this officer scans onto it, or in.
    private var isTaking: Bool {
        desk.isPostal ? manifest?.state == .closed : desk.canTakeIn && manifest?.state == .open
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .signManifest: isTaking && !items.isEmpty
        case .reopenManifest:
            desk.canTakeIn && !desk.isPostal && manifest?.state == .closed && manifest?.accepted == 0
        case .typeParcel: isTaking
        case .removeParcel: desk.canTakeIn && manifest?.state == .open && selected != nil
        case .printManifest, .printLabels: !items.isEmpty
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, id) = (desk, id)
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.manifest(id) })
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message, context)
        case .input(.scan(let scan)): return take(scan)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let found = result as? FindScreen.Sought {
                return found.text.isEmpty ? [] : take(found.text)
            }
            return [load()] + sendNext()
        case .hangup: return []
        case .input, .action: break
        }
        if dialog != nil { return handleDialog(event) }
        switch removing.answer(to: event) {
        case .accepted(let item): return remove(item)
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(.closeManifest):
            guard queue.open == 0 else { return [wait(context), .bell] }
            return [.pop()]
        case .action(.refreshManifest):
            refusal = nil
            return [load()]
        case .action(.typeParcel):
            return [
                .push(
                    FindScreen(
                        desk: desk, title: Strings.Post.typeNumber, help: Strings.Post.findHelp, text: ""))
            ]
        case .action(.signManifest): return sign(context)
        case .action(.reopenManifest):
            guard let manifest else { return [] }
            return [.push(PostTaskScreen(desk: desk, task: .reopen(manifest)))]
        case .action(.removeParcel):
            guard let selected, let code = manifest?.code else { return [] }
            removing = Asking(
                selected, title: Strings.Post.removeQuestion,
                text: Strings.Post.removeText(selected.trackingNumber, selected.receiverName, code),
                does: Strings.Post.removeIt)
            return []
        case .action(.printManifest): return print()
        case .action(.printLabels): return labels()
        case .input(.key(let key)):
            _ = place.handle(key, count: items.count, rows: listRows(context.size))
            return []
        case .input, .action, .message, .resumed, .hangup: return []
        }
    }

    // MARK: - Scans

    private mutating func take(_ text: String) -> [Effect<Message>] {
        guard isTaking || manifest == nil else { return [.bell] }
        queue.take(text.trimmed, key: desk.newID())
        (problem, refusal) = (nil, nil)
        return sendNext()
    }

    private mutating func sendNext() -> [Effect<Message>] {
        guard manifest != nil, let line = queue.next() else { return [] }
        let (desk, owner, onto) = (desk, owner, desk.isPostal ? nil : Optional(id))
        return [
            .run(id: "scan") {
                .scanned(
                    line.key, await desk.scan(line.text, onto: onto, key: line.key, owner: owner))
            }
        ]
    }

    private mutating func scanned(_ key: Models.ID, _ result: Result<Acted<ParcelScanned>, SubmitFailure>)
        -> [Effect<Message>]
    {
        switch result {
        case .success(let acted):
            let scanned = acted.value
            let isElsewhere = scanned.manifest.id != id
            queue.settle(
                key,
                isElsewhere
                    ? .elsewhere(scanned.item, scanned.manifest.code)
                    : .done(scanned.item, again: scanned.again))
            note(scanned)
            return sendNext() + (scanned.again || isElsewhere ? [.bell] : [])
        case .failure(let failure):
            switch failure {
            case .expired:
                queue.settle(key, .waiting)
                return [.push(LoginScreen.again(desk))]
            case .refused(let refusal):
                let words = refusal.errors?.first.map { Phrase(vi: $0.message) }
                queue.settle(key, .refused(words ?? APIError.problem(refusal).words))
                return [.bell] + sendNext()
            default:
                // Nobody knows whether it arrived: it goes out again, under its key.
                queue.settle(key, .waiting)
                problem = failure.words(unknown: Strings.Post.unknown)
                return [.after(id: "again", seconds: Self.pause, .again)]
            }
        }
    }

    /// Shows what a scan came to without loading the manifest anew.
    private mutating func note(_ scanned: ParcelScanned) {
        guard var manifest, scanned.manifest.id == manifest.id else { return }
        var items = manifest.items ?? []
        if let index = items.firstIndex(where: { $0.shipment == scanned.item.shipment }) {
            items[index] = scanned.item
        } else {
            items.append(scanned.item)
        }
        (manifest.items, manifest.count, manifest.accepted) = (items, scanned.count, scanned.accepted)
        self.manifest = manifest
        if let index = items.firstIndex(where: { $0.shipment == scanned.item.shipment }) {
            place.stay(on: index, count: items.count)
        }
    }

    // MARK: - Acts

    private func wait(_ context: ScreenContext) -> Effect<Message> {
        .toast(SafeText(Strings.Post.openScans(queue.open).text(context.language)), .warning)
    }

    private mutating func sign(_ context: ScreenContext) -> [Effect<Message>] {
        guard let manifest else { return [] }
        guard queue.open == 0 else { return [wait(context), .bell] }
        if desk.isPostal { return [.push(PostTaskScreen(desk: desk, task: .accept(manifest)))] }
        dialog = Dialog(
            title: Strings.Post.signQuestion,
            text: Strings.Post.signText(manifest.code, manifest.count, manifest.office.name),
            buttons: [.init("cancel", Strings.Common.cancel), .init("sign", Strings.Post.sign)])
        return []
    }

    private mutating func handleDialog(_ event: ScreenEvent<Message>) -> [Effect<Message>] {
        guard var dialog else { return [] }
        let outcome = dialog.handle(event)
        self.dialog = dialog
        switch outcome {
        case .accepted:
            let isMeant = dialog.chosen == "sign"
            self.dialog = nil
            guard isMeant, let manifest else { return [] }
            let (desk, key, owner) = (desk, signKey, owner)
            return [.run(id: "sign") { .changed(await desk.close(manifest, key: key, owner: owner)) }]
        case .cancelled: self.dialog = nil
        case .ignored, .handled, .changed, .refused: break
        }
        return []
    }

    private func remove(_ item: ManifestItem) -> [Effect<Message>] {
        let (desk, id, key, owner) = (desk, id, desk.newID(), owner)
        return [
            .run(id: "remove") { .changed(await desk.remove(item, from: id, key: key, owner: owner)) }
        ]
    }

    private func print() -> [Effect<Message>] {
        guard let manifest else { return [] }
        let (printer, paper) = (
            desk.printer,
            ManifestDocument(
                manifest, place: desk.config.place.name ?? UnitName.place(manifest.unit.name),
                training: desk.isTraining)
        )
        return [.run(id: "print") { .printed(await printer.print(paper)) }]
    }

    /// A label needs the whole address, which a manifest does not have.
    private func labels() -> [Effect<Message>] {
        let (desk, ids) = (desk, items.map(\.shipment))
        return [
            .run(id: "labels") {
                .labels(
                    await desk.ask { client throws(APIError) in
                        var parcels: [Shipment] = []
                        for id in ids { parcels.append(try await client.shipment(id)) }
                        return parcels
                    })
            }
        ]
    }

    // MARK: - Answers

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .loaded(.success(let manifest)):
            let before = selected?.shipment
            self.manifest = manifest
            problem = nil
            place.stay(on: items.firstIndex { $0.shipment == before }, count: items.count)
            return sendNext()
        case .loaded(.failure(let error)), .labels(.failure(let error)):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .scanned(let key, let result): return scanned(key, result)
        case .again: return sendNext()
        case .changed(.success(let acted)):
            manifest = acted.value
            refusal = nil
            place.stay(on: nil, count: items.count)
            guard acted.value.state == .closed else { return [] }
            return [.toast(SafeText(Strings.Post.signed.text(context.language)), .success)]
        case .changed(.failure(let failure)):
            refusal = failure.words(unknown: Strings.Post.unknown)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell, load()]
        case .labels(.success(let parcels)):
            let (printer, isTraining) = (desk.printer, desk.isTraining)
            return [
                .run(id: "print") {
                    .printed(await printer.print(ShipmentLabels(parcels, training: isTraining)))
                }
            ]
        case .printed(.success(let outcome)):
            return [.toast(SafeText(outcome.words.text(context.language)), .success)]
        case .printed(.failure(let failure)):
            return [.toast(SafeText(failure.words.text(context.language)), .error), .bell]
        }
    }

    // MARK: - Drawing

    private func listRows(_ size: Size) -> Int { max(1, size.rows - Self.shown - 3) }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        guard let manifest else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds, language)
        }
        let missing = items.count { isMissing($0, manifest) }
        let taken = Strings.Post.taken(manifest.accepted, of: items.count).text(language)
        let count =
            manifest.state == .open
            ? Strings.Post.parcels(manifest.count).text(language)
            : isAwaited(manifest)
                ? taken : [taken, Strings.Post.differences(missing).text(language)].joined(separator: " · ")
        let state = Strings.Post.name(manifest.state)
        let head = Phrase(
            manifest.code + " · " + state.text(.vi), en: manifest.code + " · " + state.text(.en))
        let rest = ColumnList.head(into: &canvas, head, count: Phrase(count, en: count), context)
        let (top, below) = rest.splitTop(max(2, rest.rows - Self.shown - 1))
        drawItems(manifest, into: &canvas, area: top, context)
        drawScans(into: &canvas, area: below, context)
        dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
        removing?.draw(into: &canvas, context)
    }

    /// Whether the desk still waits for the post to take it: nothing is missing yet.
    private func isAwaited(_ manifest: Manifest) -> Bool { manifest.state == .closed && !desk.isPostal }

    private func drawItems(
        _ manifest: Manifest, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        guard !items.isEmpty else {
            return ColumnList.say(
                Strings.Post.none, role: .dim, into: &canvas, area: area, language)
        }
        let columns = columns(canvas.size.columns - 2, manifest, language)
        columns.list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            ColumnList.Row(
                texts: columns.texts(items[index]),
                role: isMissing(items[index], manifest) ? .warning : .text)
        }
    }

    private func isMissing(_ item: ManifestItem, _ manifest: Manifest) -> Bool {
        manifest.state != .open && !isAwaited(manifest) && item.acceptedAt == nil
    }

    private func columns(_ width: Int, _ manifest: Manifest, _ language: Language)
        -> FittedColumns<ManifestItem>
    {
        FittedColumns(
            [
                .init(Phrase("STT", en: "No"), 4) { String($0.seq) },
                .init(Strings.Post.number, 13, text: \.trackingNumber),
                .init(Strings.Post.code, 20, most: 23, text: \.dossierCode),
                .init(Strings.Post.scannedAt, 8, rank: 3, text: \.scannedAt.clock),
                .init(Strings.Post.accepted, 13) {
                    $0.acceptedAt?.clock
                        ?? (isMissing($0, manifest) ? Strings.Post.missing.text(language) : "")
                },
                .init(Strings.Post.receiver, 24, least: 10, most: 36, text: \.receiverName),
                .init(Strings.Post.destination, 36, most: 60, rank: 2, text: \.destination),
                .init(Strings.Post.cod, 12, rank: 1, isAmount: true) {
                    $0.cod == 0 ? "" : Money($0.cod).grouped
                },
            ], in: width)
    }

    private func drawScans(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        canvas.put(SafeText(Strings.Post.scanned.text(language)), at: Point(1, area.row), role: .label)
        guard !queue.lines.isEmpty else {
            let words = desk.isPostal ? Strings.Post.scanHere : Strings.Post.noScans
            canvas.put(SafeText(words.text(language)), at: Point(1, area.row + 1), role: .dim)
            return
        }
        for (row, line) in queue.lines.suffix(Self.shown).reversed().enumerated() where row + 1 < area.rows {
            let (words, role) = words(line.outcome, language)
            let text = SafeText(line.text).truncated(to: 24)
            canvas.put(text, at: Point(1, area.row + 1 + row), role: .text)
            canvas.put(
                SafeText(words).truncated(to: max(1, canvas.size.columns - 28)),
                at: Point(26, area.row + 1 + row), role: role)
        }
    }

    private func words(_ outcome: ScanQueue.Outcome, _ language: Language) -> (String, Role) {
        switch outcome {
        case .waiting: (Strings.Post.queued.text(language), .dim)
        case .sending: (Strings.Post.sending.text(language), .dim)
        case .done(_, again: true): (Strings.Post.againWords.text(language), .warning)
        case .done(let item, again: false):
            (
                (desk.isPostal ? Strings.Post.takenIn : Strings.Post.onManifest).text(language) + " · "
                    + item.receiverName, .success
            )
        case .elsewhere(let item, let code):
            (Strings.Post.takenElsewhere(code).text(language) + " · " + item.receiverName, .warning)
        case .refused(let words): (words.text(language), .error)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let words = problem ?? refusal {
            return MessageLine(SafeText(words.text(context.language)), role: .error)
        }
        // The list has a row for it, which is too short for most reasons.
        if let last = queue.lines.last, case .refused(let words) = last.outcome {
            return MessageLine(
                SafeText(last.text + ": " + words.text(context.language)), role: .error, waits: true)
        }
        guard queue.open > 0 else { return nil }
        return MessageLine(SafeText(Strings.Post.openScans(queue.open).text(context.language)), waits: true)
    }
}
