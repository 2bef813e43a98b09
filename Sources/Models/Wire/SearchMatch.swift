/// Why a search found a dossier, and what it took the text for.
public enum SearchMatch: String, Codable, Hashable, Sendable, CaseIterable {
    case code
    case codePart = "code_part"
    case lookupCode = "lookup_code"
    case identityNumber = "identity_number"
    case submitterIdentity = "submitter_identity"
    case taxCode = "tax_code"
    case phone
    case submitterPhone = "submitter_phone"
    case tracking
    /// The applicant's.
    case name
    /// The name of an organisation's representative.
    case representativeName = "representative_name"
    /// The name of who handed it in for somebody.
    case submitterName = "submitter_name"
    /// With one letter of one word otherwise.
    case similarName = "similar_name"
    /// Nothing but what the list was narrowed to.
    case filter
}
