import APIClient
import Forms
import Models

extension Desk {
    /// The acts of the officer at the desk whose outcome is not known, the oldest first.
    func unsent() -> Result<[Intent], StoreError> {
        guard let owner = signedIn else { return .success([]) }
        do throws(StoreError) {
            return .success(try owner.acts.pending())
        } catch {
            return .failure(error)
        }
    }

    /// Ends an act that the server does not look at any more. Whether it was done before is not known: that is the
    /// officer's to find out.
    ///
    /// - Returns: Why it is still there; nil where it is gone.
    func end(_ intent: Intent) -> Phrase? {
        guard let owner = signedIn else { return nil }
        let claim = owner.store?.claim(intent.key)
        if owner.store != nil, claim == nil { return Strings.Unsent.inUse }
        defer { withExtendedLifetime(claim) {} }
        do throws(StoreError) {
            try owner.acts.end(intent.key)
        } catch {
            return error.words
        }
        countWaiting(of: owner)
        return nil
    }
}
