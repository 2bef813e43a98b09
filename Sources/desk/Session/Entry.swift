import APIClient
import Forms
import Models
import TUI

/// A login that succeeded, before anybody is at the desk for it: made away from the loop, because it reads the
/// officer's files.
struct Entry: Sendable {
    /// The client that the login was tried with; it has no session before this is taken.
    var client: Client
    /// The new session; nil where the client has one already.
    var offer: LoginOffer?
    var me: Me
    /// nil where the machine's store can't be opened, for the reason in `storeError`.
    var store: ActStore?
    var storeError: StoreError?
    /// What this officer declared last in each form, for F9.
    var lastAnswers: [String: Answers] = [:]
    /// What this officer opened last.
    var recent = RecentFinds()
    /// How this officer's keys were composed last; nil where he never switched it at this desk.
    var typing: InputMethod?
    /// Why what F9 and the look-up offer could not be read.
    var memoryError: StoreError?
    /// How many acts were sent and have no known outcome, or why that can't be known.
    var waiting: Result<Int, StoreError> = .success(0)

    init(
        client: Client, offer: LoginOffer? = nil, me: Me, store: ActStore?,
        storeError: StoreError? = nil
    ) {
        self.client = client
        self.offer = offer
        self.me = me
        self.store = store
        self.storeError = storeError
        if let store { waiting = Result { () throws(StoreError) in try store.pending().count } }
        guard let store else { return }
        do throws(StoreError) {
            if case .object(let forms)? = try store.lastDossier() {
                for case (let form, .object(let members)) in forms { lastAnswers[form] = Answers(members) }
            }
            if let kept = try store.recent() { recent = RecentFinds(json: kept) }
            if case .string(let method)? = try store.preferences()?["typing"] {
                typing = InputMethod(rawValue: method)
            }
        } catch {
            memoryError = error
        }
    }
}
