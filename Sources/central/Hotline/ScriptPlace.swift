import Forms
import Models

/// A place in a script's answer that is filled from the procedure as it is in force, so that nothing is read out that
/// no longer holds.
enum ScriptPlace: Hashable, Sendable {
    /// All cases, or one of them.
    case papers(case: String?)
    case fees(case: String?)
    case time(case: String?)
    case channels(case: String?)
    /// One paper by its code, with what is noted of it.
    case paper(String)
    case exemptions
    case cases
    case agency
    case result
    case name
    case law
    /// The kinds of tickets with their terms.
    case ticketKinds

    /// What stands in the braces; nil for what is none of the closed set.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init)
        let detail = parts.count > 1 ? parts[1] : nil
        switch (parts.first, detail) {
        case ("papers", let item): self = .papers(case: item)
        case ("fees", let item): self = .fees(case: item)
        case ("time", let item): self = .time(case: item)
        case ("channels", let item): self = .channels(case: item)
        case ("paper", let item?): self = .paper(item)
        case ("exemptions", nil): self = .exemptions
        case ("cases", nil): self = .cases
        case ("agency", nil): self = .agency
        case ("result", nil): self = .result
        case ("name", nil): self = .name
        case ("law", nil): self = .law
        case ("ticket_kinds", nil): self = .ticketKinds
        default: return nil
        }
    }

    /// The case that it names.
    var caseCode: String? {
        switch self {
        case .papers(let item), .fees(let item), .time(let item), .channels(let item): item
        default: nil
        }
    }

    /// Whether it can only be filled from a procedure.
    var needsProcedure: Bool { self != .ticketKinds }

    /// The texts in braces of an answer, in order.
    static func names(in template: String) -> [String] {
        template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "}" })
        }
    }
}
