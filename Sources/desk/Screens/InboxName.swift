import Forms
import Models

extension Inbox {
    /// The queue's name: the server's in Vietnamese, desk's own word for the queues it knows in other languages.
    var title: Phrase {
        let word = Strings.Queue.name(slug: slug)
        return word.map { Phrase(vi: name, en: $0) } ?? Phrase(vi: name)
    }
}
