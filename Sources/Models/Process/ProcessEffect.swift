/// What follows from an act beside the step; the set is closed.
public enum ProcessEffect: String, Codable, Hashable, Sendable, CaseIterable {
    case form01 = "form_01"
    case form02 = "form_02"
    case form03 = "form_03"
    case form04 = "form_04"
    case form05 = "form_05"
    /// The citizen is told.
    case notify
    /// The national portal is told.
    case sync
}
