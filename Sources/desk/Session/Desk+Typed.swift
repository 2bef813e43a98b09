import APIClient
import Forms
import Models
import TUI

extension Desk {
    /// What was typed into a form and not done. Reads the disk: call it from an effect.
    func typed(at place: TypedForm.Place, owner: SignedIn?) -> Result<FormDraft?, StoreError> {
        if let text = unkept(place, of: owner) { return .success(text) }
        return Result { () throws(StoreError) in
            guard let content = try owner?.store?.typed(at: place)?.content else { return nil }
            return FormDraft(kept: content)
        }
    }

    /// Keeps what is typed into a form, or drops it where that is nothing; in memory as well until the disk has it.
    ///
    /// - Parameters:
    ///   - title: For the officer, should it expire.
    ///   - edit: From ``nextEdit()``: of two saves that race the newer state stays.
    func keepTyped(
        _ text: FormDraft?, title: String, at place: TypedForm.Place, owner: SignedIn?, edit: Int
    ) -> Result<Void, StoreError> {
        keepInMemory(text, at: place, of: owner, edit: edit)
        // Without a store memory is all there is; that was said at the login.
        guard let store = owner?.store else { return .success(()) }
        do throws(StoreError) {
            if let text {
                guard let content = text.kept else { throw .unencodable }
                try store.saveTyped(content, title: title, at: place, change: edit)
            } else {
                try store.removeTyped(at: place, change: edit)
            }
            keepInMemory(nil, at: place, of: owner, edit: edit)
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    /// Drops what was typed into a form, because it is done. A save that is still under way brings nothing back.
    func forgetTyped(at place: TypedForm.Place, owner: SignedIn?) {
        let edit = nextEdit()
        keepInMemory(nil, at: place, of: owner, edit: edit)
        // Where the disk does not let it, it stands in the form the next time, to be seen.
        attempt(.leftovers) { () throws(StoreError) in try owner?.store?.removeTyped(at: place, change: edit)
        }
    }
}

extension FormDraft {
    /// nil where a newer desk wrote it in a way that this one does not know.
    fileprivate init?(kept: JSONValue) {
        guard let bytes = try? StrictJSON.encode(kept),
            let draft = try? LenientJSON.decode(FormDraft.self, from: bytes)
        else { return nil }
        self = draft
    }

    /// nil only where it can't be written as JSON.
    fileprivate var kept: JSONValue? { try? StrictJSON.value(of: self) }
}
