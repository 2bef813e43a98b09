import Forms
import Models

extension Inbox {
    /// The queue's name: the server's in Vietnamese, desk's own word for the queues it knows in other languages.
    var title: Phrase {
        let word = Strings.Queue.name(slug: slug)
        return word.map { Phrase(vi: name, en: $0) } ?? Phrase(vi: name)
    }

    /// Its name in 16 columns, where there are no more; the whole one for a queue that the desk doesn't know.
    var shortTitle: Phrase { Strings.Queue.short(slug: slug) ?? title }
}
