/// Whether a dossier belongs to a person or an organisation.
public enum ApplicantKind: String, Codable, Hashable, Sendable, CaseIterable {
    case citizen
    case organisation
}
