/// When a dossier of a bundle begins to be worked on.
public enum BundleStart: String, Codable, Hashable, Sendable, CaseIterable {
    case atOnce = "at_once"
    /// When the result of the bundle's first dossier is there; its clock stands until then.
    case afterLead = "after_lead"
}
