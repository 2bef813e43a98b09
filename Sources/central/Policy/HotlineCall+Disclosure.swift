import Models

extension HotlineCall {
    /// Whole for who took the call; to all others it is masked, and its note is left out.
    func disclosed(to officer: Officer) -> HotlineCall {
        guard self.officer.id != officer.id else { return self }
        var copy = self
        copy.callerName = callerName.map(Masking.name)
        copy.phone = phone.map(Masking.phone)
        copy.note = nil
        copy.masked = true
        return copy
    }
}
