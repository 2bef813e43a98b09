/// The built-in checks of a text field (eForm TF-3).
public enum TextFormat: String, Codable, Hashable, Sendable, CaseIterable {
    case identityNumber = "identity_number"
    case phone
    case email
    case taxCode = "tax_code"
    case personName = "person_name"
    case dossierCode = "dossier_code"
}
