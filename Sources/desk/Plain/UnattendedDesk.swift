import APIClient
import Forms
import Models
import TUI

/// Answers one question and ends: nobody is asked anything, nothing is said but the answer.
///
/// Whose login it is comes from `DESK_ACCOUNT` and the first line of the file that `DESK_PASSWORD_FILE` names: a password on
/// the command line could be read by everybody on the machine. In training it is `tiepnhan` where none is named.
struct UnattendedDesk: Sendable {
    /// How it ended, after sysexits.h where there is a code for it.
    enum Outcome: Int32, Sendable {
        case found = 0
        case nothing = 1
        /// More than one dossier where one was meant.
        case several = 2
        case unavailable = 69
        case failed = 70
        case noLogin = 77
    }

    struct Login: Sendable {
        var account: String
        var password: String
    }

    let desk: Desk
    let console: any LineConsole
    let language: Language
    let login: Login?

    private typealias Words = Strings.Unattended
    /// Whoever needs more narrows the question.
    private static let most = 50

    /// From the environment, and in training what every beginner is told.
    static func login(isTraining: Bool, environment: (String) -> String?) -> Login? {
        guard let account = environment("DESK_ACCOUNT") else {
            return isTraining ? Login(account: "tiepnhan", password: "tap-huan") : nil
        }
        guard let file = environment("DESK_PASSWORD_FILE"), let text = TextFile.read(file),
            let line = text.split(separator: "\n").first
        else { return isTraining ? Login(account: account, password: "tap-huan") : nil }
        return Login(account: account, password: String(line).trimmed)
    }

    func run(_ question: Question) async -> Int32 {
        let outcome = await answer(question)
        await desk.logOut()()
        return outcome.rawValue
    }

    private func say(_ phrase: Phrase) { console.say(SafeText(phrase.text(language))) }

    private func answer(_ question: Question) async -> Outcome {
        guard let login else {
            say(Words.noLogin)
            return .noLogin
        }
        guard await join() else { return .unavailable }
        switch await desk.logIn(user: login.account, password: login.password) {
        case .success(let entry): _ = desk.take(entry)
        case .failure(let error):
            say(error.words)
            return error == .wrongCredentials ? .noLogin : .unavailable
        }
        switch question {
        case .lookup(let text, let asJSON): return await look(up: text, asJSON: asJSON)
        case .status(let text): return await status(text)
        }
    }

    private func join() async -> Bool {
        guard let training = desk.training else { return true }
        do throws(StartError) {
            let lifeline = try await training.join { (try? await desk.client.isReady()) ?? false }
            desk.hold(lifeline)
            desk.setLink(.connected)
            return true
        } catch {
            say(error.message)
            return false
        }
    }

    private func find(_ text: String) async -> SearchPage? {
        let asked = LookupQuery.asked(text, unit: desk.me?.unit.code)
        switch await desk.ask({ client throws(APIError) in try await client.search(asked, limit: Self.most) })
        {
        case .success(let page): return page
        case .failure(let error):
            say(error.words)
            return nil
        }
    }

    private func look(up text: String, asJSON: Bool) async -> Outcome {
        guard let page = await find(text) else { return .failed }
        if asJSON {
            guard let json = try? StrictJSON.encode(page) else { return .failed }
            console.say(SafeText(String(decoding: json, as: UTF8.self)))
        } else if page.items.isEmpty {
            say(Strings.Lookup.nothing(text, page.understood))
        }
        guard !asJSON else { return page.items.isEmpty ? .nothing : .found }
        for item in page.items {
            let facts = [
                item.code, item.applicantName, item.procedureName, item.statusTitle.text(language),
                item.dueAt?.display, item.matched?.words.text(language),
            ]
            console.say(SafeText(facts.compactMap(\.self).joined(separator: " · ")))
        }
        return page.items.isEmpty ? .nothing : .found
    }

    private func status(_ text: String) async -> Outcome {
        guard let page = await find(text) else { return .failed }
        guard let item = page.items.first else {
            say(Strings.Lookup.nothing(text, page.understood))
            return .nothing
        }
        guard page.items.count == 1, page.nextCursor == nil else {
            say(Words.several(page.items.count))
            return .several
        }
        switch await desk.ask({ client throws(APIError) in try await client.dossier(item.id) }) {
        case .failure(let error):
            say(error.words)
            return .failed
        case .success(let dossier):
            let clock = await desk.ask { client throws(APIError) in try await client.clock(dossier: item.id) }
            let events = await desk.ask { client throws(APIError) in try await client.events(dossier: item.id)
            }
            let readout = Readout(
                dossier: dossier, clock: try? clock.get(), events: (try? events.get()) ?? [], now: desk.now)
            for sentence in readout.sentences { say(sentence) }
            // What was not answered is missing in the sentences.
            guard let failure = clock.failure ?? events.failure else { return .found }
            say(failure.words)
            return .failed
        }
    }
}
