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
        /// It was asked in a way that nothing can be found.
        case usage = 64
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
    /// Takes what went wrong: an answer that a program reads has nothing else among it.
    var complain: @Sendable (SafeText) -> Void = { StandardError.say($0) }

    private typealias Words = Strings.Unattended
    /// Whoever needs more narrows the question.
    private static let most = 50
    /// Pages of what matches otherwise that are looked through for what was meant.
    private static let mostPages = 20

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
    private func complain(_ phrase: Phrase) { complain(SafeText(phrase.text(language))) }

    private func failed(_ error: APIError) -> Outcome {
        complain(error.words)
        return error.isLink ? .unavailable : .failed
    }

    private func answer(_ question: Question) async -> Outcome {
        if case .lookup(let text, let kind?, _) = question, let problem = kind.problem(text) {
            complain(problem)
            return .usage
        }
        guard let login else {
            complain(Words.noLogin)
            return .noLogin
        }
        guard await join() else { return .unavailable }
        switch await desk.logIn(user: login.account, password: login.password) {
        case .success(let entry): _ = desk.take(entry)
        case .failure(let error):
            complain(error.words)
            return error == .wrongCredentials ? .noLogin : .unavailable
        }
        switch question {
        case .lookup(let text, let kind, let asJSON): return await look(up: text, as: kind, asJSON: asJSON)
        case .status(let text, let asJSON, let said):
            // 1022 reads nothing out before the caller has shown that the dossier is his, whatever reads for it.
            guard !desk.isHotline || said != nil else {
                complain(Words.sayProof)
                return .usage
            }
            return await status(text, asJSON: asJSON, said: said)
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
            complain(error.message)
            return false
        }
    }

    private func look(up text: String, as kind: Question.Kind?, asJSON: Bool) async -> Outcome {
        let page: SearchPage
        switch await find(text, as: kind) {
        case .success(let found): page = found
        case .failure(let error): return failed(error)
        }
        let outcome = page.items.isEmpty ? Outcome.nothing : .found
        if page.items.isEmpty, page.nextCursor != nil { complain(Words.unread) }
        guard !asJSON else { return say(asJSON: page) ? outcome : .failed }
        if page.items.isEmpty, page.nextCursor == nil { say(Strings.Lookup.nothing(text, page.understood)) }
        for item in page.items {
            let facts = [
                item.code, item.applicantName, item.procedureName, item.statusTitle.text(language),
                item.dueAt?.display, item.matched?.words.text(language),
            ]
            console.say(SafeText(facts.compactMap(\.self).joined(separator: " · ")))
        }
        if page.nextCursor != nil, !page.items.isEmpty { complain(Words.more(page.items.count)) }
        return outcome
    }

    /// A page of what was found as what the text was said to be, however far down it stands among what was found
    /// otherwise.
    private func find(_ text: String, as kind: Question.Kind?) async -> Result<SearchPage, APIError> {
        var all = SearchPage(items: [])
        for number in 0..<Self.mostPages {
            switch await desk.search(text, cursor: all.nextCursor, limit: Self.most) {
            case .failure(let error): return .failure(error)
            case .success(let page):
                if number == 0 { all.understood = page.understood }
                all.items += page.items.filter { item in
                    guard let kind, let matched = item.matched else { return true }
                    return kind.holds(matched)
                }
                all.nextCursor = page.nextCursor
            }
            if all.nextCursor == nil || all.items.count >= Self.most || kind == nil { break }
        }
        return .success(all)
    }

    /// One line of JSON; false where it could not be made, which was told.
    private func say(asJSON value: some Encodable) -> Bool {
        do {
            console.say(SafeText(String(decoding: try StrictJSON.encode(value), as: UTF8.self)))
            return true
        } catch {
            complain(Words.noJSON("\(error)"))
            return false
        }
    }

    /// Whether what the caller said is right; nil where nothing has to be said, an outcome where it is not.
    private func check(_ said: CallerCheck?, _ dossier: ID) async -> Outcome? {
        guard let said else { return nil }
        switch await desk.ask({ client throws(APIError) in
            try await client.verifyCaller(dossier: dossier, said)
        }) {
        case .success(let verdict) where verdict.verified: return nil
        case .success(let verdict):
            complain(Strings.Call.wrong(verdict.triesLeft))
            return .noLogin
        case .failure(let error): return failed(error)
        }
    }

    private func status(_ text: String, asJSON: Bool, said: CallerCheck?) async -> Outcome {
        let page: SearchPage
        switch await desk.search(text, limit: Self.most) {
        case .success(let found): page = found
        case .failure(let error): return failed(error)
        }
        guard let item = page.items.first else {
            guard !asJSON else { return say(asJSON: page) ? .nothing : .failed }
            say(Strings.Lookup.nothing(text, page.understood))
            return .nothing
        }
        guard page.items.count == 1, page.nextCursor == nil else {
            guard !asJSON else { return say(asJSON: page) ? .several : .failed }
            say(Words.several(page.items.count))
            return .several
        }
        if let outcome = await check(said, item.id) { return outcome }
        switch await desk.ask({ client throws(APIError) in try await client.dossier(item.id) }) {
        case .failure(let error): return failed(error)
        case .success(let dossier):
            let clock = await desk.ask { client throws(APIError) in try await client.clock(dossier: item.id) }
            let events = await desk.ask { client throws(APIError) in try await client.events(dossier: item.id)
            }
            let readout = Readout(
                dossier: dossier, clock: try? clock.get(), events: (try? events.get()) ?? [], now: desk.now)
            if asJSON {
                guard say(asJSON: SpokenStatus(readout, language)) else { return .failed }
            } else {
                for sentence in readout.sentences { say(sentence) }
            }
            // What was not answered is missing in the sentences.
            return (clock.failure ?? events.failure).map(failed) ?? .found
        }
    }
}
