import Models

extension Ticket {
    /// As the officer who asks may see it: the caller whole for who made the ticket, masked for all others.
    func disclosed(to officer: Officer, inList: Bool) -> Ticket {
        var copy = self
        if createdBy.id != officer.id {
            copy.callerName = callerName.map(Masking.name)
            copy.phone = phone.map(Masking.phone)
            copy.masked = true
        }
        if inList {
            copy.content = nil
            copy.explanation = nil
            copy.explanationEn = nil
            copy.answer = nil
            copy.events = nil
        }
        return copy
    }
}
