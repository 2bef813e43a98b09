import Forms

extension TextRule {
    /// Whether words are written in the field. Codes, numbers and addresses are typed key by key, whatever method
    /// is on.
    var takesWords: Bool {
        guard !digitsOnly, pattern == nil else { return false }
        switch format {
        case .personName: return true
        case .identityNumber, .phone, .email, .taxCode, .dossierCode: return false
        case nil: return !uppercase
        }
    }
}
