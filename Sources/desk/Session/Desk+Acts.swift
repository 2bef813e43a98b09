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
    ///   - since: When the act began: what an earlier try under the key has made is not older.
    func submit(
        _ intake: DossierIntake, key: ID, title: String, owner: SignedIn?, since: Instant = .distantPast
    ) async -> Result<Submitted, SubmitFailure> {
        await untilStarted()
        guard let owner = current(owner) else { return .failure(.expired) }
        guard let acts = owner.acts, let store = owner.store else {
            return await submitUnkept(intake, key: key, owner: owner)
        }
        defer { countWaiting(of: owner) }
        do {
            let done = try await acts.createDossier(intake, key: key, title: title, draft: key)
            setLink(.connected)
            keepLastAnswers(intake.answers, of: intake.formId, owner: owner)
            return .success(Submitted(dossier: done.value))
        } catch .store(.openIntent) {
            return await settleEarlier(intake, key: key, title: title, acts: acts, store: store, owner: owner)
        } catch .api(.problem(let problem), _) where problem.isKeyReused {
            let found = await findEarlier(intake, since: since)
            if case .success = found { try? store.withdraw(key) }
            return found
        } catch {
            return .failure(failure(error))
        }
    }

    /// The login that is on, where it is this officer's: after a second login the session is the newer one's.
    private func current(_ owner: SignedIn?) -> SignedIn? {
        guard let owner, let signedIn, signedIn.isSameOfficer(as: owner) else { return nil }
        return signedIn
    }

    /// Finds the dossier that an earlier try has made: the youngest one of this person, case and officer since
    /// the act began.
    private func findEarlier(
        _ intake: DossierIntake, since: Instant
    ) async -> Result<Submitted, SubmitFailure> {
        let person = intake.applicant
        let query = person.identityNumber ?? person.taxCode ?? person.name
        let officer = me?.officer.id
        let found = await ask { client throws(APIError) in
            let items = try await client.search(query, limit: 50).items
            var best: Dossier?
            for item in items.prefix(10) {
                let dossier = try await client.dossier(item.id)
                guard dossier.procedure.code == intake.procedure, dossier.caseCode == intake.caseCode,
                    dossier.receivedBy.id == officer, dossier.submittedAt >= since,
                    dossier.submittedAt > best?.submittedAt ?? .distantPast
                else { continue }
                best = dossier
            }
            return best
        }
        switch found {
        case .success(let dossier?): return .success(Submitted(dossier: dossier, isOfEarlierContent: true))
        case .success(nil), .failure: return .failure(.doneBefore)
        }
    }

    private func settleEarlier(
        _ intake: DossierIntake, key: ID, title: String, acts: Acts, store: ActStore, owner: SignedIn
    ) async -> Result<Submitted, SubmitFailure> {
        guard let earlier = try? store.intent(key) else { return .failure(.notRecorded(.openIntent)) }
        do {
            let done = try await acts.resume(earlier)
            setLink(.connected)
            guard let dossier = Acts.dossier(from: done.value) else {
                return .failure(.unknown(.garbage(.empty)))
            }
            return .success(Submitted(dossier: dossier, isOfEarlierContent: true))
        } catch .api(_, isOpen: false) {
            // The server had not taken it and does not: the corrected content goes under the key.
            do {
                let done = try await acts.createDossier(intake, key: key, title: title, draft: key)
                setLink(.connected)
                keepLastAnswers(intake.answers, of: intake.formId, owner: owner)
                return .success(Submitted(dossier: done.value))
            } catch {
                return .failure(failure(error))
            }
        } catch {
            return .failure(failure(error))
        }
    }

    /// Without a store the act lives in memory only, as the officer was told at login.
    private func submitUnkept(
        _ intake: DossierIntake, key: ID, owner: SignedIn
    ) async -> Result<Submitted, SubmitFailure> {
        do {
            let dossier = try await owner.client.createDossier(intake, key: key)
            setLink(.connected)
            keepLastAnswers(intake.answers, of: intake.formId, owner: owner)
            return .success(Submitted(dossier: dossier))
        } catch {
            return .failure(failure(.api(error, isOpen: error.isOutcomeUnknown)))
        }
    }

    private func failure(_ error: ActError) -> SubmitFailure {
        switch error {
        case .store(let error): return .notRecorded(error)
        case .api(let error, let isOpen):
            if error.isLink { setLink(.lost) }
            switch error {
            case .unauthorised: return .expired
            case .problem(let problem) where !isOpen: return .refused(problem)
            default: return .unknown(error)
            }
        }
    }

    /// Notes a print in the journal; nil where that could not be done now. With a store it is kept and sent later.
    ///
    /// - Parameter owner: Who prints; the entry is made in this officer's name or not at all.
    func recordPrint(
        _ dossier: Dossier, _ request: PrintRequest, key: ID, owner: SignedIn?
    ) async -> PrintRecord? {
        await untilStarted()
        guard let owner = current(owner) else { return nil }
        if let acts = owner.acts {
            defer { countWaiting(of: owner) }
            return try? await acts.recordPrint(dossier: dossier.id, request, key: key, title: dossier.code)
                .value
        }
        return try? await owner.client.recordPrint(dossier: dossier.id, request, key: key)
    }

    /// Sends again what was sent without a known outcome: prints by themselves; dossiers too, because their key
    /// makes it safe and the officer had decided. All in the session of who is at the desk when it begins; it
    /// ends where that session does.
    func resumePending() async -> Resumed {
        await untilStarted()
        var resumed = Resumed()
        guard let owner = signedIn, let acts = owner.acts, let store = owner.store,
            let pending = try? store.pending()
        else { return resumed }
        defer { countWaiting(of: owner) }
        for intent in pending where isAtDesk(owner) {
            // Another desk of this officer, or a screen of this one, is at it.
            guard let claim = store.claim(intent.key) else { continue }
            defer { withExtendedLifetime(claim) {} }
            do {
                let done = try await acts.resume(intent)
                if intent.operation == "createDossier", let dossier = Acts.dossier(from: done.value) {
                    resumed.dossiers.append(dossier)
                }
            } catch .api(_, isOpen: false) {
                // The server does not take it: its draft is still there, and the officer has to know.
                resumed.refused.append(intent.title)
            } catch .api(.unauthorised, _) {
                return resumed
            } catch {
                continue
            }
        }
        return resumed
    }
}
