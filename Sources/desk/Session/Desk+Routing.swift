import APIClient
import Forms
import Models

extension Desk {
    /// Does an act on a dossier, once, whatever happens in between: the intent is on the disk before the network
    /// hears of it.
    ///
    /// - Parameters:
    ///   - revision: The dossier's, as the officer saw it.
    ///   - draft: What was typed for it; dropped when the act is done.
    ///   - owner: Who acts. It goes out in this officer's session or not at all.
    func act(
        on id: ID, _ request: ActionRequest, revision: Int, key: ID, title: String, draft: ID? = nil,
        owner: SignedIn?
    ) async -> Result<Acted<Dossier>, SubmitFailure> {
        await carryOut(
            .act(on: id, request, revision: revision), key: key, title: title, draft: draft, owner: owner)
    }

    /// Corrects a dossier that was received, once.
    func amend(
        _ id: ID, _ amendment: DossierAmendment, revision: Int, key: ID, title: String, draft: ID? = nil,
        owner: SignedIn?
    ) async -> Result<Acted<Dossier>, SubmitFailure> {
        await carryOut(
            .amend(id, amendment, revision: revision), key: key, title: title, draft: draft, owner: owner)
    }

    /// Does an act on many dossiers; each has an outcome of its own.
    func act(
        onMany request: BulkActionRequest, key: ID, title: String, draft: ID? = nil,
        owner: SignedIn?
    ) async -> Result<Acted<BulkActionResult>, SubmitFailure> {
        await carryOut(.act(onMany: request), key: key, title: title, draft: draft, owner: owner)
    }

    /// Gives all that one officer works on to another.
    func handOver(
        _ request: DossierHandOver, key: ID, title: String, draft: ID? = nil,
        owner: SignedIn?
    ) async -> Result<Acted<DossierHandOverResult>, SubmitFailure> {
        await carryOut(.handOver(request), key: key, title: title, draft: draft, owner: owner)
    }

    /// Carries an act out, once for its key, whatever happens in between.
    ///
    /// - Parameters:
    ///   - key: Made when the officer began.
    ///   - draft: What was typed for it; dropped when the act is done.
    ///   - owner: Who acts. It goes out in this officer's session or not at all.
    func carryOut<Answer>(
        _ act: Act<Answer>, key: ID, title: String, draft: ID? = nil, owner: SignedIn?
    ) async -> Result<Acted<Answer>, SubmitFailure> {
        await carryOut(key, owner: owner) { acts throws(ActError) in
            try await acts.perform(act, key: key, title: title, draft: draft)
        }
    }

    private func carryOut<Value: Decodable & Sendable>(
        _ key: ID, owner: SignedIn?,
        _ perform: @Sendable (Acts) async throws(ActError) -> Acts.Done<Value>
    ) async -> Result<Acted<Value>, SubmitFailure> {
        await untilStarted()
        guard let owner = current(owner) else { return .failure(.expired) }
        defer { countWaiting(of: owner) }
        do throws(ActError) {
            return .success(try await done(perform, owner))
        } catch .store(.openIntent) {
            return await settleEarlier(key, owner: owner, perform)
        } catch {
            return .failure(ended(key, error, owner))
        }
    }

    private func done<Value: Decodable & Sendable>(
        _ perform: @Sendable (Acts) async throws(ActError) -> Acts.Done<Value>, _ owner: SignedIn
    ) async throws(ActError) -> Acted<Value> {
        let done = try await perform(owner.acts)
        setLink(.connected)
        return Acted(value: done.value)
    }

    /// Another content stands open under the key: it is sent again, as it was, before anything else.
    private func settleEarlier<Value: Decodable & Sendable>(
        _ key: ID, owner: SignedIn,
        _ perform: @Sendable (Acts) async throws(ActError) -> Acts.Done<Value>
    ) async -> Result<Acted<Value>, SubmitFailure> {
        let found: Intent?
        do throws(StoreError) {
            found = try owner.acts.intent(key)
        } catch {
            return .failure(.notRecorded(error))
        }
        guard let earlier = found else { return .failure(.notRecorded(.openIntent)) }
        do throws(ActError) {
            let done = try await owner.acts.resume(earlier)
            setLink(.connected)
            guard let value = try? LenientJSON.decode(Value.self, from: done.value) else {
                return .failure(.unknown(.garbage(.empty)))
            }
            return .success(Acted(value: value, isOfEarlierContent: true))
        } catch .api(_, isOpen: false) {
            // The server had not taken it and does not: the corrected content goes under the key.
            do throws(ActError) {
                return .success(try await self.done(perform, owner))
            } catch {
                return .failure(ended(key, error, owner))
            }
        } catch {
            return .failure(ended(key, error, owner))
        }
    }

    private func ended(_ key: ID, _ error: ActError, _ owner: SignedIn) -> SubmitFailure {
        if case .api(let reason, _) = error, reason.isKeyReused {
            // This content is not carried out under the key, and never will be; what was done is on the page.
            attempt(.leftovers) { () throws(StoreError) in try owner.acts.end(key) }
            return .doneBefore
        }
        return failure(error)
    }
}
