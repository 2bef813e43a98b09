import APIClient
import Forms
import Models

/// Why an intake was not taken, and whether it may have been all the same.
enum SubmitFailure: Error, Sendable, Equatable {
    /// The act could not be recorded; nothing was sent.
    case notRecorded(StoreError)
    /// The server refuses the content and says where.
    case refused(Problem)
    /// The session has ended; log in and send the same again.
    case expired
    /// An earlier try with other content has taken effect, and its dossier could not be found just now.
    case doneBefore
    /// No answer that could be understood. Sending the same again under the same key is safe.
    case unknown(APIError)

    /// For the one who acted; nil where only a login is wanted.
    ///
    /// - Parameter unknown: What sending the same again does; nil where nothing could have been done.
    func words(unknown: Phrase?) -> Phrase? {
        switch self {
        case .expired: nil
        case .notRecorded(let error): error.words
        case .doneBefore: Strings.Act.doneBefore
        case .refused(let problem): APIError.problem(problem).words
        case .unknown(let error):
            unknown.map {
                Phrase(
                    error.words.text(.vi) + " " + $0.text(.vi), en: error.words.text(.en) + " " + $0.text(.en)
                )
            } ?? error.words
        }
    }

    /// Of what was asked without a key: it may be asked again, and what comes of it is the same.
    init(_ error: APIError) {
        switch error {
        case .unauthorised: self = .expired
        case .problem(let problem): self = .refused(problem)
        default: self = .unknown(error)
        }
    }
}

/// What became of an intake.
struct Submitted: Sendable, Equatable {
    var dossier: Dossier
    /// An earlier try had arrived with other content: that is what stands there, not what was changed since.
    var isOfEarlierContent = false
}

extension Desk {
    /// Sends an intake, once, whatever happens in between.
    ///
    /// The intent is on the disk before the network hears of it. Where an earlier try with other content is
    /// still open, that one is settled first: it may have taken effect.
    ///
    /// - Parameters:
    ///   - owner: Who filled it in. It goes out in this officer's session or not at all, whoever is at the desk
    ///     by now.
    func submit(
        _ intake: DossierIntake, key: ID, title: String, owner: SignedIn?
    ) async -> Result<Submitted, SubmitFailure> {
        await untilStarted()
        guard let owner = current(owner) else { return .failure(.expired) }
        defer { countWaiting(of: owner) }
        do throws(ActError) {
            return .success(try await create(intake, key: key, title: title, owner: owner))
        } catch {
            switch error {
            case .store(.openIntent):
                return await settleEarlier(intake, key: key, title: title, owner: owner)
            case .api(let reason, _) where reason.isKeyReused:
                return await settle(key, reason, owner: owner)
            default: return .failure(failure(error))
            }
        }
    }

    private func create(
        _ intake: DossierIntake, key: ID, title: String, owner: SignedIn
    ) async throws(ActError) -> Submitted {
        let done = try await owner.acts.createDossier(intake, key: key, title: title, draft: key)
        setLink(.connected)
        keepLastAnswers(intake.answers, of: intake.formId, owner: owner)
        return Submitted(dossier: done.value)
    }

    /// The login that is on, where it is this officer's: after a second login the session is the newer one's.
    func current(_ owner: SignedIn?) -> SignedIn? {
        guard let owner, let signedIn, signedIn.isSameOfficer(as: owner) else { return nil }
        return signedIn
    }

    /// The dossier that an earlier try has made, where the server told which it is. Nil where it did not, or can't be
    /// asked just now: nothing is guessed, for another dossier of the same person would be printed in its place.
    private func earlier(_ error: APIError) async -> Dossier? {
        guard case .problem(let problem) = error, let id = problem.doneDossier else { return nil }
        return try? await ask { client throws(APIError) in try await client.dossier(id) }.get()
    }

    /// Another content stands open under the key: it is sent again, as it was, before anything else.
    private func settleEarlier(
        _ intake: DossierIntake, key: ID, title: String, owner: SignedIn
    ) async -> Result<Submitted, SubmitFailure> {
        let found: Intent?
        do throws(StoreError) {
            found = try owner.acts.intent(key)
        } catch {
            return .failure(.notRecorded(error))
        }
        guard let earlier = found else { return .failure(.notRecorded(.openIntent)) }
        do {
            let done = try await owner.acts.resume(earlier)
            setLink(.connected)
            guard let dossier = Acts.dossier(from: done.value) else {
                return .failure(.unknown(.garbage(.empty)))
            }
            return .success(Submitted(dossier: dossier, isOfEarlierContent: true))
        } catch .api(let reason, _) where reason.isKeyReused {
            return await settle(key, reason, owner: owner)
        } catch .api(_, isOpen: false) {
            // The server had not taken it and does not: the corrected content goes under the key.
            do {
                return .success(try await create(intake, key: key, title: title, owner: owner))
            } catch {
                return .failure(failure(error))
            }
        } catch {
            return .failure(failure(error))
        }
    }

    /// The key stands for another content that has been carried out: what came of it is found, and ends the act.
    private func settle(
        _ key: ID, _ reason: APIError, owner: SignedIn
    ) async -> Result<Submitted, SubmitFailure> {
        guard let dossier = await earlier(reason) else { return .failure(.doneBefore) }
        // Where the disk does not let it, the act is settled once more at the next start.
        attempt(.leftovers) { () throws(StoreError) in try owner.acts.settle(key, with: dossier) }
        return .success(Submitted(dossier: dossier, isOfEarlierContent: true))
    }

    func failure(_ error: ActError) -> SubmitFailure {
        switch error {
        case .store(let error): return .notRecorded(error)
        case .api(let error, let isOpen):
            if error.isLink { setLink(.lost) }
            // Whoever did not wait for the answer has it settled as soon as there is one.
            if error == .cancelled, isOpen, link.isConnected { setLink(.connecting) }
            switch error {
            case .unauthorised: return .expired
            case .problem(let problem) where !isOpen: return .refused(problem)
            default: return .unknown(error)
            }
        }
    }

    /// Notes a print in the journal, before the paper comes out.
    ///
    /// - Parameter owner: Who prints; the entry is made in this officer's name or not at all.
    func recordPrint(
        _ dossier: Dossier, _ request: PrintRequest, key: ID, owner: SignedIn?
    ) async -> PrintEntry {
        await untilStarted()
        guard let owner = current(owner) else { return .refused(APIError.unauthorised.words) }
        defer { countWaiting(of: owner) }
        do throws(ActError) {
            let done = try await owner.acts.recordPrint(
                dossier: dossier.id, request, key: key, title: dossier.code)
            setLink(.connected)
            return .recorded(done.value)
        } catch {
            switch error {
            case .store(let reason): return .lost(reason.words)
            case .api(let reason, let isOpen):
                if reason.isLink { setLink(.lost) }
                if isOpen, reason.isOutOfReach {
                    // It would be refused again at every start.
                    attempt(.leftovers) { () throws(StoreError) in try owner.acts.end(key) }
                    return .refused(reason.words)
                }
                return isOpen ? .waiting : .refused(reason.words)
            }
        }
    }

    /// Sends again what was sent without a known outcome: prints by themselves; dossiers too, because their key
    /// makes it safe and the officer had decided. All in the session of who is at the desk when it begins; it
    /// ends where that session does.
    func resumePending() async -> Resumed {
        await untilStarted()
        var resumed = Resumed()
        guard let owner = signedIn else { return resumed }
        defer { countWaiting(of: owner) }
        let pending: [Intent]
        do throws(StoreError) {
            pending = try owner.acts.pending()
        } catch {
            resumed.problem = error.words
            return resumed
        }
        for intent in pending where isAtDesk(owner) {
            let claim = owner.store?.claim(intent.key)
            // Another desk of this officer, or a screen of this one, is at it.
            if owner.store != nil, claim == nil { continue }
            defer { withExtendedLifetime(claim) {} }
            do throws(ActError) {
                let done = try await owner.acts.resume(intent)
                setLink(.connected)
                if intent.operation == "createDossier", let dossier = Acts.dossier(from: done.value) {
                    resumed.dossiers.append(dossier)
                } else if intent.isRouting {
                    resumed.acts.append(intent.title)
                }
            } catch {
                guard case .api(let reason, let isOpen) = error else { continue }
                if reason == .unauthorised { return resumed }
                if reason.isLink {
                    // The others would wait for the same server, one after the other; they go when it is back.
                    setLink(.lost)
                    return resumed
                }
                if intent.operation == "recordPrint" {
                    // The paper is out, and the journal will never have it.
                    if isOpen, reason.isOutOfReach {
                        attempt(.leftovers) { () throws(StoreError) in try owner.acts.end(intent.key) }
                    }
                    if !isOpen || reason.isOutOfReach { resumed.unjournalled.append(intent.title) }
                } else if isOpen, reason.isOutOfReach, case .problem(let problem) = reason {
                    var stuck = intent
                    stuck.refusal = problem
                    resumed.stuck.append(stuck)
                } else if intent.isRouting {
                    if reason.isKeyReused {
                        attempt(.leftovers) { () throws(StoreError) in try owner.acts.end(intent.key) }
                    }
                    if !isOpen || reason.isKeyReused {
                        resumed.refusedActs.append(
                            Resumed.RefusedAct(title: intent.title, words: reason.words))
                    }
                } else if reason.isKeyReused {
                    if let dossier = await settleLater(intent, reason, owner: owner) {
                        resumed.dossiers.append(dossier)
                    } else {
                        var stuck = intent
                        stuck.reusedAt = now
                        resumed.stuck.append(stuck)
                    }
                } else if !isOpen {
                    // The server does not take it: its draft is still there, and the officer has to know.
                    resumed.refused.append(intent.title)
                }
            }
        }
        return resumed
    }

    /// An act that was done with an earlier content, maybe at another desk, ends with the dossier that came of it.
    private func settleLater(_ intent: Intent, _ reason: APIError, owner: SignedIn) async -> Dossier? {
        guard intent.operation == "createDossier", let dossier = await earlier(reason) else { return nil }
        do {
            try owner.acts.settle(intent.key, with: dossier)
        } catch {
            // It stays open, and is settled with the next try.
            return nil
        }
        return dossier
    }
}
