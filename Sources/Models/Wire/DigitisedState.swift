/// How a paper became a file, as the national portal counts it (`DuocSoHoa`, `DuocTaiSuDung`).
public enum DigitisedState: String, Codable, Hashable, Sendable, CaseIterable {
    case none
    case digitised
    /// A file handed in before.
    case reused
    /// The result of another dossier.
    case reusedResult = "reused_result"
}
