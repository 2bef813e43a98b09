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
    /// - Parameter since: When the act began: what an earlier try under the key has made is not older.
    func submit(
        _ intake: DossierIntake, key: ID, title: String, since: Instant = .distantPast
    ) async -> Result<Submitted, SubmitFailure> {
        await untilStarted()
        guard let acts = signedIn?.acts, let store else { return await submitUnkept(intake, key: key) }
        defer { countWaiting() }
        do {
            let done = try await acts.createDossier(intake, key: key, title: title, draft: key)
            setLink(.connected)
            keepLastAnswers(intake.answers, of: intake.formId)
            return .success(Submitted(dossier: done.value))
        } catch .store(.openIntent) {
            return await settleEarlier(intake, key: key, title: title, acts: acts, store: store)
        } catch .api(.problem(let problem), _) where problem.isKeyReused {
            let found = await findEarlier(intake, since: since)
            if case .success = found { try? store.withdraw(key) }
            return found
        } catch {
            return .failure(failure(error))
        }
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
        _ intake: DossierIntake, key: ID, title: String, acts: Acts, store: ActStore
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
                return .success(Submitted(dossier: done.value))
            } catch {
                return .failure(failure(error))
            }
        } catch {
            return .failure(failure(error))
        }
    }

    /// Without a store the act lives in memory only, as the officer was told at login.
    private func submitUnkept(_ intake: DossierIntake, key: ID) async -> Result<Submitted, SubmitFailure> {
        let result = await ask { client throws(APIError) in try await client.createDossier(intake, key: key) }
        switch result {
        case .success(let dossier): return .success(Submitted(dossier: dossier))
        case .failure(let error): return .failure(failure(.api(error, isOpen: error.isOutcomeUnknown)))
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
    func recordPrint(_ dossier: Dossier, _ request: PrintRequest, key: ID) async -> PrintRecord? {
        await untilStarted()
        if let acts = signedIn?.acts {
            defer { countWaiting() }
            return try? await acts.recordPrint(dossier: dossier.id, request, key: key, title: dossier.code)
                .value
        }
        return try? await client.recordPrint(dossier: dossier.id, request, key: key)
    }

    /// Sends again what was sent without a known outcome: prints by themselves; dossiers too, because their key
    /// makes it safe and the officer had decided.
    ///
    /// - Returns: the dossiers that turned out to be taken in.
    func resumePending() async -> [Dossier] {
        await untilStarted()
        guard let acts = signedIn?.acts, let store, let pending = try? store.pending() else { return [] }
        defer { countWaiting() }
        var dossiers: [Dossier] = []
        for intent in pending {
            guard let claim = store.claim(intent.key) else { continue }
            if let done = try? await acts.resume(intent), intent.operation == "createDossier",
                let dossier = Acts.dossier(from: done.value)
            {
                dossiers.append(dossier)
            }
            withExtendedLifetime(claim) {}
        }
        return dossiers
    }
}
