import APIClient
import Forms
import Models

extension Desk {
    /// Deletes a draft here, and at the server as soon as that can be reached.
    ///
    /// - Returns: Why it is still there; nil where it is gone.
    func remove(_ draft: Draft) async -> Phrase? {
        guard let signedIn, let store = signedIn.store else { return nil }
        do throws(StoreError) {
            if try store.intent(draft.id)?.isPending == true { return Strings.Home.cantDeleteUnsent }
            try store.removeDraft(draft.id)
        } catch {
            return error.words
        }
        await signedIn.sync?.draftChanged()
        return nil
    }
}
