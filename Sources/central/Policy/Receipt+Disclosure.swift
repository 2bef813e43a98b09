import Models

extension Receipt {
    /// Whole for those who handle money or dossiers of its unit; to administrators its payer is masked. In lists the
    /// address always is.
    func disclosed(to grant: Grant, inList: Bool = false) -> Receipt {
        let isWhole = grant.handles(unit.code)
        guard !isWhole || inList else { return self }
        var copy = self
        if !isWhole { copy.payerName = Masking.name(payerName) }
        copy.payerAddress = payerAddress.map(Masking.address)
        return copy
    }
}

extension UnmatchedPayment {
    /// What a bank's customer wrote may name anybody: it is for those who have to find out whose money it is.
    func disclosed(to grant: Grant) -> UnmatchedPayment {
        guard let unit, grant.handles(unit.code) else {
            var copy = self
            copy.text = ""
            return copy
        }
        return self
    }
}

extension Grant {
    /// Whether one of the officer's roles handles dossiers of the unit.
    fileprivate func handles(_ unit: String) -> Bool {
        officer.assignments.contains { Role.handling.contains($0.role) && $0.unit == unit }
    }
}
