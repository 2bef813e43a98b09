import APIClient
import Forms
import Models
import TUI

/// Parcels and manifests, asked and answered line by line: sent, handed over, scanned in, signed for, looked up.
struct PlainPost: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.Post
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    /// What can be done besides opening a manifest of the list.
    private enum Verb: String {
        case find, send, open
    }

    func run() async {
        while true {
            let asked = await plain.ask { client throws(APIError) in
                try await client.manifests(limit: 50)
            }
            guard let page = asked else { return }
            var items: [PickItems.Item] = []
            func add(_ verb: Verb, _ words: Phrase) {
                items.append(.init(value: verb.rawValue, label: SafeText(words.text(language))))
            }
            add(.find, Words.find)
            if desk.canTakeIn {
                add(.send, Words.plainSend)
                add(.open, Words.plainOpen)
            }
            items += page.items.map { manifest in
                let facts = [
                    manifest.code, Words.name(manifest.state).text(language),
                    Words.taken(manifest.accepted, of: manifest.count).text(language),
                ]
                return PickItems.Item(
                    value: manifest.id, label: SafeText(facts.joined(separator: ", ")))
            }
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let value) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
            else { return }
            switch Verb(rawValue: value) {
            case .find: await find()
            case .send: await send()
            case .open: await open()
            case nil: await handOver(value)
            }
        }
    }

    private func asksCode(_ question: Phrase) async -> String? {
        guard let line = await plain.console.ask(SafeText(question.text(language) + ": ")) else { return nil }
        let code = ScanReading.searchText(of: line.trimmed).uppercased()
        return code.isEmpty ? nil : code
    }

    // MARK: Parcels

    private func find() async {
        guard let code = await asksCode(Words.findHelp),
            let page = await plain.ask({ client throws(APIError) in
                try await client.shipments(code: code, limit: 10)
            })
        else { return }
        guard !page.items.isEmpty else { return plain.say(Words.none) }
        for item in page.items {
            let id = item.id
            guard
                let shipment = await plain.ask({ client throws(APIError) in try await client.shipment(id) })
            else { return }
            plain.console.say(
                SafeText(shipment.trackingNumber + ", " + Words.state(of: shipment).text(language)))
            plain.say(ParcelSheet.make(shipment, width: 76, language))
        }
    }

    private func send() async {
        guard let code = await asksCode(Words.code), let found = await plain.search(code, limit: 2) else {
            return
        }
        guard let id = found.items.first?.id, found.items.count == 1,
            let dossier = await plain.ask({ client throws(APIError) in try await client.dossier(id) }),
            let parcels = await plain.ask({ client throws(APIError) in
                try await client.shipments(ofDossier: id)
            })
        else { return plain.say(Words.plainNoDossier(code)) }
        guard let kind = desk.sendable(dossier, beside: parcels) else {
            return plain.say(Words.notSendable(dossier, beside: parcels))
        }
        _ = await PlainTask(plain: plain).perform(PostTask.send(dossier, kind))
    }

    // MARK: Manifests

    private func open() async {
        let (key, owner) = (desk.newID(), desk.signedIn)
        guard
            let acted = await settled(owner, { await desk.openManifest(key: key, owner: owner) })
        else { return }
        await handOver(acted.value.id)
    }

    /// Scans until an empty line, then signs, if that is meant.
    private func handOver(_ id: Models.ID) async {
        guard let before = await manifest(id) else { return }
        tell(before)
        let takes = desk.isPostal ? before.state == .closed : desk.canTakeIn && before.state == .open
        guard takes else { return }
        plain.say(Words.plainScan)
        while let code = await asksCode(Words.number) { await scan(code, onto: id) }
        guard let manifest = await manifest(id) else { return }
        tell(manifest)
        guard !(manifest.items ?? []).isEmpty else { return }
        if desk.isPostal {
            guard await plain.asksYes(Words.title(.accept(manifest))) == true else { return }
            _ = await PlainTask(plain: plain).perform(PostTask.accept(manifest))
        } else {
            plain.say(Words.signText(manifest.code, manifest.count, manifest.office.name))
            guard await plain.asksYes(Words.signQuestion) == true else { return }
            let (key, owner) = (desk.newID(), desk.signedIn)
            let signed = await settled(owner) { await desk.close(manifest, key: key, owner: owner) }
            if signed != nil { plain.say(Words.signed) }
        }
    }

    private func manifest(_ id: Models.ID) async -> Manifest? {
        await plain.ask { client throws(APIError) in try await client.manifest(id) }
    }

    private func tell(_ manifest: Manifest) {
        let facts = [
            manifest.code, Words.name(manifest.state).text(language),
            Words.counts(manifest.count, manifest.accepted).text(language),
        ]
        plain.console.say(SafeText(facts.joined(separator: ", ")))
        guard manifest.state != .open else { return }
        for item in (manifest.items ?? []) + (manifest.missing ?? []) where item.acceptedAt == nil {
            plain.console.say(
                SafeText(Words.missing.text(language) + ": " + item.trackingNumber + ", " + item.dossierCode))
        }
    }

    private func scan(_ code: String, onto manifest: Models.ID) async {
        let (key, owner) = (desk.newID(), desk.signedIn)
        let onto = desk.isPostal ? nil : Optional(manifest)
        guard
            let acted = await settled(
                owner, { await desk.scan(code, onto: onto, key: key, owner: owner) })
        else { return }
        let words =
            acted.value.again ? Words.againWords : desk.isPostal ? Words.takenIn : Words.onManifest
        plain.console.say(
            SafeText(
                [words.text(language), acted.value.item.trackingNumber, acted.value.item.receiverName].joined(
                    separator: ", ")))
    }

    /// Tries until the outcome is known, under the same key, or the officer leaves it; what was refused is said.
    private func settled<Value: Sendable>(
        _ owner: SignedIn?, _ perform: () async -> Result<Value, SubmitFailure>
    ) async -> Value? {
        while true {
            switch await perform() {
            case .success(let value): return value
            case .failure(.expired): guard await plain.logIn(again: owner) else { return nil }
            case .failure(.refused(let refusal)):
                plain.say(
                    refusal.errors?.first.map { Phrase(vi: $0.message) } ?? APIError.problem(refusal).words)
                return nil
            case .failure(let failure):
                if let words = failure.words(unknown: Words.unknown) { plain.say(words) }
                guard await plain.asksYes(Strings.Plain.again) == true else { return nil }
            }
        }
    }
}
