import APIClient
import Forms
import Models

/// What a look-up is narrowed to, with what its parts are called.
struct LookupFilter: Sendable, Equatable {
    /// A part that is shown, and taken off, by itself. In the order in which they are shown.
    enum Part: Sendable, CaseIterable {
        case status, procedure, unit, channel, days, overdue
    }

    var asked = SearchFilter()
    /// What status, procedure and unit are called, as they were chosen.
    var statusName: Phrase?
    var procedureName: String?
    var unitName: String?

    /// Those that narrow anything.
    var parts: [Part] { Part.allCases.filter(has) }
    var isActive: Bool { asked != SearchFilter() }

    private func has(_ part: Part) -> Bool {
        switch part {
        case .status: asked.status != nil
        case .procedure: asked.procedure != nil
        case .unit: asked.unit != nil
        case .channel: asked.channel != nil
        case .days: asked.from != nil || asked.to != nil
        case .overdue: asked.isOverdue
        }
    }

    /// Takes one part off; all others stay.
    mutating func take(off part: Part) {
        switch part {
        case .status: (asked.status, statusName) = (nil, nil)
        case .procedure: (asked.procedure, procedureName) = (nil, nil)
        case .unit: (asked.unit, unitName) = (nil, nil)
        case .channel: asked.channel = nil
        case .days: (asked.from, asked.to) = (nil, nil)
        case .overdue: asked.isOverdue = false
        }
    }

    /// What a part lets through.
    func words(_ part: Part) -> Phrase {
        switch part {
        case .status: statusName ?? Phrase(vi: asked.status.map(String.init) ?? "")
        case .procedure: Phrase(vi: procedureName ?? asked.procedure ?? "")
        case .unit: Phrase(vi: unitName ?? asked.unit ?? "")
        case .channel: asked.channel.map(Strings.Dossier.channelName) ?? Phrase(vi: "")
        case .days: Phrase(vi: (asked.from?.display ?? "…") + "–" + (asked.to?.display ?? "…"))
        case .overdue: Strings.Queue.overdue
        }
    }
}
