import APIClient
import Models
import TUI

extension Desk {
    /// What goes on for one login: the feed, and the task that runs it.
    struct Following: Sendable {
        var officer: String
        var feed: ChangeFeed
        var task: Task<Void, Never>
    }

    /// Begins to follow what others do, for the officer at the desk. The same officer goes on where the last session
    /// stood, so that nothing is missed over a login.
    func follow(_ signedIn: SignedIn) -> Following? {
        guard follows else { return nil }
        let officer = signedIn.me.officer.id
        let former = following
        former?.task.cancel()
        let isSame = former?.officer == officer
        if !isSame { changes.clear() }
        let feed = ChangeFeed(client: signedIn.client, after: isSame ? former?.feed.position : nil)
        let changes = changes
        let task = Task(executorPreference: EffectPool.shared) {
            await feed.run { news in if !Task.isCancelled { changes.add(news) } }
        }
        return Following(officer: officer, feed: feed, task: task)
    }
}
