/// Which vowel of an open `oa`, `oe` or `uy` carries the tone. Everywhere else both ways agree.
public enum TonePlacement: String, CaseIterable, Hashable, Sendable {
    /// On the main vowel: hoà, khoẻ, thuý.
    case modern
    /// On the first vowel: hòa, khỏe, thúy.
    case old
}
