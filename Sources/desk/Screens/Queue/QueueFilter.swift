import APIClient
import Forms
import Models

/// The filter of a queue, with what its parts are called.
struct QueueFilter: Sendable, Equatable {
    var asked = InboxFilter()
    /// What status, procedure and officer are called, as they were chosen.
    var statusName: String?
    var procedureName: String?
    var assigneeName: String?

    /// Something is left out; the order alone leaves nothing out.
    var isActive: Bool {
        var plain = InboxFilter()
        plain.sort = asked.sort
        plain.isDescending = asked.isDescending
        return asked != plain
    }

    /// Statuses are the server's data: those that the list shows can be chosen, and the one that was.
    func statuses(of items: [SearchItem]) -> [Option] {
        var names = Dictionary(items.map { ($0.status, $0.statusName) }) { first, _ in first }
        if let status = asked.status { names[status] = names[status] ?? statusName }
        return names.sorted { $0.key < $1.key }.map {
            Option(value: "\($0.key)", label: Phrase(vi: $0.value))
        }
    }

    /// All that is left out is shown again; the order stays.
    mutating func clear() {
        var plain = QueueFilter()
        plain.asked.sort = asked.sort
        plain.asked.isDescending = asked.isDescending
        self = plain
    }

    /// The next order: the queue's own, then column by column.
    ///
    /// - Parameter all: The columns that the officer may order by.
    mutating func sortByNext(_ all: [InboxFilter.Sort] = InboxFilter.Sort.allCases) {
        guard let sort = asked.sort, let index = all.firstIndex(of: sort) else {
            asked.sort = all.first
            return
        }
        asked.sort = index + 1 < all.count ? all[index + 1] : nil
        if asked.sort == nil { asked.isDescending = false }
    }

    /// What is shown and how, for the head of the list; nil where nothing was said.
    func words(_ language: Language) -> String? {
        var parts: [String] = []
        if let status = asked.status { parts.append(statusName ?? "\(status)") }
        if let procedure = asked.procedure { parts.append(procedureName ?? procedure) }
        if let channel = asked.channel {
            parts.append(Strings.Dossier.channelName(channel).text(language))
        }
        if let assignee = asked.assignee { parts.append(assigneeName ?? assignee) }
        if asked.from != nil || asked.to != nil {
            parts.append((asked.from?.display ?? "…") + " – " + (asked.to?.display ?? "…"))
        }
        if asked.isOwing { parts.append(Strings.Filter.owing.text(language)) }
        if asked.isUncollected { parts.append(Strings.Filter.uncollected.text(language)) }
        if let query = asked.query { parts.append("\"\(query)\"") }
        if let sort = asked.sort {
            parts.append(Strings.Filter.sorted(sort, isDescending: asked.isDescending).text(language))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}
