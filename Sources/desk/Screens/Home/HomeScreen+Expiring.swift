import APIClient
import Forms
import Models
import TUI

/// Tells at the login what of this officer's unfinished work is nearly over.
extension HomeScreen {
    func lookForExpiring() -> Effect<Message> {
        let (desk, serial) = (desk, loginSerial)
        return .run(id: "expiring") { .expiring(serial, desk.expiring()) }
    }

    func tell(_ result: Result<[Expiring], StoreError>, _ context: ScreenContext) -> [Effect<Message>] {
        switch result {
        case .success(let expiring):
            guard let words = DraftExpiry.warning(expiring, now: Instant(seconds: context.now)) else {
                return []
            }
            return [.toast(SafeText(words.text(context.language)), .warning)]
        // The list of the drafts says the same of the same files.
        case .failure: return []
        }
    }
}
